//! Keeps the notes of what the next start will ask first (`crate::api::call_note`) as the question is now:
//! that of the present address with its step of the history, and that of the page opened without one in
//! storage, while somebody is signed in.
use super::storage::{self, Key};
use super::{Navigation, SessionState, Settings, Today, Views};
use super::{first_look, settings, today};
use crate::api::{Request, call_note, stored_call_note};
use leptos::prelude::*;

/// The path of the list call that the page will make first, for a start that has no note of it.
pub fn first_path() -> String {
    let (query, _) = first_look();
    let size = query.per_page.unwrap_or_else(settings::kept_size);
    Request::list(&query, size, today()).path
}

/// Keeps both notes from here on.
pub(super) fn keep_notes(
    navigation: Navigation,
    session: SessionState,
    settings: Settings,
    today: Today,
    views: Views,
) {
    Effect::new(move |_| {
        let note = session.is_signed_in().then(|| {
            navigation.query().with(|query| {
                let size = query.per_page.unwrap_or_else(|| settings.per_page.get());
                call_note(query, size, today.get())
            })
        });
        navigation.note_call(note);
    });
    Effect::new(move |_| {
        let note = session.is_signed_in().then(|| {
            let query = views.default_query();
            let size = query.per_page.unwrap_or_else(|| settings.per_page.get());
            stored_call_note(&query, size, today.get())
        });
        match note.flatten() {
            Some(note) => {
                storage::write_text(storage::local(), Key::FirstCall, &note);
            }
            None => storage::remove(storage::local(), Key::FirstCall),
        }
    });
}
