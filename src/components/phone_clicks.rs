use crate::i18n::fill;
use crate::state::{Kehu, PhoneClick, write_clipboard};
use crate::view_model::copied;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A click on a number calls it or copies it, as the user wants. What is copied is what is shown, and
/// nothing else: a number that is masked is no link in the first place.
pub(super) fn listen(kehu: Kehu) {
    let words = kehu.words();
    let listener = window_event_listener(ev::click, move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = element.and_then(|element| element.closest("a[href^='tel:']").ok().flatten());
        let Some(link) = link.filter(|_| untrack(|| kehu.settings.phone_click()) == PhoneClick::Copy) else {
            return;
        };
        event.prevent_default();
        let number = link.text_content().unwrap_or_default().trim().to_owned();
        leptos::task::spawn_local(async move {
            let is_written = write_clipboard(copied(&[vec![number.clone()]])).await;
            kehu.said.say(if is_written {
                fill(words.number_copied, &[&number])
            } else {
                words.copy_by_key.to_owned()
            });
        });
    });
    on_cleanup(move || listener.remove());
}
