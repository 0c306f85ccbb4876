use crate::components::IconName;
use crate::components::cells::cell::markup;
use crate::components::cells::markup::{COLOR, Child, Markup};
use crate::i18n::RowWords;
use crate::view_model::CellView;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What stands in a cell of the table in the place of plain words: labels, a badge, numbers, a link.
#[derive(Default)]
pub(super) struct Content {
    shown: Vec<Child>,
    drawn: Vec<Drawn>,
}

/// A node of the page, and those in it that were drawn here.
struct Drawn {
    node: Node,
    children: Vec<Drawn>,
}

impl Content {
    /// Shows a value in its cell, and touches nothing that stands there already.
    pub fn show(
        &mut self,
        cell: &Element,
        view: CellView,
        id: &str,
        words: &RowWords,
    ) -> Result<(), JsValue> {
        let markup = markup(view, id, words).unwrap_or_default();
        let mut new: Vec<_> = markup.into_iter().map(Child::Element).collect();
        exclude_from_tab_order(&mut new);
        change_all(cell, &mut self.drawn, &self.shown, &new)?;
        self.shown = new;
        Ok(())
    }

    /// Takes it out of its cell.
    pub fn clear(&mut self, cell: &Element) -> Result<(), JsValue> {
        change_all(cell, &mut self.drawn, &self.shown, &[])?;
        self.shown.clear();
        Ok(())
    }
}

/// The grid has one stop for the Tab key, its active cell: what can be used inside a cell is reached from
/// there.
fn exclude_from_tab_order(children: &mut [Child]) {
    for child in children {
        if let Child::Element(markup) = child {
            match markup.tag {
                "a" | "button" => markup.attributes.push(("tabindex", "-1".into())),
                // On the card of a fold the Tab key goes from one number to the next.
                "span" => exclude_from_tab_order(&mut markup.children),
                _ => {}
            }
        }
    }
}

fn change_all(parent: &Node, drawn: &mut Vec<Drawn>, old: &[Child], new: &[Child]) -> Result<(), JsValue> {
    for gone in drawn.drain(new.len().min(drawn.len())..) {
        gone.element().remove();
    }
    for (at, child) in new.iter().enumerate() {
        match (drawn.get_mut(at), old.get(at)) {
            (Some(_), Some(same)) if same == child => {}
            (Some(here), Some(was)) => here.change(was, child)?,
            _ => {
                let made = Drawn::make(child)?;
                parent.append_child(&made.node)?;
                drawn.push(made);
            }
        }
    }
    Ok(())
}

impl Drawn {
    /// Texts are taken away and replaced as elements are. Both work wherever the node stands: a browser's
    /// extension may have moved it.
    fn element(&self) -> &Element {
        self.node.unchecked_ref()
    }

    fn make(child: &Child) -> Result<Self, JsValue> {
        let markup = match child {
            Child::Text(text) => {
                return Ok(Self { node: document().create_text_node(text).into(), children: Vec::new() });
            }
            Child::Icon(icon) => return Ok(Self { node: make_icon(*icon)?.into(), children: Vec::new() }),
            Child::Element(markup) => markup,
        };
        let empty = Markup { tag: markup.tag, attributes: Vec::new(), color: None, children: Vec::new() };
        let element = document().create_element(markup.tag)?;
        let mut drawn = Self { node: element.into(), children: Vec::new() };
        drawn.change_element(&empty, markup)?;
        Ok(drawn)
    }

    fn change(&mut self, was: &Child, child: &Child) -> Result<(), JsValue> {
        match (was, child) {
            (Child::Text(_), Child::Text(text)) => {
                self.node.set_node_value(Some(text));
                Ok(())
            }
            (Child::Element(was), Child::Element(markup)) if was.tag == markup.tag => {
                self.change_element(was, markup)
            }
            _ => {
                let made = Self::make(child)?;
                self.element().replace_with_with_node_1(&made.node)?;
                *self = made;
                Ok(())
            }
        }
    }

    fn change_element(&mut self, was: &Markup, markup: &Markup) -> Result<(), JsValue> {
        let element: &HtmlElement = self.node.unchecked_ref();
        for attribute in &markup.attributes {
            if !was.attributes.contains(attribute) {
                element.set_attribute(attribute.0, &attribute.1)?;
            }
        }
        for (name, _) in &was.attributes {
            if markup.attributes.iter().all(|(other, _)| other != name) {
                element.remove_attribute(name)?;
            }
        }
        if was.color != markup.color {
            match &markup.color {
                Some(color) => element.style().set_property(COLOR, color)?,
                None => {
                    element.style().remove_property(COLOR)?;
                }
            }
        }
        change_all(&self.node, &mut self.children, &was.children, &markup.children)
    }
}

fn make_icon(icon: IconName) -> Result<Element, JsValue> {
    let (svg, sign) =
        (document().create_element_ns(Some(SVG), "svg")?, document().create_element_ns(Some(SVG), "use")?);
    for (name, value) in [("class", "icon"), ("width", "16"), ("height", "16"), ("aria-hidden", "true")] {
        svg.set_attribute(name, value)?;
    }
    sign.set_attribute("href", icon.href())?;
    svg.append_child(&sign)?;
    Ok(svg)
}
