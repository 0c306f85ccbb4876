use super::note::Note;
use crate::state::browser::storage::{self, Key};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Where in the list the reader was, in pixels. The browser's history keeps it with each step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScrollPosition {
    /// From the top.
    pub top: i32,
    /// From the left.
    pub left: i32,
}

impl ScrollPosition {
    /// The position noted with the present step of the history, if there is one.
    pub fn noted() -> Option<Self> {
        Note::noted().map(|(note, _)| note.scroll_position)
    }

    /// Notes it with the present step of the history.
    pub fn note(self) {
        let (here, call) = Note::here_with_call();
        if Self::noted() != Some(self)
            && let Ok(history) = window().history()
        {
            let note = Note { scroll_position: self, ..here };
            let _ = history.replace_state(&note.state(call), "");
        }
    }
}

impl Note {
    /// That of the present step of the history, if it has one, and the call of its question.
    fn noted() -> Option<(Self, Option<String>)> {
        let text = window().history().and_then(|history| history.state()).ok()?.as_string()?;
        Self::read(&text, &stay().unwrap_or_default())
    }

    /// That of the present step; a step without one is a list's, at its top.
    pub(super) fn here() -> Self {
        Self::here_with_call().0
    }

    pub(super) fn here_with_call() -> (Self, Option<String>) {
        Self::noted().unwrap_or_default()
    }

    pub(super) fn state(self, call: Option<String>) -> JsValue {
        self.write(stay().as_deref(), call.as_deref()).into()
    }
}

/// Notes the call of the question with the present step of the history.
pub(super) fn note_call(call: Option<String>) {
    let (here, known) = Note::here_with_call();
    if known != call
        && let Ok(history) = window().history()
    {
        let _ = history.replace_state(&here.state(call), "");
    }
}

/// Somebody has left: whoever comes next in this tab finds none of the positions noted so far.
pub(crate) fn forget_positions() {
    let stays = stay().and_then(|stay| stay.parse::<u32>().ok()).unwrap_or_default();
    storage::write_text(storage::session(), Key::Stay, &stays.saturating_add(1).to_string());
    ScrollPosition::default().note();
}

/// How many people have left this tab; `None` before the first has.
fn stay() -> Option<String> {
    storage::read_text(storage::session(), Key::Stay)
}
