mod decide;
mod other_tabs;
mod person;
mod sign_in;
mod stored;

pub use self::sign_in::{Credentials, SignedIn};

use self::decide::Refused;
use self::stored::Session;
use super::Calls;
use super::browser::history::forget_positions;
use super::clock::now_ms;
use super::run::{Run, Ticket};
use super::storage::{self, Key};
use crate::api::{bare_token, is_usable_token};
use leptos::prelude::*;

/// Who is signed in. The token is kept in storage and sent in one header, and goes nowhere else.
#[derive(Clone, Copy)]
pub struct SessionState {
    session: RwSignal<Option<Session>>,
    /// The endpoint's words when it ended the session; the page stays and signing in comes over it.
    over: RwSignal<Option<String>>,
    /// Whose page this is: of who is signed in or, when the session is over, of who was.
    whose: StoredValue<Option<Session>>,
    /// Each person who is here in this life of the page.
    person: Run,
    /// Somebody signs out, here or in another tab.
    signed_out: Trigger,
    /// Whether the browser keeps the session.
    is_kept: StoredValue<bool>,
    calls: Calls,
}

impl SessionState {
    /// Reads the session of this tab, else of this device.
    pub(super) fn read(calls: Calls) -> Self {
        let found = Session::found();
        if found.is_none() {
            storage::forget_customers();
        }
        let this = Self {
            session: RwSignal::new(found.clone()),
            over: RwSignal::new(None),
            signed_out: Trigger::new(),
            is_kept: StoredValue::new(found.is_some()),
            whose: StoredValue::new(found),
            person: Run::new(),
            calls,
        };
        calls.on_token_refused(move |(token, message)| this.end(&token, message));
        this.listen();
        this
    }

    /// The token for calls.
    pub(super) fn token(self) -> Option<String> {
        self.session.with(|session| session.as_ref().map(|session| session.token.clone()))
    }

    /// The token, without tracking it.
    pub(super) fn token_untracked(self) -> Option<String> {
        self.session.with_untracked(|session| session.as_ref().map(|session| session.token.clone()))
    }

    /// Who is here: the newest until they leave. What was begun for one person goes on for no other.
    pub(super) fn person(self) -> Ticket {
        self.person.newest()
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(self) -> bool {
        self.session.with(Option::is_some)
    }

    /// The endpoint's words when it ended the session, until somebody signs in again.
    pub fn over(self) -> Signal<Option<String>> {
        self.over.into()
    }

    /// The user's name, where it is known.
    pub fn name(self) -> Option<String> {
        self.session.with(|session| session.as_ref().and_then(|session| session.name.clone()))
    }

    /// The user's id, where it is known, without tracking it.
    pub(super) fn user_id(self) -> Option<String> {
        self.session.with_untracked(|session| session.as_ref().and_then(|session| session.user_id.clone()))
    }

    /// A token as it was meant: without the blanks and invisible signs that come along when it is copied.
    pub fn token_in(text: &str) -> String {
        bare_token(text)
    }

    /// Whether a text can be a token at all.
    pub fn is_token(text: &str) -> bool {
        is_usable_token(text)
    }

    /// Signs out, in the other tabs too: nothing of the session stays on the device.
    pub fn sign_out(self) {
        storage::write_text(storage::local(), Key::SignedOut, &now_ms().to_string());
        storage::remove(storage::local(), Key::SignedOut);
        self.end_by_wish();
    }

    /// Nothing of the session stays, as its person wants it.
    fn end_by_wish(self) {
        Session::forget_all();
        self.leave_for_good();
    }

    /// Nobody is here any more, nor comes back to the question.
    fn leave_for_good(self) {
        // The question goes first: what follows the session would take it for the next person's.
        self.signed_out.notify();
        self.leave();
    }

    /// Tells when somebody has signed out, here or in another tab. A session that is over is not that: the same
    /// person may go on.
    pub(super) fn signed_out(self) -> Trigger {
        self.signed_out
    }

    /// Nobody is here any more; what follows the session forgets what it knows.
    fn leave(self) {
        self.person.start();
        self.whose.set_value(None);
        forget_positions();
        storage::forget_customers();
        self.over.set(None);
        self.session.set(None);
    }

    fn enter(self, session: Session) {
        self.is_kept.try_set_value(session.is_kept());
        self.whose.try_set_value(Some(session.clone()));
        self.session.try_set(Some(session));
        self.over.try_set(None);
    }

    /// The endpoint refused a token. Where it was this tab's, the session is over and the page stays as it
    /// is, unless the same person has signed in anew in another tab: then it goes on with that.
    fn end(self, token: &str, message: String) {
        Session::forget(token);
        let (session, whose) = (self.session.get_untracked(), self.whose.get_value());
        match decide::refused(token, session.as_ref(), whose.as_ref(), Session::on_device()) {
            Refused::Ignore => {}
            Refused::GoOn(newer) => self.enter(newer),
            Refused::End => {
                self.over.set(Some(message));
                self.session.set(None);
            }
        }
    }
}

/// The id of whose session the browser keeps, where it is known.
pub(super) fn kept_user_id() -> Option<String> {
    Session::found().and_then(|session| session.user_id)
}

/// Whether the browser keeps somebody's session; the endpoint has the last word.
pub fn is_session_kept() -> bool {
    Session::found().is_some()
}
