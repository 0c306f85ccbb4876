use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus into the list: to where the keyboard is in the table, to the first card, or to what is
/// said in the place of rows.
pub(crate) fn focus_list() {
    if !focus_table() {
        focus(".cards button, .notice button");
    }
}

/// Moves the focus to where the keyboard is in the table. A table is one stop of the Tab key, its active
/// cell. `false` where there is no table, as on a phone.
pub(crate) fn focus_table() -> bool {
    focus(".table [tabindex=\"0\"], .table[tabindex=\"0\"]")
}

fn focus(path: &str) -> bool {
    let found = document().query_selector(path).ok().flatten();
    found.and_then(|found| found.dyn_into::<HtmlElement>().ok()).is_some_and(|found| found.focus().is_ok())
}
