//! What of the views is kept in the browser's storage. It holds no search words and nothing of a
//! customer.
use super::{ViewNote, Views};
use crate::layout::Layout;
use crate::saved_view::{
    MAX_BYTES, MAX_VIEWS, SavedView, ViewFile, ViewFileProblem, read_looks, write_looks,
};
use crate::state::browser::storage::{self, Key};
use leptos::{ev, prelude::*};

/// The personal views that are kept. What cannot be read gives none.
pub(super) fn own() -> ViewFile {
    read_own().and_then(Result::ok).unwrap_or_default()
}

/// The looks that were changed and not saved.
pub(super) fn looks() -> Vec<(String, Layout)> {
    storage::read_text(storage::local(), Key::Looks).map(|text| read_looks(&text)).unwrap_or_default()
}

fn read_own() -> Option<Result<ViewFile, ViewFileProblem>> {
    let text = storage::read_text(storage::local(), Key::Views)?;
    Some(ViewFile::read(&text).map(|(file, _)| file))
}

impl Views {
    /// Changes the personal views, here and in storage, and tells whether there was room for it.
    /// What another tab saved meanwhile stays.
    pub(super) fn edit(self, change: &dyn Fn(&mut ViewFile)) -> bool {
        let is_unkept = self.note.get_untracked() == Some(ViewNote::NotKept);
        let stored = if is_unkept { None } else { read_own() };
        // What a later version of this page has written is not ours to write over.
        let is_later = matches!(stored, Some(Err(ViewFileProblem::Later)));
        let mut file = stored.and_then(Result::ok).unwrap_or_else(|| self.own.get_untracked());
        change(&mut file);
        let text = file.write();
        if file.views.len() > MAX_VIEWS || text.len() > MAX_BYTES {
            self.note.set(Some(ViewNote::Full));
            return false;
        }
        let is_kept = !is_later && storage::write_text(storage::local(), Key::Views, &text);
        self.note.set((!is_kept).then_some(ViewNote::NotKept));
        self.own.set(file);
        true
    }

    /// Keeps the look of a view until it is saved; `None`, or the look that it has by itself, is
    /// none to keep.
    pub(super) fn keep_look(self, name: String, look: Option<Layout>) {
        let saved = |file: &ViewFile| file.find(&name).map(|view: &SavedView| view.layout.clone());
        let by_itself = self.own.with_untracked(saved).or_else(|| self.team.with_untracked(saved));
        let look = look.filter(|look| *look != by_itself.unwrap_or_default());
        let put = |looks: &mut Vec<(String, Layout)>| {
            looks.retain(|(known, _)| *known != name);
            looks.extend(look.clone().map(|look| (name.clone(), look)));
        };
        // Another tab may have kept the looks of other views meanwhile.
        let mut kept = looks();
        put(&mut kept);
        storage::write_text(storage::local(), Key::Looks, &write_looks(&kept));
        self.looks.update(put);
    }

    /// Shows what another tab has saved.
    pub(super) fn follow_other_tabs(self) {
        window_event_listener(ev::storage, move |event| {
            if event.key().is_none() || Key::Views.is_of(&event) {
                self.own.set(own());
            }
        });
    }
}
