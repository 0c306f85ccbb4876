//! 拨打 and 复制 on the row under the pointer or with the focus: one pair of buttons, which moves to the row
//! and not one in every row, so that a turned page has nothing more to draw.
use super::customer_table::Rows;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::state::Screen;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How wide a button is, and how far it stands behind what is before it, in pixels.
const SIZE: i32 = 24;
const GAP: i32 = 2;
/// What a cell leaves free at its edge.
const PADDING: i32 = 8;
/// The mark of a number's link that is to call now.
pub(crate) const CALLS: &str = "data-calls";

/// The buttons of the row's first number that can be called. The number is a link of its own and the cell can
/// be copied by keys, so these are for the mouse alone: the keyboard's grid stays as it is.
#[component]
pub fn PhoneButtons(
    /// The rows: other ones have other numbers.
    #[prop(into)]
    rows: Signal<Rows>,
    /// Whether nothing can be done with them.
    #[prop(into)]
    is_foreign: Signal<bool>,
    /// Copies a number.
    on_copy: Callback<String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let pair = Pair { home: NodeRef::new(), buttons: NodeRef::new(), copy: NodeRef::new() };
    let came_to = move |target: Option<web_sys::EventTarget>| {
        let row = target.and_then(|it| it.dyn_into::<Element>().ok()).and_then(|it| row_of(&it));
        match row.filter(|_| !is_foreign.get_untracked()) {
            Some(row) => pair.move_to(&row),
            None => pair.put_away(),
        }
    };
    let over = window_event_listener(ev::pointerover, move |event| {
        if event.pointer_type() == "mouse" {
            came_to(event.target());
        }
    });
    let focused = window_event_listener(ev::focusin, move |event| {
        if !Screen::is_touch_now() {
            came_to(event.target());
        }
    });
    on_cleanup(move || {
        over.remove();
        focused.remove();
        pair.put_away();
    });
    // The row may have another customer's number from now on. Whoever points at it still gets the new one.
    Effect::watch(
        move || {
            rows.track();
            is_foreign.get()
        },
        move |is_foreign, _, _| {
            pair.put_away();
            if !is_foreign {
                request_animation_frame(move || pair.come_back());
            }
        },
        false,
    );
    // The focus stays where the keyboard is.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    // The link itself calls, whatever a click on it does otherwise.
    let call = move |_| {
        if let Some(link) = pair.link()
            && link.set_attribute(CALLS, "").is_ok()
        {
            link.click();
            let _ = link.remove_attribute(CALLS);
        }
    };
    let copy = move |_| {
        if let Some(href) = pair.link().and_then(|link| link.get_attribute("href")) {
            on_copy.run(href.trim_start_matches("tel:").to_owned());
        }
    };
    view! {
        <div node_ref=pair.home hidden>
            <span node_ref=pair.buttons class="phone-buttons" aria-hidden="true" on:mousedown=keep_focus>
                <button type="button" class="phone-buttons__call" tabindex="-1" data-testid="row-call" title=words.call_now on:click=call>
                    <Icon name=IconName::Phone />
                </button>
                <button node_ref=pair.copy type="button" tabindex="-1" data-testid="row-copy" title=words.run_copy_number on:click=copy>
                    <Icon name=IconName::Copy />
                </button>
            </span>
        </div>
    }
}

/// The buttons, and where they stand while no row has them.
#[derive(Clone, Copy)]
struct Pair {
    home: NodeRef<html::Div>,
    buttons: NodeRef<html::Span>,
    copy: NodeRef<html::Button>,
}

impl Pair {
    /// Into the cell of the row's first number that can be called, where there is one.
    fn move_to(self, row: &Element) {
        let link = row.query_selector("td > .phones > a.phone").ok().flatten();
        let cell =
            link.and_then(|link| link.parent_element()).and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let (Some(cell), Some(buttons)) = (cell, self.buttons.get_untracked()) else {
            return self.put_away();
        };
        if buttons.parent_element().as_ref() == Some(&cell) {
            return;
        }
        let end = cell.last_element_child().and_then(|last| last.dyn_into::<HtmlElement>().ok());
        let end = end.map_or(0, |last| last.offset_left() + last.offset_width()) + GAP;
        // Nothing is covered that can be read: where the number fills its cell, the menu and the keys copy it.
        let has_room = end + SIZE <= cell.offset_width() + PADDING;
        if let Some(copy) = self.copy.get_untracked() {
            let _ = HtmlElement::style(&copy).set_property("left", &format!("{end}px"));
            copy.set_hidden(!has_room);
        }
        let _ = cell.append_child(&buttons);
    }

    fn put_away(self) {
        // The page may be gone by then.
        let home = self.home.try_get_untracked().flatten();
        if let (Some(home), Some(buttons)) = (home, self.buttons.try_get_untracked().flatten())
            && !home.contains(Some(&buttons))
        {
            let _ = home.append_child(&buttons);
        }
    }

    fn come_back(self) {
        let pointed = document().query_selector(".table tbody > tr:hover").ok().flatten();
        if let Some(row) = pointed.and_then(|it| row_of(&it)).filter(|_| !Screen::is_touch_now()) {
            self.move_to(&row);
        }
    }

    /// The number beside them, as it is now.
    fn link(self) -> Option<HtmlElement> {
        let cell = self.buttons.get_untracked()?.parent_element()?;
        cell.query_selector("a.phone").ok()??.dyn_into().ok()
    }
}

/// The row of a customer that holds an element.
fn row_of(element: &Element) -> Option<Element> {
    element.closest(".table tr[data-customer-id]").ok().flatten()
}
