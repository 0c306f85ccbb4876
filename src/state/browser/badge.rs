//! The number on the sign of the installed page.
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Whether the browser can put a number on it.
pub fn has_badge() -> bool {
    method("setAppBadge").is_some()
}

/// Shows a number on it, or none.
pub(crate) fn set_badge(count: Option<u64>) {
    let navigator = window().navigator();
    let said = match count.filter(|count| *count > 0) {
        Some(count) => {
            method("setAppBadge").and_then(|set| set.call1(&navigator, &(count as f64).into()).ok())
        }
        None => method("clearAppBadge").and_then(|clear| clear.call0(&navigator).ok()),
    };
    // A system that shows no numbers refuses, and there is nothing to do about it.
    if let Some(promise) = said.and_then(|said| said.dyn_into::<Promise>().ok()) {
        leptos::task::spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

fn method(name: &str) -> Option<Function> {
    Reflect::get(&window().navigator(), &name.into()).ok()?.dyn_into().ok()
}
