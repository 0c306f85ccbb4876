//! Draws the rows straight into the document.
//!
//! The table is the one place where a view per cell costs too much: a page turned redraws some
//! hundred cells, and most are plain words. So rows are made once by cloning a template and are
//! then filled again and again; a cell is only touched when what it shows has changed.
use super::Rows;
use super::content::Content;
use super::frame::Frame;
use super::row_template::row_template;
use crate::components::parts::translation::is_translated;
use crate::i18n::RowWords;
use crate::model::{AnswerIndex, Customer};
use crate::view_model::{CellView, Dates, Slot, cell_view, told_when};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

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

struct DrawnRow {
    at: usize,
    /// The customer's place in the answer.
    source: AnswerIndex,
    stamp: u32,
    is_mine: bool,
    is_changed: bool,
    is_opened: bool,
    element: Element,
    check: Option<HtmlInputElement>,
    is_picked: bool,
    is_current: bool,
    cells: Vec<DrawnCell>,
}

struct DrawnCell {
    /// The column's place in the frame.
    column: usize,
    element: Element,
    text: Node,
    shown: CellView,
    /// When it was that it tells of.
    when: Option<String>,
    /// What stands in the cell in the place of its text.
    content: Content,
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
        let is_other_frame = self.template.as_ref().is_none_or(|(stamp, _)| *stamp != frame.stamp);
        if is_other_frame {
            self.template = Some((frame.stamp, row_template(frame, self.words)?));
        }
        // Where a browser has translated a text, ours is no longer in the document.
        if is_other_frame || is_translated(&self.tbody) {
            for row in self.drawn.drain(..) {
                row.element.remove();
            }
        }
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
                    let row = match free.pop() {
                        Some(row) => row,
                        None => self.make_row(frame)?,
                    };
                    let next: &Node = kept.last().map_or(self.below.as_ref(), |row| row.element.as_ref());
                    self.tbody.insert_before(&row.element, Some(next))?;
                    row
                }
            };
            // The same customer may stand in another row: where only some rows are shown.
            if row.at != at || row.source != source || row.stamp != rows.stamp || are_other_dates {
                let is_changed = rows.is_changed.run(source);
                // An open card of another customer goes; one of the same stays open, with what is new in it.
                let is_stale = |card: &mut HtmlElement| {
                    let before = row.element.get_attribute("data-customer-id");
                    row.element.contains(Some(card.as_ref())) && before.as_deref() != Some(customer.id_text())
                };
                if let Some(card) = open_card.take_if(is_stale) {
                    let _ = card.hide_popover();
                }
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

    fn make_row(&self, frame: &Frame) -> Result<DrawnRow, JsValue> {
        let (_, template) = self.template.as_ref().ok_or(JsValue::NULL)?;
        let element: Element = template.clone_node_with_deep(true)?.unchecked_into();
        let mut cells = Vec::with_capacity(frame.slots.len());
        let mut cell = element.first_element_child();
        for slot in &frame.slots {
            let Some(here) = cell else { break };
            cell = here.next_element_sibling();
            let first = here.first_child();
            let text = if frame.rhythm.wraps { first.and_then(|lines| lines.first_child()) } else { first };
            if let (Slot::Column(column), Some(text)) = (slot, text) {
                let cell = DrawnCell {
                    column: *column,
                    element: here,
                    text,
                    shown: CellView::Nothing,
                    when: None,
                    content: Content::default(),
                };
                cells.push(cell);
            }
        }
        let check = element.query_selector(".row__check")?.and_then(|check| check.dyn_into().ok());
        Ok(DrawnRow {
            at: usize::MAX,
            source: AnswerIndex(usize::MAX),
            stamp: 0,
            is_mine: false,
            is_changed: false,
            is_opened: false,
            element,
            check,
            is_picked: false,
            is_current: false,
            cells,
        })
    }

    /// Shows which rows are selected, which were opened today and which one is open.
    pub fn mark(
        &mut self,
        is_picked: impl Fn(usize) -> bool,
        is_opened: impl Fn(AnswerIndex) -> bool,
        current: Option<usize>,
    ) -> Result<(), JsValue> {
        for row in &mut self.drawn {
            let is_opened = is_opened(row.source);
            if row.is_opened != is_opened {
                row.is_opened = is_opened;
                row.element.toggle_attribute_with_force("data-opened", is_opened)?;
                row.tell(self.words)?;
            }
            let is_current = current == Some(row.at);
            if row.is_current != is_current {
                row.is_current = is_current;
                if is_current {
                    row.element.set_attribute("aria-current", "true")?;
                } else {
                    row.element.remove_attribute("aria-current")?;
                }
            }
            let is_picked = is_picked(row.at);
            if row.is_picked != is_picked {
                row.is_picked = is_picked;
                row.element.set_attribute("aria-selected", if is_picked { "true" } else { "false" })?;
            }
            // A click has turned the box already, whatever came of it.
            if let Some(check) = &row.check {
                check.set_checked(is_picked);
            }
        }
        Ok(())
    }
}

