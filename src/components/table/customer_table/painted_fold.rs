use super::painted::{PaintedPart, Place, leave_to_the_grid};
use crate::components::cells::fold::{Fold, FoldedPart};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// A fold of a cell of the table, which shows another customer's in the same elements.
pub(super) struct PaintedFold {
    button: Element,
    count: Node,
    card: HtmlElement,
    parts: Vec<PaintedLine>,
    /// How many of them are on the card.
    used: usize,
}

/// One thing on the card.
struct PaintedLine {
    part: PaintedPart,
    /// The line of its own, and the text of what it is called there.
    line: Option<(Element, Node)>,
}

impl PaintedFold {
    pub fn new() -> Result<Self, JsValue> {
        let button = element("button", "fold")?;
        button.set_attribute("type", "button")?;
        leave_to_the_grid(&button)?;
        let count: Node = document().create_text_node("").into();
        button.append_child(&count)?;
        let card: HtmlElement = element("div", "fold__card")?.unchecked_into();
        card.set_attribute("popover", "auto")?;
        Ok(Self { button, count, card, parts: Vec::new(), used: 0 })
    }

    /// What stands first of it in its cell, while it is there.
    pub fn first(&self) -> Option<Node> {
        self.button.is_connected().then(|| self.button.clone().into())
    }

    /// Shows a fold behind all else in its place.
    pub fn show(&mut self, place: &Element, fold: Fold) -> Result<(), JsValue> {
        if self.button.is_connected() {
            self.shut();
        } else {
            place.append_child(&self.button)?;
            place.append_child(&self.card)?;
        }
        self.count.set_node_value(Some(&format!("+{}", fold.count)));
        self.button.set_attribute("popovertarget", &fold.id)?;
        self.button.set_attribute("aria-label", &fold.name)?;
        self.button.set_attribute("title", &fold.name)?;
        self.card.set_id(&fold.id);
        let count = fold.parts.len();
        for (at, part) in fold.parts.into_iter().enumerate() {
            let line = match self.parts.get_mut(at) {
                Some(known) => {
                    known.show(part)?;
                    known
                }
                None => {
                    self.parts.push(PaintedLine::new(part)?);
                    &mut self.parts[at]
                }
            };
            if at >= self.used {
                self.card.append_child(line.element())?;
            }
        }
        for line in self.parts.iter().take(self.used).skip(count) {
            line.element().remove();
        }
        self.used = count;
        Ok(())
    }

    /// Takes it out of its cell, and keeps it.
    pub fn put_aside(&mut self) {
        self.shut();
        self.button.remove();
        self.card.remove();
    }

    /// A card that stayed open would go on to speak of another customer.
    fn shut(&self) {
        // An error says that it is shut.
        let _ = self.card.hide_popover();
    }
}

impl PaintedLine {
    fn new(FoldedPart { label, part }: FoldedPart) -> Result<Self, JsValue> {
        let part = PaintedPart::new(part, Place::Card)?;
        let line = label.map(|label| -> Result<_, JsValue> {
            let (line, name) = (element("p", "phone__line")?, element("span", "phone__label")?);
            let text: Node = document().create_text_node(&label).into();
            name.append_child(&text)?;
            line.append_child(&name)?;
            line.append_child(&part.element)?;
            Ok((line, text))
        });
        Ok(Self { part, line: line.transpose()? })
    }

    fn show(&mut self, FoldedPart { label, part }: FoldedPart) -> Result<(), JsValue> {
        if let Some((_, text)) = &self.line {
            text.set_node_value(label.as_deref());
        }
        self.part.show_any(part, Place::Card)
    }

    /// What stands on the card.
    fn element(&self) -> &Element {
        self.line.as_ref().map_or(&self.part.element, |(line, _)| line)
    }
}

fn element(tag: &str, class: &str) -> Result<Element, JsValue> {
    let element = document().create_element(tag)?;
    element.set_class_name(class);
    Ok(element)
}
