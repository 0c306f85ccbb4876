//! The whole of a text that its cell cuts off: for who points at it and for who comes by keyboard.
use crate::view_model::Tone;
use leptos::{html, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The card that shows the active cell's whole text, and the cell that says its own on hover.
#[derive(Clone, Copy)]
pub(super) struct Tip {
    pub card: NodeRef<html::Div>,
    pointed: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Tip {
    pub fn new() -> Self {
        Self { card: NodeRef::new(), pointed: StoredValue::new_local(None) }
    }

    /// Shows the text of a cell, if the cell cuts it off.
    pub fn show_for(self, cell: Option<&HtmlElement>) {
        let Some(card) = self.card.get_untracked() else { return };
        // A time as it is seen from today says itself in full.
        let exact =
            |cell: &HtmlElement| Some(cell.title()).filter(|title| is_time(cell) && !title.is_empty());
        let text = |cell: &HtmlElement| exact(cell).or_else(|| is_cut(cell).then(|| shown_text(cell)));
        let Some((cell, text)) = cell.and_then(|cell| Some((cell, text(cell)?))) else { return self.hide() };
        card.set_text_content(Some(&text));
        let rect = cell.get_bounding_client_rect();
        let style = HtmlElement::style(&card);
        for (name, value) in
            [("--anchor-x", rect.left()), ("--anchor-top", rect.bottom()), ("--anchor-bottom", rect.top())]
        {
            let _ = style.set_property(name, &format!("{}px", value as i32));
        }
        let _ = card.show_popover();
    }

    /// Puts the card away.
    pub fn hide(self) {
        if let Some(card) = self.card.try_get_untracked().flatten()
            && self.is_shown()
        {
            let _ = card.hide_popover();
        }
    }

    pub fn is_shown(self) -> bool {
        // The browser tells of scrolls after the table is gone.
        self.card
            .try_get_untracked()
            .flatten()
            .is_some_and(|card| card.matches(":popover-open").unwrap_or(false))
    }

    /// A cell whose text is cut off says the whole of it to who points at it. Worked out then and not
    /// before: to ask the browser for the width of every cell would cost a layout.
    pub fn point_at(self, target: Option<web_sys::EventTarget>) {
        let element = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let cell = element.and_then(|element| element.closest("tbody [data-column]").ok().flatten());
        let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) else { return };
        if self.pointed.try_with_value(|pointed| pointed.as_ref() == Some(&cell)) == Some(true) {
            return;
        }
        self.forget();
        let has_own_title = is_time(&cell) || cell.class_list().contains("cell__masked");
        if !has_own_title {
            if is_cut(&cell) {
                cell.set_title(&shown_text(&cell));
            }
            self.pointed.set_value(Some(cell));
        }
    }

    /// The cells are about to show other customers: what one of them says on hover is true no more. Where
    /// the pointer rests it is said anew once the browser has laid them out.
    pub fn refill(self) {
        if let Some(cell) = self.forget() {
            let again = move || {
                if self.pointed.try_with_value(Option::is_none) == Some(true)
                    && cell.matches(":hover") == Ok(true)
                {
                    self.point_at(Some(cell.into()));
                }
            };
            request_animation_frame(move || set_timeout(again, Duration::ZERO));
        }
    }

    fn forget(self) -> Option<HtmlElement> {
        let cell = self.pointed.try_update_value(Option::take).flatten()?;
        let _ = cell.remove_attribute("title");
        Some(cell)
    }
}

fn is_time(cell: &HtmlElement) -> bool {
    cell.class_name().contains(Tone::Plain.class())
}

fn is_cut(cell: &HtmlElement) -> bool {
    let lines = cell.query_selector(".cell__lines").ok().flatten();
    let is_cut_below = lines.is_some_and(|lines| lines.scroll_height() > lines.client_height());
    is_cut_below || cell.scroll_width() > cell.client_width()
}

/// The text of the cell without what is folded away in it.
fn shown_text(cell: &HtmlElement) -> String {
    let whole = cell.text_content().unwrap_or_default();
    let card = cell.query_selector("[popover]").ok().flatten().and_then(|card| card.text_content());
    match card.filter(|card| !card.is_empty()) {
        // What folds away says everything, the part in sight too.
        Some(_) => String::new(),
        None => whole,
    }
}