impl DrawnRow {
    fn fill(
        &mut self,
        at: usize,
        customer: &Customer,
        is_changed: bool,
        frame: &Frame,
        dates: Dates,
        words: &'static RowWords,
    ) -> Result<(), JsValue> {
        self.element.set_attribute("data-customer-id", customer.id_text())?;
        if let Some(check) = &self.check
            && check.disabled() != customer.id.is_none()
        {
            check.set_disabled(customer.id.is_none());
            let name = if customer.id.is_none() { words.no_row_id } else { words.select_row };
            check.set_attribute("aria-label", name)?;
            check.set_title(if customer.id.is_none() { name } else { "" });
        }
        if self.at != at {
            self.element.set_attribute("aria-rowindex", &(at + 2).to_string())?;
            self.at = at;
        }
        if (self.is_mine, self.is_changed) != (customer.is_mine, is_changed) {
            (self.is_mine, self.is_changed) = (customer.is_mine, is_changed);
            self.element.set_class_name(match (self.is_mine, self.is_changed) {
                (true, true) => "row--mine row--changed",
                (true, false) => "row--mine",
                (false, true) => "row--changed",
                (false, false) => "",
            });
            self.tell(words)?;
        }
        for cell in &mut self.cells {
            let column = &frame.columns[cell.column];
            let view = cell_view(customer, column, dates, words);
            let when = if view == CellView::Empty { None } else { told_when(customer, column, dates, words) };
            cell.date(when)?;
            cell.fill(view, customer, words)?;
        }
        Ok(())
    }
}

impl DrawnRow {
    /// Says what its look says, without a word in the row, which stays what the endpoint gave.
    fn tell(&self, words: &'static RowWords) -> Result<(), JsValue> {
        let told = [
            (self.is_mine, words.mine),
            (self.is_changed, words.changed),
            (self.is_opened, words.opened_today),
        ];
        let told: Vec<&str> = told.into_iter().filter_map(|(is_so, text)| is_so.then_some(text)).collect();
        if told.is_empty() {
            self.element.remove_attribute("aria-description")
        } else {
            self.element.set_attribute("aria-description", &told.join(" · "))
        }
    }
}

impl DrawnCell {
    /// Says when it was, before the words and not among them: those stay what the endpoint gave.
    fn date(&mut self, when: Option<String>) -> Result<(), JsValue> {
        if when == self.when {
            return Ok(());
        }
        match &when {
            Some(when) => self.element.set_attribute("data-when", when)?,
            None => self.element.remove_attribute("data-when")?,
        }
        self.when = when;
        Ok(())
    }

    fn fill(&mut self, view: CellView, customer: &Customer, words: &'static RowWords) -> Result<(), JsValue> {
        if view == self.shown {
            return Ok(());
        }
        let (text, class, title) = match &view {
            CellView::Nothing => ("", "", None),
            CellView::Empty => ("–", "cell__empty", None),
            CellView::Text(text) => (text.as_str(), "", None),
            CellView::Number(text) => (text.as_str(), "cell__number", None),
            CellView::Masked(text) => (text.as_str(), "cell__masked", Some(words.masked)),
            CellView::Time { text, exact, tone } => (text.as_str(), tone.class(), exact.as_deref()),
            CellView::Days { text, band } => (text.as_str(), band.class(), None),
            CellView::Link { .. } | CellView::Approval(..) | CellView::Labels(_) | CellView::Phones(_) => {
                let id = format!("{}-{}", customer.id_text(), self.column);
                self.content.show(&self.element, view.clone(), &id, words)?;
                ("", "", None)
            }
        };
        if has_text(&view) {
            self.content.clear(&self.element)?;
        }
        if text != self.shown_text() {
            self.text.set_node_value(Some(text));
        }
        self.look(class, title)?;
        self.shown = view;
        Ok(())
    }

    /// What stands in the cell's own text.
    fn shown_text(&self) -> &str {
        match &self.shown {
            CellView::Empty => "–",
            CellView::Text(text) | CellView::Number(text) | CellView::Masked(text) => text,
            CellView::Time { text, .. } | CellView::Days { text, .. } => text,
            _ => "",
        }
    }

    /// Sets class and title, where they are others than those of what was shown before.
    fn look(&self, class: &str, title: Option<&str>) -> Result<(), JsValue> {
        let (old_class, had_title) = match &self.shown {
            CellView::Empty => ("cell__empty", false),
            CellView::Number(_) => ("cell__number", false),
            CellView::Masked(_) => ("cell__masked", true),
            CellView::Time { exact, tone, .. } => (tone.class(), exact.is_some()),
            CellView::Days { band, .. } => (band.class(), false),
            _ => ("", false),
        };
        if old_class != class {
            let classes = self.element.class_list();
            if !old_class.is_empty() {
                classes.remove_1(old_class)?;
            }
            if !class.is_empty() {
                classes.add_1(class)?;
            }
        }
        match title {
            Some(title) => self.element.set_attribute("title", title),
            None if had_title => self.element.remove_attribute("title"),
            None => Ok(()),
        }
    }
}

/// What is open in one of the rows.
fn open_card(tbody: &Element) -> Option<HtmlElement> {
    // A browser without popovers does not know the selector, and is given a class in its place.
    let found = tbody.query_selector(":popover-open").or_else(|_| tbody.query_selector(".\\:popover-open"));
    found.ok().flatten()?.dyn_into().ok()
}

/// Whether it is plain words, or nothing.
fn has_text(view: &CellView) -> bool {
    !matches!(
        view,
        CellView::Link { .. } | CellView::Approval(..) | CellView::Labels(_) | CellView::Phones(_)
    )
}
