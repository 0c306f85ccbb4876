use js_sys::Promise;
use leptos::prelude::window;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Waits for a while.
pub(super) async fn sleep(time: Duration) {
    let wait = Promise::new(&mut |resolve, _| {
        let time = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time);
    });
    let _ = JsFuture::from(wait).await;
}
