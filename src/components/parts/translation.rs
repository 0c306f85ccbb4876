//! Pages that a browser translates although they ask it not to: it takes our texts out of the document
//! and puts elements with its own in their place. A text that is only written anew is then seen by
//! nobody, so what shows another customer is made of new elements, or written as the whole content of
//! its element (`prop:textContent`).
use web_sys::Element;

/// Whether a browser has translated something in an element.
pub(crate) fn is_translated(element: &Element) -> bool {
    element.query_selector("font").ok().flatten().is_some()
}
