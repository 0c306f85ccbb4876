//! How the endpoint is asked, refusals for too many calls and refused tokens included.
use super::permit::Permit;
use super::{BoxedCall, Calls};
use crate::api::next_call;
use crate::api::rate_limiter::Priority;
use crate::api::refusal::Refusals;
use crate::api::reply::Reply;
use crate::api::transport::Failure;
use crate::api::{LoginAnswer, Request};
use crate::json::Opened;
use crate::model::{CompanyId, Problem};
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use web_sys::AbortController;

impl Calls {
    /// Asks the endpoint when there is a slot for this call, and reads the answer's `data`.
    ///
    /// # Errors
    /// What the network or the endpoint says; [`Failure::Aborted`] when the call was given up.
    pub(in crate::state) async fn get<T>(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
        read: impl FnOnce(Opened<'_>) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        let reply = self.reply(request, token, priority, abort).await?;
        self.checked(token, reply.read(read))
    }

    /// Asks as [`Calls::get`] does, and reads the whole answer, of which the inner value is `data`.
    ///
    /// # Errors
    /// As [`Calls::get`].
    pub(in crate::state) async fn get_whole<T>(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
        read: impl FnOnce(Opened<'_>) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        let reply = self.reply(request, token, priority, abort).await?;
        self.checked(token, reply.read_whole(read))
    }

    /// What an answer says. Only here is it reported that its token was refused.
    pub(super) fn checked<T>(self, token: &str, answer: Result<T, Problem>) -> Result<T, Failure> {
        if let Err(Problem::SignedOut { message }) = &answer
            && let Some(Some(on_token_refused)) = self.on_token_refused.try_get_value()
        {
            on_token_refused.run((token.to_owned(), message.clone()));
        }
        answer.map_err(Failure::Problem)
    }

    /// The answer, which nobody has read yet.
    async fn reply(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
    ) -> Result<Reply, Failure> {
        let client = self.client.get_value();
        let abort = abort.or_else(|| AbortController::new().ok());
        let signal = abort.as_ref().map(AbortController::signal);
        // It began before this program, and acquired a slot then; if it is another one, it ends now.
        let begun = self.early_permit().filter(|_| client.is_early(request, token));
        let call = || -> BoxedCall<'_> { Box::pin(client.get(request, token, priority, signal.as_ref())) };
        self.answer(priority, abort, begun, &call).await
    }

    /// Trades login and password for a token, of this company where one is named.
    ///
    /// # Errors
    /// As [`Calls::get`].
    pub(in crate::state) async fn login(
        self,
        login: &str,
        password: &str,
        company: Option<&CompanyId>,
    ) -> Result<LoginAnswer, Failure> {
        let client = self.client.get_value();
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let call = || -> BoxedCall<'_> { Box::pin(client.login(login, password, company, signal.as_ref())) };
        let reply = self.answer(Priority::Asked, abort, None, &call).await?;
        reply.read_login(company.is_some()).map_err(Failure::Problem)
    }

    /// Calls when it is time, and once more after each refusal for too many calls, until there were too
    /// many of those. What will only likely be asked for is not worth a second call.
    async fn answer<'a>(
        self,
        priority: Priority,
        abort: Option<AbortController>,
        mut begun: Option<Permit>,
        call: &dyn Fn() -> BoxedCall<'a>,
    ) -> Result<Reply, Failure> {
        let mut refusals = Refusals::default();
        loop {
            let permit = match begun.take() {
                Some(permit) => permit,
                None => self.permit(priority, abort.as_ref(), refusals.are_none()).await?,
            };
            let outcome = self.once(permit, priority, abort.as_ref(), call()).await;
            let is_refused = outcome.as_ref().is_ok_and(|reply| reply.refusal().is_some());
            if is_refused && next_call::is_repeated(refusals.add(now_ms()), priority) {
                continue;
            }
            return outcome;
        }
    }
}
