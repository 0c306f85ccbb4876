//! What stands in a cell of the table in the place of plain words.
//!
//! Not by a view: to show another customer's labels, a view takes every attribute off and puts it on
//! again, and the browser works out the styles of all of them anew.
use super::painted_fold::PaintedFold;
use crate::components::IconName;
use crate::components::cells::approval_badge::badge;
use crate::components::cells::cell::{beside_link, outside_link};
use crate::components::cells::cell_part::{CellPart, OUTSIDE, PartLink};
use crate::components::cells::label_chips::{folded_chips, shown_chips};
use crate::components::cells::phone_cell::{first_phone, folded_phones};
use crate::i18n::RowWords;
use crate::view_model::CellView;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// The parts of a cell, and behind them what folds. What a customer does not need is put aside for the
/// next one: a table that is turned through all day makes no more than its fullest rows had.
#[derive(Default)]
pub(super) struct Painted {
    /// Holds the parts, where their kind has one.
    wrapper: Option<(&'static str, Element)>,
    parts: Vec<PaintedPart>,
    /// How many of them are in the document.
    used: usize,
    fold: Option<PaintedFold>,
}

/// One part, which shows another customer's in the same elements.
pub(super) struct PaintedPart {
    shown: CellPart,
    pub element: HtmlElement,
    text: Node,
}

/// Where a part stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a cell. The grid has one stop for the Tab key, its active cell: what can be used inside a cell is
    /// reached from there.
    Cell,
    /// On a card that opens, where all keeps its own place.
    Card,
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
            CellView::Link { text, href, rest } => {
                let link = outside_link(text.clone(), href.clone(), words);
                (None, std::iter::once(link).chain(beside_link(rest)).collect(), None)
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
        if self.wrapper.as_ref().map(|(class, _)| *class) != wrapper {
            self.put_aside();
            *self = Self { wrapper: wrapper.map(make_wrapper).transpose()?, ..Self::default() };
        }
        let place = match &self.wrapper {
            Some((_, wrapper)) => {
                if !wrapper.is_connected() {
                    cell.append_child(wrapper)?;
                }
                wrapper
            }
            None => cell,
        };
        let behind = self.fold.as_ref().and_then(PaintedFold::first);
        self.used = show_parts(&mut self.parts, self.used, parts, place, behind.as_ref(), Place::Cell)?;
        match (&mut self.fold, fold) {
            (Some(known), Some(fold)) => known.show(place, fold)?,
            (Some(known), None) => known.put_aside(),
            (empty, Some(fold)) => empty.insert(PaintedFold::new()?).show(place, fold)?,
            (None, None) => {}
        }
        Ok(())
    }

    /// Takes everything out of the cell, and keeps it.
    pub fn put_aside(&mut self) {
        match &self.wrapper {
            Some((_, wrapper)) => wrapper.remove(),
            None => {
                self.parts.iter().take(std::mem::take(&mut self.used)).for_each(|part| part.element.remove())
            }
        }
        if let Some(fold) = &mut self.fold {
            fold.put_aside();
        }
    }
}

/// Shows parts one behind the other, before what stands `behind` them. Of those that are made `used` are in
/// the document; the rest waits to be used again. Returns how many are used now.
pub(super) fn show_parts(
    made: &mut Vec<PaintedPart>,
    used: usize,
    parts: Vec<CellPart>,
    place: &Element,
    behind: Option<&Node>,
    kind: Place,
) -> Result<usize, JsValue> {
    let count = parts.len();
    for (at, part) in parts.into_iter().enumerate() {
        match made.get_mut(at) {
            Some(known) => {
                known.show_any(part, kind)?;
                if at >= used {
                    place.insert_before(&known.element, behind)?;
                }
            }
            None => {
                let new = PaintedPart::new(part, kind)?;
                place.insert_before(&new.element, behind)?;
                made.push(new);
            }
        }
    }
    for part in made.iter().take(used).skip(count) {
        part.element.remove();
    }
    Ok(count)
}

impl PaintedPart {
    pub fn new(part: CellPart, place: Place) -> Result<Self, JsValue> {
        let document = document();
        let tag = if part.link.is_some() { "a" } else { "span" };
        let element: HtmlElement = document.create_element(tag)?.unchecked_into();
        if let Some(link) = &part.link {
            if place == Place::Cell {
                leave_to_the_grid(&element)?;
            }
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

    /// Shows a part of any kind, in another element where that must be.
    pub fn show_any(&mut self, part: CellPart, place: Place) -> Result<(), JsValue> {
        if self.can_show(&part) {
            return self.show(part);
        }
        let made = Self::new(part, place)?;
        self.element.replace_with_with_node_1(&made.element)?;
        *self = made;
        Ok(())
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

fn icon(name: IconName) -> Result<Node, JsValue> {
    let make = |name: &str, attributes: &[(&str, &str)]| -> Result<Element, JsValue> {
        let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name)?;
        for (name, value) in attributes {
            element.set_attribute(name, value)?;
        }
        Ok(element)
    };
    let icon = make("svg", &[("class", "icon"), ("width", "16"), ("height", "16"), ("aria-hidden", "true")])?;
    icon.append_child(&make("use", &[("href", name.href())])?.into())?;
    Ok(icon.into())
}

/// See [`Place::Cell`].
pub(super) fn leave_to_the_grid(element: &Element) -> Result<(), JsValue> {
    element.set_attribute("tabindex", "-1")
}
