use leptos::ev::Event;
use wasm_bindgen::JsCast;

/// Whether a popover's `toggle` event says that it has opened.
pub(crate) fn opens(event: &Event) -> bool {
    event.dyn_ref::<web_sys::ToggleEvent>().is_some_and(|event| event.new_state() == "open")
}
