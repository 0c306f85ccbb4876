mod decide;
mod stored;

use self::decide::{Entry, OtherTab, Reaction, Refused};
use self::stored::Session;
use super::browser::history::forget_positions;
use super::clock::now_ms;
use super::run::{Run, Ticket};
use super::storage::{self, Key};
use super::{Calls, idle};
use crate::api::rate_limiter::Priority;
use crate::api::{LoginAnswer, Me, Request, bare_token, is_usable_token, read_me};
use crate::model::{Company, CompanyId, Problem};
use leptos::{ev, prelude::*};

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
    /// Whether the browser keeps the session.
    is_kept: StoredValue<bool>,
    calls: Calls,
}

/// How somebody signs in.
#[derive(Clone)]
pub enum Credentials {
    /// A token that the company hands out.
    Token(String),
    /// An account.
    Password {
        /// Its name.
        login: String,
        /// Its password.
        password: String,
        /// The company, where the account belongs to several and one was chosen.
        company: Option<CompanyId>,
    },
}

/// What came of signing in.
pub enum SignedIn {
    /// Somebody is signed in.
    Done,
    /// The account belongs to these companies: one has to be chosen.
    ChooseCompany(Vec<Company>),
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
            is_kept: StoredValue::new(found.is_some()),
            whose: StoredValue::new(found),
            person: Run::new(),
            calls,
        };
        calls.on_refused(move |(token, message)| this.end(&token, message));
        window_event_listener(ev::storage, move |event| {
            let change = if Key::SignedOut.is_of(&event) {
                OtherTab::SignedOut { is_noted: event.new_value().is_some() }
            } else if Key::Session.is_of(&event) {
                OtherTab::ChangedSession
            } else {
                OtherTab::Other
            };
            this.react(change);
        });
        window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                this.look_again();
            }
        });
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

    /// Signs in; `remember` keeps the session on this device, else it ends with the tab. Over a session
    /// that has ended the same person goes on, and anybody else finds a page as after signing out.
    ///
    /// A token is not tried first: the list's own call tells whether it is right, and a call saved
    /// is one for a colleague. Only where it may be the same person's, the endpoint is asked whose it is.
    ///
    /// # Errors
    /// What the endpoint says of login and password, or why it cannot say whose the token is.
    pub async fn sign_in(self, credentials: Credentials, remember: bool) -> Result<SignedIn, Problem> {
        let session = match credentials {
            Credentials::Token(token) => Session::new(token, None, None),
            Credentials::Password { login, password, mut company } => {
                let answer = loop {
                    let answer = self.calls.login(&login, &password, company.as_ref()).await;
                    match answer? {
                        LoginAnswer::Token(answer) => break answer,
                        // Of one there is nothing to choose.
                        LoginAnswer::Companies(mut companies) if companies.len() == 1 => {
                            company = companies.pop().map(|company| company.id);
                        }
                        LoginAnswer::Companies(companies) => return Ok(SignedIn::ChooseCompany(companies)),
                    }
                };
                Session::new(answer.token, answer.name, answer.user.map(|id| id.to_string()))
            }
        };
        let session = self.identify(session).await?;
        self.come_in(session, Some(remember)).await;
        Ok(SignedIn::Done)
    }

    /// Signs out, in the other tabs too: nothing of the session stays on the device.
    pub fn sign_out(self) {
        storage::write_text(storage::local(), Key::SignedOut, &now_ms().to_string());
        storage::remove(storage::local(), Key::SignedOut);
        Session::forget_all();
        self.leave();
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

    fn react(self, change: OtherTab) {
        match decide::react(change, self.over.with_untracked(Option::is_some)) {
            Reaction::Stay => {}
            Reaction::Leave => {
                Session::forget_all();
                self.leave();
            }
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
                None => self.leave(),
            }
        }
    }

    /// Asks whose a token is where that decides: the person who was here is known, and it may be theirs.
    async fn identify(self, mut session: Session) -> Result<Session, Problem> {
        if self.whose.with_value(|whose| decide::must_identify(whose.as_ref(), &session)) {
            let request = Request::me();
            let answer = self.calls.get(&request, &session.token, Priority::Asked, None, read_me).await;
            match answer.map_err(Problem::from) {
                Ok(me) => session.learn(me),
                Err(problem) if decide::keeps_out(&problem) => return Err(problem),
                Err(_) => {}
            }
        }
        Ok(session)
    }

    /// Lets somebody in; `remember` is `None` where the session is kept already.
    async fn come_in(self, comer: Session, remember: Option<bool>) {
        let session = loop {
            let whose = self.whose.try_get_value().flatten();
            if let Entry::GoOn(session) = decide::entry(whose.as_ref(), comer.clone()) {
                break session;
            }
            self.leave();
            // All that follows the session has forgotten by then.
            idle::next_task().await;
        };
        match remember {
            Some(on_device) => session.keep(on_device),
            None => session.keep_in_place(),
        }
        self.enter(session);
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

    /// The user's id: the endpoint is asked for it where it is not known. `None` where it does not tell.
    pub(super) async fn who(self) -> Option<String> {
        if let Some(id) = self.user_id() {
            return Some(id);
        }
        let token = self.token_untracked()?;
        let me = self.calls.get(&Request::me(), &token, Priority::Asked, None, read_me).await.ok()?;
        let known = self.session.try_get_untracked().flatten();
        if let Some(mut session) = known.filter(|session| session.token == token) {
            session.learn(me);
            session.keep_in_place();
            self.enter(session);
        }
        self.user_id()
    }

    /// Asks for the user's name, once, when somebody wants to see it.
    pub fn ask_name(self) {
        let Some(token) = self.token_untracked().filter(|_| self.name().is_none()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Ok(me) = self.calls.get(&Request::me(), &token, Priority::Asked, None, read_me).await {
                let known = self.session.with_untracked(Option::clone);
                if let Some(mut session) = known.filter(|session| session.token == token) {
                    session.learn(me);
                    session.keep_in_place();
                    self.enter(session);
                }
            }
        });
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

impl Session {
    fn learn(&mut self, me: Me) {
        self.name = Some(me.name).filter(|name| !name.is_empty());
        self.user_id = me.id.map(|id| id.to_string()).or(self.user_id.take());
    }
}
