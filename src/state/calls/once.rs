//! One call with its permit and how it is counted, and the call that is never repeated.
use super::meter::InLine;
use super::permit::Permit;
use super::wait::in_time;
use super::{BoxedCall, Calls};
use crate::api::Request;
use crate::api::rate_limiter::{Millis, Priority, RateLimiter};
use crate::api::reply::Reply;
use crate::api::transport::Failure;
use crate::json::Opened;
use crate::model::Problem;
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use web_sys::AbortController;

/// All who wait for the end of a pause go on within this time.
const SPREAD: f64 = 2_000.0;

/// What came of a call that writes.
pub(in crate::state) struct Written<T> {
    /// What the endpoint answered, as [`Calls::get`] has it; [`Failure::Aborted`] for a call that did not leave.
    pub answer: Result<T, Failure>,
    /// The status of its answer.
    pub status: Option<u16>,
    /// Whether the browser said when it left that there is no network.
    pub was_offline: bool,
}

impl<T> Written<T> {
    fn unsent(why: Failure) -> Self {
        Self { answer: Err(why), status: None, was_offline: false }
    }
}

impl Calls {
    /// Writes: sends a body when there is a slot for the call, once, whatever comes of it. `leaves` is asked when
    /// it is the call's turn; a no ends it unsent.
    pub(in crate::state) async fn post<T>(
        self,
        request: &Request,
        body: String,
        token: &str,
        abort: AbortController,
        leaves: impl FnOnce() -> bool,
        read: impl FnOnce(Opened<'_>) -> Result<T, Problem>,
    ) -> Written<T> {
        let permit = match self.permit(Priority::Asked, Some(&abort), true).await {
            Ok(permit) => permit,
            Err(failure) => return Written::unsent(failure),
        };
        if !leaves() {
            return Written::unsent(Failure::Aborted);
        }
        let was_offline = !window().navigator().on_line();
        let client = self.client.get_value();
        let signal = abort.signal();
        let call = Box::pin(client.post(request, body, token, Some(&signal)));
        let reply = self.once(permit, Priority::Asked, Some(&abort), call).await;
        let status = reply.as_ref().ok().map(Reply::status);
        let answer = reply.and_then(|reply| self.checked(token, reply.read(read)));
        Written { answer, status, was_offline }
    }

    /// Makes one call. A refusal for too many of them is remembered for all that follow.
    pub(super) async fn once(
        self,
        mut permit: Permit,
        priority: Priority,
        abort: Option<&AbortController>,
        call: BoxedCall<'_>,
    ) -> Result<Reply, Failure> {
        let in_line = InLine::stand(self, priority);
        let outcome = in_time(abort, call).await;
        drop(in_line);
        permit.is_counted = is_counted(&outcome);
        if outcome.is_ok() {
            self.is_online.maybe_update(|is_online| !std::mem::replace(is_online, true));
        }
        let is_try = permit.is_try;
        drop(permit);
        if let Ok(reply) = &outcome {
            let is_queued = reply.is_queued();
            if self.limiter.try_with_value(|limiter| limiter.has_queue(now_ms())) != Some(is_queued) {
                self.change(|limiter| limiter.note_queue(is_queued, now_ms()));
            }
            if let Some(pause) = reply.refusal() {
                let random = (js_sys::Math::random() * SPREAD) as Millis;
                self.change(|limiter| match is_queued {
                    true => limiter.refuse_in_queue(priority, now_ms(), pause, random),
                    false => limiter.refuse(now_ms(), pause, random),
                });
            } else if is_try {
                self.change(RateLimiter::end_pause);
                self.wake();
            }
        }
        outcome
    }
}

/// Whether the endpoint has counted a call, as far as one can know: neither one that it refused, nor one that
/// never left.
fn is_counted(outcome: &Result<Reply, Failure>) -> bool {
    match outcome {
        Ok(reply) => reply.refusal().is_none(),
        Err(Failure::Problem(Problem::Unreachable { is_offline })) => !is_offline,
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_endpoint_has_seen_and_not_refused_is_counted() {
        let problem = |problem| Err(Failure::Problem(problem));
        for (name, outcome, expected) in [
            ("answered", Ok(Reply::of(200, r#"{"code":0,"data":{}}"#)), true),
            ("refused", Ok(Reply::of(429, "Retry later\n")), false),
            ("refused in words", Ok(Reply::of(200, r#"{"code":1,"message":"访问过于频繁"}"#)), false),
            ("signed out", Ok(Reply::of(401, "")), true),
            ("broken", Ok(Reply::of(502, "<html>")), true),
            ("never left", problem(Problem::Unreachable { is_offline: true }), false),
            ("may have left", problem(Problem::Unreachable { is_offline: false }), true),
            ("no answer", problem(Problem::TimedOut), true),
            ("given up", Err(Failure::Aborted), true),
        ] {
            assert_eq!(is_counted(&outcome), expected, "{name}");
        }
    }
}
