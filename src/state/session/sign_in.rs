//! Coming in: with an account or a token, and whose page it is then.
use super::SessionState;
use super::decide::{self, Entry};
use super::stored::Session;
use crate::api::rate_limiter::Priority;
use crate::api::{LoginAnswer, Request, read_me};
use crate::model::{Company, CompanyId, Problem};
use crate::state::idle;
use leptos::prelude::*;

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

    /// Asks whose a token is where that decides: the person who was here is known, and it may be theirs.
    pub(super) async fn identify(self, mut session: Session) -> Result<Session, Problem> {
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
    pub(super) async fn come_in(self, comer: Session, remember: Option<bool>) {
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
}
