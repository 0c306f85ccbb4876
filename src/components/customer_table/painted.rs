//! What stands in a cell of the table in the place of plain words.
//!
//! Not by a view: to show another customer's labels, a view takes every attribute off and puts it on
//! again, and the browser works out the styles of all of them anew.
use crate::components::approval_badge::badge;
use crate::components::cell::outside_link;
use crate::components::cell_part::{CellPart, OUTSIDE, PartLink};
use crate::components::label_chips::{folded_chips, shown_chips};
use crate::components::phone_cell::{first_phone, folded_phones};
use crate::i18n::RowWords;
use crate::view_model::CellView;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// The parts of a cell, and behind them what folds.
#[derive(Default)]
pub(super) struct Painted {
    /// Holds the parts, where their kind has one.
    wrapper: Option<(&'static str, Element)>,
    parts: Vec<PaintedPart>,
    fold: Option<<AnyView as Render>::State>,
}

struct PaintedPart {
    shown: CellPart,
    element: HtmlElement,
    text: Node,
}

impl Painted {
    /// Shows what the view has, in its cell. `id` tells what folds here apart from all other folds.
    pub fn show(
        &mut self,
        cell: &Element,
        view: &CellView,
        id: &str,
        words: &'static RowWords,
    ) -> Result<(), JsValue> {
        let (wrapper, parts, fold) = match view {
            CellView::Link { text, href } => {
                (None, vec![outside_link(text.clone(), href.clone(), words)], None)
            }
            CellView::Approval(approval, text) => (None, vec![badge(*approval, text.clone())], None),
            CellView::Labels(chips) => {
                (Some("chips"), shown_chips(chips).collect(), folded_chips(chips, id, words))
            }
            CellView::Phones(phones) => {
                let first = first_phone(phones, words).into_iter().collect();
                (Some("phones"), first, folded_phones(phones, id, words))
            }
            _ => (None, Vec::new(), None),
        };
        // Always another one: a card that is open would go on to speak of the customer before.
        self.drop_fold();
        if self.wrapper.as_ref().map(|(class, _)| *class) != wrapper {
            self.remove();
            self.wrapper = wrapper.map(make_wrapper).transpose()?;
            if let Some((_, wrapper)) = &self.wrapper {
                cell.append_child(wrapper)?;
            }
        }
        let place = self.wrapper.as_ref().map_or(cell, |(_, wrapper)| wrapper);
        for part in self.parts.drain(parts.len().min(self.parts.len())..) {
            part.element.remove();
        }
        for (at, part) in parts.into_iter().enumerate() {
            match self.parts.get_mut(at) {
                Some(known) if known.can_show(&part) => known.show(part)?,
                Some(known) => {
                    let made = PaintedPart::new(part)?;
                    place.insert_before(&made.element, Some(&known.element))?;
                    known.element.remove();
                    *known = made;
                }
                None => {
                    let made = PaintedPart::new(part)?;
                    place.append_child(&made.element)?;
                    self.parts.push(made);
                }
            }
        }
        if let Some(fold) = fold {
            let mut fold = fold.build();
            fold.mount(place, None);
            self.fold = Some(fold);
            if let Some(button) = place.query_selector(".fold")? {
                leave_to_the_grid(&button)?;
            }
        }
        Ok(())
    }

    /// Takes everything out of the cell.
    pub fn remove(&mut self) {
        self.drop_fold();
        self.parts.drain(..).for_each(|part| part.element.remove());
        if let Some((_, wrapper)) = self.wrapper.take() {
            wrapper.remove();
        }
    }

    fn drop_fold(&mut self) {
        if let Some(mut fold) = self.fold.take() {
            fold.unmount();
        }
    }
}

impl PaintedPart {
    fn new(part: CellPart) -> Result<Self, JsValue> {
        let document = document();
        let tag = if part.link.is_some() { "a" } else { "span" };
        let element: HtmlElement = document.create_element(tag)?.unchecked_into();
        if let Some(link) = &part.link {
            leave_to_the_grid(&element)?;
            for (name, value) in OUTSIDE.into_iter().filter(|_| link.is_outside) {
                element.set_attribute(name, value)?;
            }
        }
        if let Some(name) = part.icon {
            element.append_child(&icon(name)?)?;
        }
        let text: Node = document.create_text_node("").into();
        element.append_child(&text)?;
        let link = part.link.as_ref();
        let link = link.map(|link| PartLink { is_outside: link.is_outside, ..PartLink::default() });
        let shown = CellPart { icon: part.icon, link, ..CellPart::default() };
        let mut made = Self { shown, element, text };
        made.show(part)?;
        Ok(made)
    }

    /// Whether it differs only in what [`show`](Self::show) changes.
    fn can_show(&self, part: &CellPart) -> bool {
        let kind = |part: &CellPart| (part.icon, part.link.as_ref().map(|link| link.is_outside));
        kind(&self.shown) == kind(part)
    }

    fn show(&mut self, part: CellPart) -> Result<(), JsValue> {
        let was = std::mem::replace(&mut self.shown, part);
        let (is, element) = (&self.shown, &self.element);
        if was.class != is.class {
            element.set_class_name(is.class);
        }
        if was.color != is.color {
            element.style().set_property("--label", is.color.as_deref().unwrap_or_default())?;
        }
        if was.text != is.text {
            self.text.set_node_value(Some(&is.text));
        }
        let put = |name: &str, was: Option<&str>, is: Option<&str>| match is {
            _ if was == is => Ok(()),
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
        put("data-state", was.state, is.state)?;
        put("title", was.title.as_deref(), is.title.as_deref())?;
        if let (Some(was), Some(is)) = (&was.link, &is.link) {
            put("href", Some(&was.href), Some(&is.href))?;
            put("aria-label", was.name.as_deref(), is.name.as_deref())?;
        }
        Ok(())
    }
}

fn make_wrapper(class: &'static str) -> Result<(&'static str, Element), JsValue> {
    let wrapper = document().create_element("span")?;
    wrapper.set_class_name(class);
    Ok((class, wrapper))
}

fn icon(name: &'static str) -> Result<Node, JsValue> {
    let make = |name: &str, attributes: &[(&str, &str)]| -> Result<Element, JsValue> {
        let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name)?;
        for (name, value) in attributes {
            element.set_attribute(name, value)?;
        }
        Ok(element)
    };
    let icon = make("svg", &[("class", "icon"), ("width", "16"), ("height", "16"), ("aria-hidden", "true")])?;
    icon.append_child(&make("use", &[("href", &format!("#icon-{name}"))])?.into())?;
    Ok(icon.into())
}

/// The grid has one stop for the Tab key, its active cell. What can be used inside a cell is reached
/// from there; what stands in a card that opens keeps its own place.
fn leave_to_the_grid(element: &Element) -> Result<(), JsValue> {
    element.set_attribute("tabindex", "-1")
}
