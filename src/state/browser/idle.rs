use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, IdleRequestOptions};

/// A browser may find that it is never idle: of some thirty pages that Chromium opened for a sign-in, one
/// waited for good, and with it the filters. So nothing waits longer than this, in milliseconds.
const IDLE_TIMEOUT: u32 = 200;

/// Runs when the browser has nothing else to do, or a moment later all the same. Safari has no such call:
/// there it is soon.
pub fn when_idle(run: impl FnOnce() + 'static) {
    let window = window();
    if js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false) {
        let run = Closure::once_into_js(run);
        let options = IdleRequestOptions::new();
        options.set_timeout(IDLE_TIMEOUT);
        let _ = window.request_idle_callback_with_options(run.unchecked_ref(), &options);
    } else {
        set_timeout(run, Duration::from_millis(50));
    }
}

/// Waits until all that is due now is done: effects, and those that follow from them.
pub(crate) async fn next_task() {
    let next = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(next).await;
}

/// Turns true when the browser has had nothing else to do for the first time.
pub fn idle() -> RwSignal<bool> {
    let is_idle = RwSignal::new(false);
    when_idle(move || {
        // The page may be gone by then.
        is_idle.try_set(true);
    });
    is_idle
}

/// Whether a wait lasts longer than it may without being seen. A class that came at once and waited in the
/// style sheet would cost a layer for each answer, however quick.
pub fn lasts(is_waiting: Memo<bool>, delay: Duration) -> Signal<bool> {
    let (lasts, set_lasts) = signal(false);
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        if is_waiting.get() {
            let show = move || {
                // The page may be gone by then.
                let _ = set_lasts.try_set(true);
            };
            set_timeout_with_handle(show, delay).ok()
        } else {
            set_lasts.maybe_update(std::mem::take);
            None
        }
    });
    // It ends with the wait and not a moment later.
    Signal::derive(move || is_waiting.get() && lasts.get())
}

/// Whether the focus is where signs are typed.
pub fn is_typing() -> bool {
    let active = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    active.is_some_and(|active| {
        let is_field = active.matches("input:not([type=checkbox]), select, textarea").unwrap_or(false);
        is_field || active.is_content_editable()
    })
}
