//! What the page shows while a session is over: nothing of whoever was here, until it is known that the
//! same person is back.
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// What stood on the page, out of the document.
struct PutAway {
    content: HtmlElement,
    focused: Option<HtmlElement>,
    /// Dialogs that lay over the page.
    dialogs: Vec<HtmlDialogElement>,
    /// What was scrolled, and how far: outside the document nothing is.
    scrolled: Vec<(Element, i32, i32)>,
}

/// Takes all that stands on the page out of the document while `is_away`: it can neither be read nor
/// copied, found, heard or printed. It stays in memory and goes on living, and comes back as it was.
pub(crate) fn put_away(page: NodeRef<html::Div>, is_away: Signal<bool>) {
    let away: StoredValue<Option<PutAway>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (Some(page), is_away) = (page.get(), is_away.get()) else { return };
        if is_away {
            let is_here = away.with_value(Option::is_none);
            away.update_value(|away| {
                if is_here {
                    *away = PutAway::take(&page);
                }
            });
        } else if let Some(away) = away.try_update_value(Option::take).flatten() {
            away.give_back(&page);
        }
    });
}

impl PutAway {
    fn take(page: &HtmlElement) -> Option<Self> {
        let content = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        let focused = document().active_element().filter(|it| page.contains(Some(it)));
        let menus = all(page, ":popover-open");
        for menu in menus.iter().filter_map(|menu| menu.dyn_ref::<HtmlElement>()) {
            let _ = menu.hide_popover();
        }
        let dialogs = all(page, "dialog:modal").into_iter().filter_map(|it| it.dyn_into().ok()).collect();
        let scroll_position = |it: Element| {
            let (top, left) = (it.scroll_top(), it.scroll_left());
            (top != 0 || left != 0).then_some((it, top, left))
        };
        let scrolled = all(page, "*").into_iter().filter_map(scroll_position).collect();
        move_all(page, &content);
        let focused = focused.and_then(|it| it.dyn_into().ok());
        Some(Self { content, focused, dialogs, scrolled })
    }

    fn give_back(self, page: &HtmlElement) {
        move_all(&self.content, page);
        for dialog in self.dialogs.iter().filter(|dialog| dialog.open()) {
            // It lost its place over the page, and is only put there when it is opened.
            let _ = dialog.remove_attribute("open");
            let _ = dialog.show_modal();
        }
        for (element, top, left) in &self.scrolled {
            element.set_scroll_top(*top);
            element.set_scroll_left(*left);
        }
        if let Some(focused) = &self.focused {
            let _ = focused.focus();
        }
    }
}

fn all(page: &HtmlElement, what: &str) -> Vec<Element> {
    let found = page.query_selector_all(what).ok();
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.item(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn move_all(from: &HtmlElement, to: &HtmlElement) {
    while let Some(child) = from.first_child() {
        if to.append_child(&child).is_err() {
            return;
        }
    }
}
