//! How a call waits: for its turn, and for its answer.
use super::{BoxedCall, Calls};
use crate::api::rate_limiter::{CALL_TIMEOUT, Millis};
use crate::api::reply::Reply;
use crate::api::transport::Failure;
use crate::model::Problem;
use crate::state::browser::clock::now_ms;
use js_sys::Promise;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

impl Calls {
    /// Until a time or until something changes, whichever is sooner.
    pub(super) async fn sleep(self, until: Option<Millis>) {
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(until) = until {
                let resolve = resolve.clone();
                let wake = move || {
                    let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
                };
                set_timeout(wake, Duration::from_millis((until - now_ms()).max(1) as u64 + 1));
            }
            self.sleepers.try_update_value(|sleepers| sleepers.push(resolve));
        });
        let _ = JsFuture::from(promise).await;
    }

    pub(super) fn wake(self) {
        for sleeper in self.sleepers.try_update_value(std::mem::take).unwrap_or_default() {
            let _ = sleeper.call0(&wasm_bindgen::JsValue::NULL);
        }
    }
}

/// An answer, unless there is none after a while: then the call is given up.
pub(super) async fn in_time(abort: Option<&AbortController>, call: BoxedCall<'_>) -> Result<Reply, Failure> {
    let (is_late, is_over) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let timer = abort.cloned().and_then(|abort| {
        let (is_late, is_over) = (is_late.clone(), is_over.clone());
        let give_up = move || {
            // A timer that could not be called off must not end the next try.
            if !is_over.get() {
                is_late.set(true);
                abort.abort();
            }
        };
        set_timeout_with_handle(give_up, Duration::from_millis(CALL_TIMEOUT as u64)).ok()
    });
    let outcome = call.await;
    is_over.set(true);
    if let Some(timer) = timer {
        timer.clear();
    }
    match outcome {
        Err(Failure::Aborted) if is_late.get() => Err(Failure::Problem(Problem::TimedOut)),
        outcome => outcome,
    }
}
