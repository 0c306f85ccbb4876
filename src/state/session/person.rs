//! Who the user is: asked of the endpoint when somebody wants to see it.
use super::SessionState;
use super::stored::Session;
use crate::api::rate_limiter::Priority;
use crate::api::{Me, Request, read_me};
use leptos::prelude::*;

impl SessionState {
    /// The user's id: the endpoint is asked for it where it is not known. `None` where it does not tell.
    pub(in crate::state) async fn who(self) -> Option<String> {
        if let Some(id) = self.user_id() {
            return Some(id);
        }
        let token = self.token_untracked()?;
        if self.ask_me(&token).await { self.user_id() } else { None }
    }

    /// Asks for the user's name, once, when somebody wants to see it.
    pub fn ask_name(self) {
        let Some(token) = self.token_untracked().filter(|_| self.name().is_none()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            self.ask_me(&token).await;
        });
    }

    /// Asks whose a token is, and keeps that where it is still the page's; tells whether the endpoint said so.
    async fn ask_me(self, token: &str) -> bool {
        let answer = self.calls.get(&Request::me(), token, Priority::Asked, None, read_me).await;
        let Ok(me) = answer else { return false };
        let known = self.session.try_get_untracked().flatten();
        if let Some(mut session) = known.filter(|session| session.token == token) {
            session.learn(me);
            session.keep_in_place();
            self.enter(session);
        }
        true
    }
}

impl Session {
    pub(super) fn learn(&mut self, me: Me) {
        self.name = Some(me.name).filter(|name| !name.is_empty());
        self.user_id = me.id.map(|id| id.to_string()).or(self.user_id.take());
    }
}
