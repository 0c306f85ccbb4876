//! The headings of groups, among the rows that are drawn. The heading under which the first drawn row stands
//! is drawn too, wherever it is: it stays in sight over its rows.
use super::Rows;
use crate::i18n::Words;
use crate::view_model::GroupHeading;
use leptos::prelude::document;
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// What a click on a heading is for.
pub(super) const FOLD: &str = ".group__fold";
/// See [`FOLD`].
pub(super) const PICK: &str = ".group__pick";
/// See [`FOLD`].
pub(super) const RUN: &str = ".group__run";

/// The headings that are drawn, in the order of the table.
pub(super) struct GroupRows {
    drawn: Vec<(GroupHeading, Element)>,
    /// How many columns the drawn ones stand over.
    columns: usize,
    words: &'static Words,
}

impl GroupRows {
    /// None yet.
    pub fn new(words: &'static Words) -> Self {
        Self { drawn: Vec::new(), columns: 0, words }
    }

    /// Draws the headings of a window, after its rows; `columns` is how many there are.
    pub fn draw(
        &mut self,
        tbody: &Element,
        rows: &Rows,
        window: Range<usize>,
        columns: usize,
        row_height: usize,
    ) -> Result<(), JsValue> {
        let mut old = std::mem::take(&mut self.drawn);
        if self.columns != columns {
            self.columns = columns;
            old.drain(..).for_each(|(_, element)| element.remove());
        }
        if let Some(groups) = &rows.groups {
            let above = groups.heading_of(window.start).filter(|heading| heading.row < window.start);
            if above.is_some()
                && let Some(spacer) = tbody.first_element_child()
            {
                // It takes the place of one of the rows that are not drawn.
                let height = format!("{}px", (window.start - 1) * row_height);
                spacer.unchecked_into::<HtmlElement>().style().set_property("height", &height)?;
            }
            let inside = groups.headings.iter().filter(|heading| window.contains(&heading.row));
            for heading in above.into_iter().chain(inside) {
                let known = old.iter().position(|(known, _)| known == heading);
                let element = match known {
                    Some(at) => old.swap_remove(at).1,
                    None => self.make(heading, columns)?,
                };
                self.drawn.push((heading.clone(), element));
            }
        }
        for (_, element) in old {
            element.remove();
        }
        self.put_in_place(tbody, window.start)
    }

    /// From the last to the first: what a heading stands before is in its place by then.
    fn put_in_place(&self, tbody: &Element, first: usize) -> Result<(), JsValue> {
        let mut below: Option<(usize, Element)> = None;
        for (heading, element) in self.drawn.iter().rev() {
            let row = heading.row.max(first.saturating_sub(1)) + 1;
            let next = match below.take().filter(|(below, _)| *below == row) {
                Some((_, element)) => Some(element),
                None => tbody.query_selector(&format!("tr[aria-rowindex=\"{}\"]", row + 2))?,
            };
            let next = next.or_else(|| tbody.last_element_child());
            let is_there = element.next_element_sibling() == next && next.is_some();
            if !is_there {
                tbody.insert_before(element, next.as_ref().map(|next| -> &Node { next.as_ref() }))?;
            }
            below = Some((heading.row, element.clone()));
        }
        Ok(())
    }

    fn make(&self, heading: &GroupHeading, columns: usize) -> Result<Element, JsValue> {
        let make = |name: &str, class: &str| -> Result<Element, JsValue> {
            let element = document().create_element(name)?;
            element.set_class_name(class);
            Ok(element)
        };
        let row = make("tr", "group")?;
        for (name, value) in [
            ("data-testid", "group"),
            ("data-group", &heading.key),
            ("aria-rowindex", &(heading.row + 2).to_string()),
        ] {
            row.set_attribute(name, value)?;
        }
        let cell = make("th", "group__cell")?;
        let columns = columns.to_string();
        for (name, value) in [
            ("scope", "rowgroup"),
            ("colspan", &*columns),
            ("aria-colspan", &columns),
            ("aria-colindex", "1"),
            ("tabindex", "-1"),
        ] {
            cell.set_attribute(name, value)?;
        }
        let line = make("div", "group__line")?;
        let button = |name: &str, text: &str| -> Result<Element, JsValue> {
            let button = make("button", name.trim_start_matches('.'))?;
            button.set_attribute("type", "button")?;
            button.set_attribute("tabindex", "-1")?;
            button.set_text_content(Some(text));
            Ok(button)
        };
        let fold = button(FOLD, &heading.title)?;
        fold.set_attribute("aria-expanded", if heading.is_folded { "false" } else { "true" })?;
        let of = make("span", "group__of")?;
        of.set_text_content(Some(&heading.of));
        for part in [fold, of, button(PICK, self.words.pick_group)?] {
            line.append_child(&part)?;
        }
        // Whoever is folded away is not called.
        if !heading.is_folded {
            let run = button(RUN, self.words.run_group)?;
            run.set_attribute("data-testid", "run-group")?;
            line.append_child(&run)?;
        }
        cell.append_child(&line)?;
        row.append_child(&cell)?;
        Ok(row)
    }
}
