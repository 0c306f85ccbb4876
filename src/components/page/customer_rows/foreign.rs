//! Rows that answer another question than the one on the screen: they stay until others come, to look at
//! and not to work with. What is tried with them is answered by what they are.
use super::List;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where something can be done with a customer: in the rows, and by the box that takes all of them.
const ROWS: &str = "tbody, .card, .row__check";

impl List {
    pub(super) fn is_foreign(self) -> bool {
        self.customers.is_foreign().get_untracked()
    }

    /// Whether nothing may be done with the rows, which is said then.
    pub(super) fn refuses(self) -> bool {
        let text = self.question.foreign_text();
        text.map(|text| self.toast.show(text)).is_some()
    }

    /// Stops what mouse, finger or keyboard do to such a row before anybody else hears of it, the browser
    /// too: a number there would be called although it is another customer's.
    pub(super) fn stop(self, event: &web_sys::Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_row = target.is_some_and(|target| target.closest(ROWS).ok().flatten().is_some());
        if is_row && self.refuses() {
            event.prevent_default();
            event.stop_propagation();
        }
    }
}
