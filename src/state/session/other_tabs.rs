//! What other tabs do to the session, and what a page does that has slept meanwhile.
use super::SessionState;
use super::decide::{self, OtherTab, Reaction};
use super::stored::Session;
use crate::state::browser::storage::Key;
use leptos::{ev, prelude::*};

impl SessionState {
    /// Listens to the other tabs, and for the moment in which the page comes out of the browser's own memory.
    pub(super) fn listen(self) {
        window_event_listener(ev::storage, move |event| {
            let change = if Key::SignedOut.is_of(&event) {
                OtherTab::SignedOut { is_noted: event.new_value().is_some() }
            } else if Key::Session.is_of(&event) {
                OtherTab::ChangedSession
            } else {
                OtherTab::Other
            };
            self.react(change);
        });
        window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                self.look_again();
            }
        });
    }

    fn react(self, change: OtherTab) {
        match decide::react(change, self.over.with_untracked(Option::is_some)) {
            Reaction::Stay => {}
            Reaction::Leave => self.end_by_wish(),
            Reaction::Join => {
                let Some(found) = Session::on_device() else { return };
                leptos::task::spawn_local(async move {
                    if let Ok(found) = self.identify(found).await {
                        self.come_in(found, None).await;
                    }
                });
            }
        }
    }

    /// A page that comes out of the browser's own memory has heard of nothing meanwhile.
    fn look_again(self) {
        let session = self.session.get_untracked();
        let is_kept = session.as_ref().is_some_and(Session::is_kept);
        if decide::must_look_again(self.is_kept.get_value(), session.as_ref(), is_kept) {
            match Session::found() {
                Some(found) => leptos::task::spawn_local(self.come_in(found, None)),
                None => self.leave_for_good(),
            }
        }
    }
}
