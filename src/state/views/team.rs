//! The team's views: `views.json` beside the page.
use super::{ViewNote, Views};
use crate::api::transport;
use crate::saved_view::ViewFile;
use crate::state::LoadState;
use crate::state::browser::idle::when_idle;
use crate::state::browser::storage::{self, Key};
use leptos::prelude::*;

/// The team's views as they were last: a link to one of them, or a default of the team, then looks right
/// at once, and nobody waits for the file.
pub(super) fn known() -> ViewFile {
    let text = storage::read_text(storage::local(), Key::TeamViews).unwrap_or_default();
    ViewFile::read(&text).map(|(file, _)| file).unwrap_or_default()
}

impl Views {
    /// Asks for `views.json` once the first rows are on the screen and the browser is idle.
    pub(super) fn ask_team_when_idle(self) {
        let is_asked = StoredValue::new(false);
        Effect::new(move |_| {
            let is_ready = self.customers.state().with(|state| matches!(state, LoadState::Ready(_)));
            if is_ready && !is_asked.get_value() {
                is_asked.set_value(true);
                when_idle(move || leptos::task::spawn_local(self.ask_team()));
            }
        });
    }

    async fn ask_team(self) {
        let file = match transport::views_file().await {
            // Nobody could be asked: what was known stays.
            None => return,
            Some(None) => ViewFile::default(),
            Some(Some(text)) => match ViewFile::read(&text) {
                Ok((file, _)) => file,
                Err(problem) => {
                    leptos::logging::warn!("views.json: {problem:?}");
                    self.note.set(Some(ViewNote::TeamUnreadable));
                    return;
                }
            },
        };
        if self.team.with_untracked(|known| *known != file) {
            storage::write_text(storage::local(), Key::TeamViews, &file.write());
            self.team.set(file);
        }
        self.open_default();
    }
}
