use leptos::{ev, prelude::window};
use wasm_bindgen::JsCast;

/// Whether an `input` event is a step of an input method, whose word is not written yet: no search is sent.
pub(crate) fn is_composing(event: &ev::Event) -> bool {
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}

/// Whether keys are told in Apple's signs: ⌘ in the place of Ctrl, on iPads and iPhones too.
pub(crate) fn is_apple() -> bool {
    window().navigator().platform().is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}
