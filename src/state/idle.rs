use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Runs when the browser is idle after the next paint. Safari has no such call: there it is soon.
pub(super) fn when_idle(run: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        let window = window();
        if js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false) {
            let run = Closure::once_into_js(run);
            let _ = window.request_idle_callback(run.unchecked_ref());
        } else {
            set_timeout(run, std::time::Duration::from_millis(50));
        }
    });
}
