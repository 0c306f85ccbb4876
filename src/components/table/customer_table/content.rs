use crate::components::Cell;
use crate::i18n::RowWords;
use crate::view_model::CellView;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What stands in a cell of the table in the place of plain words: labels, a badge, numbers, a link. It is
/// made anew for each customer.
pub(super) struct Content(<AnyView as Render>::State);

impl Content {
    /// Puts it into its cell. The grid has one stop for the Tab key, its active cell: what can be used inside
    /// a cell is reached from there.
    pub fn new(
        cell: &Element,
        view: CellView,
        id: String,
        words: &'static RowWords,
    ) -> Result<Self, JsValue> {
        let mut state = view! { <Cell view id words /> }.into_any().build();
        state.mount(cell, None);
        let found = cell.query_selector_all(":scope > a, :scope > span > a, :scope > span > .fold")?;
        for at in 0..found.length() {
            if let Some(element) = found.item(at).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                element.set_tab_index(-1);
            }
        }
        Ok(Self(state))
    }

    /// Takes it out of the cell. A card that is open goes with it.
    pub fn remove(mut self) {
        self.0.unmount();
    }
}
