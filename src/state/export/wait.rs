use crate::api::rate_limiter::Millis;
use crate::state::browser::clock::now_ms;
use js_sys::Promise;
use leptos::prelude::window;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Waits for a while.
pub(in crate::state) async fn sleep(time: Duration) {
    let wait = Promise::new(&mut |resolve, _| {
        let time = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time);
    });
    let _ = JsFuture::from(wait).await;
}

/// How long a part of the work is, in milliseconds: half a frame.
const SLICE_MS: Millis = 8;

/// A part of long work: between two of them the browser answers keys and paints.
pub(super) struct TimeSlice {
    began: Millis,
}

impl TimeSlice {
    pub fn begin() -> Self {
        Self { began: now_ms() }
    }

    /// Whether the browser should come in between.
    pub fn is_over(&self) -> bool {
        now_ms() - self.began >= SLICE_MS && is_seen()
    }

    /// Lets the browser do other work, and begins the next part.
    pub async fn rest(&mut self) {
        if is_seen() {
            sleep(Duration::ZERO).await;
        }
        *self = Self::begin();
    }
}

/// Nobody types into a page that is hidden, and its timers are slow.
fn is_seen() -> bool {
    !window().document().is_some_and(|it| it.hidden())
}
