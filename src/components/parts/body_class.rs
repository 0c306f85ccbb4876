use leptos::prelude::*;

/// Says to the style sheet, by a class of the page's body, that something is open, for as long as the view
/// that calls this is there. `:has()` would say it too, but makes a browser look at every row that comes or
/// goes (docs/performance.md).
pub(crate) fn body_class(class: &'static str) {
    set_body_class(class, true);
    on_cleanup(move || set_body_class(class, false));
}

/// The same for what is no view.
pub(crate) fn set_body_class(class: &str, is_on: bool) {
    if let Some(body) = document().body() {
        // A class without blanks is never refused.
        let _ = body.class_list().toggle_with_force(class, is_on);
    }
}
