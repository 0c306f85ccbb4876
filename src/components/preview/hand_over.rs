//! A number goes from the desk to the phone: as a code that the phone's camera reads.
use crate::components::parts::popover::opens;
use crate::components::parts::qr_code::qr_code;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::view_model::PhoneView;
use leptos::{ev, prelude::*};
use web_sys::HtmlElement;

/// The button beside a number that can be called, and the card with its code. `at` tells the numbers of one
/// customer apart. Where there is no desk (`style/hand-over.css`) the phone is in the hand already.
pub(crate) fn hand_over(phone: &PhoneView, at: usize, words: &'static Words) -> Option<AnyView> {
    let call = phone.call.clone()?;
    let (text, whose) = (phone.text.clone(), phone.label.clone());
    let id = format!("hand-over-{at}");
    let name = fill(words.hand_over, &[&text]);
    let is_open = RwSignal::new(false);
    // Who opens it by a key hears what it is, and the browser leads back when it closes.
    let toggled = move |event: ev::Event| {
        is_open.set(opens(&event));
        if is_open.get_untracked() {
            let _ = event_target::<HtmlElement>(&event).focus();
        }
    };
    // Escape closes the card, and nothing around it.
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
        }
    };
    let content = move || {
        is_open.get().then(|| {
            view! {
                {qr_code(&call, &fill(words.qr_name, &[&text]), "qr")}
                <span class="hand-over__number">{text.clone()}</span>
                <span>{whose.clone()}</span>
                <span>{words.hand_over_hint}</span>
            }
        })
    };
    Some(
        view! {
            <span class="hand-over" on:keydown=pressed>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    data-testid="qr-open"
                    popovertarget=id.clone()
                    aria-haspopup="dialog"
                    aria-label=name.clone()
                    title=name.clone()
                >
                    <Icon name=IconName::Code />
                </button>
                <span popover="auto" id=id class="hand-over__card" role="dialog" tabindex="-1" aria-label=name on:toggle=toggled>
                    {content}
                </span>
            </span>
        }
        .into_any(),
    )
}
