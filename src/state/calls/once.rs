//! One call with its permit and how it is counted, and the call that is never repeated.
use super::meter::InLine;
use super::permit::Permit;
use super::wait::in_time;
use super::{BoxedCall, Calls};
use crate::api::Request;
use crate::api::rate_limiter::{Millis, Priority, RateLimiter};
use crate::api::transport::{Failure, Reply};
use crate::model::Problem;
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use web_sys::AbortController;

/// All who wait for the end of a pause go on within this time.
const SPREAD: f64 = 2_000.0;

impl Calls {
    /// Writes: sends a body when there is a slot for the call, once, whatever comes of it. `leaves` is asked when
    /// it is the call's turn; a no ends it unsent. It also tells whether the browser said then that there is no
    /// network.
    ///
    /// # Errors
    /// As [`Calls::get`]; [`Failure::Aborted`] for a call that did not leave.
    pub(in crate::state) async fn post(
        self,
        request: &Request,
        body: String,
        token: &str,
        abort: AbortController,
        leaves: impl FnOnce() -> bool,
    ) -> (Result<Reply, Failure>, bool) {
        let permit = match self.permit(Priority::Asked, Some(&abort), true).await {
            Ok(permit) => permit,
            Err(failure) => return (Err(failure), false),
        };
        if !leaves() {
            return (Err(Failure::Aborted), false);
        }
        let was_offline = !window().navigator().on_line();
        let client = self.client.get_value();
        let signal = abort.signal();
        let call = Box::pin(client.post(request, body, token, Some(&signal)));
        (self.once(permit, Priority::Asked, Some(&abort), call).await, was_offline)
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
        permit.is_counted = match &outcome {
            Ok(reply) => {
                self.is_online.maybe_update(|is_online| !std::mem::replace(is_online, true));
                reply.refusal().is_none()
            }
            // It never left.
            Err(Failure::Problem(Problem::Unreachable { is_offline })) => !is_offline,
            Err(_) => true,
        };
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
