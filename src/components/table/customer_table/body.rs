//! Draws the rows straight into the document.
//!
//! The table is the one place where a view per cell costs too much: a page turned redraws some
//! hundred cells, and most are plain words. So rows are made once by cloning a template and are
//! then filled again and again; a cell is only touched when what it shows has changed.
use super::Rows;
use super::drawn_row::{DrawnRow, RowMarks};
use super::frame::Frame;
use super::row_template::row_template;
use crate::components::parts::translation::is_translated;
use crate::i18n::RowWords;
use crate::model::{AnswerIndex, Customer};
use crate::view_model::Dates;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// The rows on the screen.
pub(super) struct Body {
    tbody: Element,
    above: HtmlElement,
    below: HtmlElement,
    words: &'static RowWords,
    template: Option<(u32, Element)>,
    /// As dates were written last.
    dates: Option<Dates>,
    /// In the order of the table.
    drawn: Vec<DrawnRow>,
}

impl Body {
    /// A body without rows.
    pub fn new(tbody: Element, words: &'static RowWords) -> Result<Self, JsValue> {
        let spacer = || -> Result<HtmlElement, JsValue> {
            let row: HtmlElement = document().create_element("tr")?.unchecked_into();
            row.set_class_name("table__spacer");
            row.set_attribute("aria-hidden", "true")?;
            tbody.append_child(&row)?;
            Ok(row)
        };
        let (above, below) = (spacer()?, spacer()?);
        Ok(Self { tbody, above, below, words, template: None, dates: None, drawn: Vec::new() })
    }

    /// Where the rows stand.
    pub fn tbody(&self) -> &Element {
        &self.tbody
    }

    /// Takes all rows to another table.
    pub fn move_to(&mut self, tbody: &Element) -> Result<(), JsValue> {
        while let Some(row) = self.tbody.first_child() {
            tbody.append_child(&row)?;
        }
        self.tbody = tbody.clone();
        Ok(())
    }

    /// Draws the rows of a window, and nothing that stands there already.
    pub fn draw(&mut self, rows: &Rows, frame: &Arc<Frame>, window: Range<usize>) -> Result<(), JsValue> {
        let template = self.template_of(frame)?;
        let row_height = frame.rhythm.row_height as usize;
        let height = |count: usize| format!("{}px", count * row_height);
        self.above.style().set_property("height", &height(window.start))?;
        self.below.style().set_property("height", &height(rows.count().saturating_sub(window.end)))?;
        let mut open_card = open_card(&self.tbody);
        let are_other_dates = self.dates.replace(rows.dates) != Some(rows.dates);
        // A row that stays in the window stays as it is; the others are filled with what comes.
        let (mut kept, mut free): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.drawn).into_iter().partition(|row| window.contains(&row.at));
        kept.reverse();
        free.reverse();
        for at in window {
            // Headings of groups are drawn by `group_rows.rs`.
            let (Some(source), Some(customer)) = (rows.source(at), rows.customer(at)) else { continue };
            let mut row = match kept.pop_if(|row| row.at == at) {
                Some(row) => row,
                None => {
                    let row = free.pop().map_or_else(|| DrawnRow::new(&template, frame), Ok)?;
                    let next: &Node = kept.last().map_or(self.below.as_ref(), |row| row.element.as_ref());
                    self.tbody.insert_before(&row.element, Some(next))?;
                    row
                }
            };
            // The same customer may stand in another row: where only some rows are shown.
            if row.at != at || row.source != source || row.stamp != rows.stamp || are_other_dates {
                close_if_stale(&mut open_card, &row, customer);
                let is_changed = rows.is_changed.run(source);
                row.fill(at, customer, is_changed, frame, rows.dates, self.words)?;
                (row.source, row.stamp) = (source, rows.stamp);
            }
            self.drawn.push(row);
        }
        for row in kept.into_iter().chain(free) {
            row.element.remove();
        }
        Ok(())
    }

    /// What rows of this frame are cloned from; rows that were cloned from another go.
    fn template_of(&mut self, frame: &Arc<Frame>) -> Result<Element, JsValue> {
        let known = self.template.take_if(|(stamp, _)| *stamp == frame.stamp);
        // Where a browser has translated a text, ours is no longer in the document.
        if known.is_none() || is_translated(&self.tbody) {
            for row in self.drawn.drain(..) {
                row.element.remove();
            }
        }
        let template = known.map_or_else(|| row_template(frame, self.words), |(_, template)| Ok(template))?;
        self.template = Some((frame.stamp, template.clone()));
        Ok(template)
    }

    /// Shows which rows are selected, which were opened today and which one is open.
    pub fn mark(
        &mut self,
        is_picked: impl Fn(usize) -> bool,
        is_opened: impl Fn(AnswerIndex) -> bool,
        current: Option<usize>,
    ) -> Result<(), JsValue> {
        for row in &mut self.drawn {
            let marks = RowMarks {
                is_picked: is_picked(row.at),
                is_opened: is_opened(row.source),
                is_current: current == Some(row.at),
            };
            row.mark(marks, self.words)?;
        }
        Ok(())
    }
}

/// What is open in one of the rows.
fn open_card(tbody: &Element) -> Option<HtmlElement> {
    // A browser without popovers does not know the selector, and is given a class in its place.
    let found = tbody.query_selector(":popover-open").or_else(|_| tbody.query_selector(".\\:popover-open"));
    found.ok().flatten()?.dyn_into().ok()
}

/// An open card of another customer goes; one of the same stays open, with what is new in it.
fn close_if_stale(open_card: &mut Option<HtmlElement>, row: &DrawnRow, customer: &Customer) {
    let is_stale = |card: &mut HtmlElement| {
        let before = row.element.get_attribute("data-customer-id");
        row.element.contains(Some(card.as_ref())) && before.as_deref() != Some(customer.id_text())
    };
    if let Some(card) = open_card.take_if(is_stale) {
        // One that is closed already is just as well.
        let _ = card.hide_popover();
    }
}
