use super::clock::now_ms;
use super::{Calls, storage};
use crate::api::budget::Priority;
use crate::api::transport::Failure;
use crate::api::{Request, is_usable_token, read_me};
use crate::model::Problem;
use kehu_json::Json;
use leptos::{ev, prelude::*};
use serde::Serialize;
use web_sys::Storage;

const KEY: &str = "kehu.session";
/// Written for a moment, so that the other tabs hear of it.
const SIGNED_OUT_KEY: &str = "kehu.signed_out";

/// Who is signed in. The token is kept in storage and sent in one header, and goes nowhere else.
#[derive(Clone, Copy)]
pub struct SessionState {
    session: RwSignal<Option<Session>>,
    /// The endpoint's words when it ended the session; the page stays and signing in comes over it.
    over: RwSignal<Option<String>>,
    calls: Calls,
}

/// As it is stored; the contract names `token`, the rest is ours.
#[derive(Clone, PartialEq, Eq, Serialize)]
struct Session {
    token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
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
    },
}

impl Session {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let session = json.object()?;
        let name = session.get("name").filter(|name| !name.is_null());
        let name = if let Some(name) = name { Some(name.string()?) } else { None };
        let token = session.get("token")?.string().filter(|token| is_usable_token(token))?;
        Some(Self { token, name })
    }

    /// As it is kept, if it is usable.
    fn read(storage: Option<Storage>) -> Option<Self> {
        storage::read(storage, KEY, Self::from_json)
    }
}

impl SessionState {
    /// Reads the session of this tab, else of this device.
    pub(super) fn read(calls: Calls) -> Self {
        let found = Session::read(storage::session()).or_else(|| Session::read(storage::local()));
        let this = Self { session: RwSignal::new(found), over: RwSignal::new(None), calls };
        window_event_listener(ev::storage, move |event| match event.key().as_deref() {
            Some(SIGNED_OUT_KEY) => this.leave(),
            Some(KEY) => this.join(),
            _ => {}
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

    /// Whether a text can be a token at all.
    pub fn is_token(text: &str) -> bool {
        is_usable_token(text)
    }

    /// Signs in; `remember` keeps the session on this device, else it ends with the tab.
    ///
    /// A token is not tried first: the list's own call tells whether it is right, and a call saved
    /// is one for a colleague.
    ///
    /// # Errors
    /// What the endpoint says of login and password.
    pub async fn sign_in(self, credentials: Credentials, remember: bool) -> Result<(), Problem> {
        let session = match credentials {
            Credentials::Token(token) => Session { token, name: None },
            Credentials::Password { login, password } => {
                let answer = self.calls.login(&login, &password).await.map_err(|failure| match failure {
                    Failure::Problem(problem) => problem,
                    Failure::Aborted => Problem::TimedOut,
                })?;
                Session { token: answer.token, name: answer.name }
            }
        };
        self.forget();
        let storage = if remember { storage::local() } else { storage::session() };
        storage::write(storage, KEY, &session);
        self.session.set(Some(session));
        self.over.set(None);
        Ok(())
    }

    /// Signs out, in the other tabs too: nothing of the session stays on the device.
    pub fn sign_out(self) {
        storage::write_text(storage::local(), SIGNED_OUT_KEY, &now_ms().to_string());
        storage::remove(storage::local(), SIGNED_OUT_KEY);
        self.leave();
    }

    fn leave(self) {
        self.forget();
        self.over.set(None);
        self.session.set(None);
    }

    /// Somebody signed in anew in another tab: a tab whose session ended goes on with it.
    fn join(self) {
        let found = Session::read(storage::local());
        if self.over.with_untracked(Option::is_some) && found.is_some() {
            self.session.set(found);
            self.over.set(None);
        }
    }

    /// The endpoint ended the session. The page stays as it is.
    pub(super) fn end(self, message: String) {
        self.forget();
        self.over.set(Some(message));
        self.session.set(None);
    }

    /// Asks for the user's name, once, when somebody wants to see it.
    pub fn ask_name(self) {
        let Some(token) = self.token_untracked().filter(|_| self.name().is_none()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Ok(me) = self.calls.get(&Request::me(), &token, Priority::Asked, None, read_me).await {
                self.session.update(|session| {
                    if let Some(session) = session.as_mut().filter(|session| session.token == token) {
                        session.name = Some(me.name).filter(|name| !name.is_empty());
                        let is_local = Session::read(storage::local()).is_some();
                        let storage = if is_local { storage::local() } else { storage::session() };
                        storage::write(storage, KEY, session);
                    }
                });
            }
        });
    }

    fn forget(self) {
        storage::remove(storage::local(), KEY);
        storage::remove(storage::session(), KEY);
    }
}
