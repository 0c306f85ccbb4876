use crate::components::Cell;
use crate::i18n::RowWords;
use crate::view_model::CellView;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What stands in a cell of the table in the place of plain words: labels, a badge, numbers, a link.
pub(super) struct Content(<AnyView as Render>::State);

impl Content {
    /// Puts it into its cell.
    pub fn new(
        cell: &Element,
        view: CellView,
        id: String,
        words: &'static RowWords,
    ) -> Result<Self, JsValue> {
        let mut state = content(view, id, words).build();
        state.mount(cell, None);
        leave_to_grid(cell)?;
        Ok(Self(state))
    }

    /// Shows another customer's. What is alike stays, which costs half of making it anew; an open card is
    /// about the customer before, so it goes.
    pub fn update(
        mut self,
        cell: &Element,
        view: CellView,
        id: String,
        words: &'static RowWords,
    ) -> Result<Self, JsValue> {
        // A browser that does not know the selector cannot tell.
        let may_be_open = cell.query_selector(":popover-open").map_or(true, |card| card.is_some());
        if may_be_open {
            self.remove();
            return Self::new(cell, view, id, words);
        }
        content(view, id, words).rebuild(&mut self.0);
        leave_to_grid(cell)?;
        Ok(self)
    }

    /// Takes it out of the cell.
    pub fn remove(mut self) {
        self.0.unmount();
    }
}

fn content(view: CellView, id: String, words: &'static RowWords) -> AnyView {
    view! { <Cell view id words /> }.into_any()
}

/// The grid has one stop for the Tab key, its active cell: what can be used inside a cell is reached from
/// there.
fn leave_to_grid(cell: &Element) -> Result<(), JsValue> {
    let found = cell.query_selector_all(":scope > a, :scope > span > a, :scope > span > .fold")?;
    for at in 0..found.length() {
        if let Some(element) = found.item(at).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            element.set_tab_index(-1);
        }
    }
    Ok(())
}
