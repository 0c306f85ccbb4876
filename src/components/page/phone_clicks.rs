use crate::components::CALLS;
use crate::i18n::{Words, fill};
use crate::state::{PhoneClick, Settings, Toast, write_clipboard};
use crate::view_model::copied;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A click on a number calls it or copies it, as the user wants. What is copied is what would be called,
/// and nothing else: a number that is masked is no link in the first place.
pub(crate) fn listen(settings: Settings, toast: Toast) {
    let words = settings.words();
    let listener = window_event_listener(ev::click, move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = element.and_then(|element| element.closest("a[href^='tel:']").ok().flatten());
        let copies = |link: &Element| {
            !link.has_attribute(CALLS) && untrack(|| settings.phone_click()) == PhoneClick::Copy
        };
        let Some(link) = link.filter(copies) else { return };
        event.prevent_default();
        // What it would call, and not what stands in it: its name and whose number it is.
        let number = link.get_attribute("href").unwrap_or_default();
        let number = number.trim_start_matches("tel:").to_owned();
        copy_number(number, toast, words);
    });
    on_cleanup(move || listener.remove());
}

/// Calls a number, whatever a click on one does otherwise: as a link would, since a browser opens other programs
/// for links alone.
pub(crate) fn call_number(number: &str) {
    let link = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(link) = link else { return };
    let is_ready = link.set_attribute("href", &format!("tel:{number}")).is_ok()
        && link.set_attribute(CALLS, "").is_ok()
        && document().body().is_some_and(|body| body.append_child(&link).is_ok());
    if is_ready {
        link.click();
        link.remove();
    }
}

/// Copies a number and says so.
pub(crate) fn copy_number(number: String, toast: Toast, words: &'static Words) {
    write_clipboard(copied(&[vec![number.clone()]]), move |is_written| {
        let words = if is_written { words.number_copied } else { words.number_not_copied };
        toast.show(fill(words, &[&number]));
    });
}
