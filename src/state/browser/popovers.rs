use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Tells every popover where its button stands, just before it opens. Opening, closing, Escape and
/// focus are the browser's own; only the place is not yet the same in all of them.
///
/// A style sheet reads `--anchor-x`, `--anchor-top` and `--anchor-bottom` (pixels of the window) and
/// `data-side`: `below` or `above` the button, wherever there is more room.
pub fn place_popovers() {
    let place = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(popover) = target.filter(|element| element.has_attribute("popover")) {
            beside_button(&popover);
        }
    });
    // The event does not bubble: it is met on its way down.
    let _ = document().add_event_listener_with_callback_and_bool(
        "beforetoggle",
        place.as_ref().unchecked_ref(),
        true,
    );
    // It lives as long as the page.
    place.forget();
}

fn beside_button(popover: &HtmlElement) -> Option<()> {
    // A notice may lead to a card too, but the card stands where it always does; and a button within it closes it.
    let opens = format!("[popovertarget=\"{}\"]:not(.notice *, [popovertargetaction=hide])", popover.id());
    let button: Element = document().query_selector(&opens).ok()??;
    let rect = button.get_bounding_client_rect();
    let height = window().inner_height().ok()?.as_f64()?;
    let is_below = rect.bottom() < height * 0.6;
    let style = popover.style();
    for (name, value) in [
        ("--anchor-x", rect.left()),
        ("--anchor-top", rect.bottom()),
        ("--anchor-bottom", height - rect.top()),
    ] {
        style.set_property(name, &format!("{}px", value.round() as i32)).ok()?;
    }
    popover.set_attribute("data-side", if is_below { "below" } else { "above" }).ok()
}
