use crate::i18n::Words;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Whether a popover's `toggle` event says that it has opened.
pub(crate) fn opens(event: &Event) -> bool {
    event.dyn_ref::<web_sys::ToggleEvent>().is_some_and(|event| event.new_state() == "open")
}

/// The way out of a card for fingers, which have no Escape; iPhones before iOS 18.3 do not mind a tap
/// beside it. Whoever has a mouse does not see it (`style/base.css`).
pub(crate) fn card_close(card: impl Into<String>, words: &'static Words) -> impl IntoView {
    let card: String = card.into();
    view! {
        <button
            type="button"
            class="button button--quiet card-close"
            data-testid="card-close"
            popovertarget=card
            popovertargetaction="hide"
        >
            {words.close}
        </button>
    }
}
