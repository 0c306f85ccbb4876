//! One row that is made once and filled again and again.
use super::drawn_cell::DrawnCell;
use super::frame::Frame;
use crate::i18n::RowWords;
use crate::model::{AnswerIndex, Customer};
use crate::view_model::{CellView, ColumnKind, Dates, Slot, cell_view, told_when};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// A row, and what it shows.
pub(super) struct DrawnRow {
    /// Its place in the table.
    pub at: usize,
    /// The customer's place in the answer.
    pub source: AnswerIndex,
    /// Of the rows that it was filled from.
    pub stamp: u32,
    /// In the document.
    pub element: Element,
    is_mine: bool,
    is_changed: bool,
    is_opened: bool,
    check: Option<HtmlInputElement>,
    is_picked: bool,
    is_current: bool,
    cells: Vec<DrawnCell>,
}

/// What a row shows beside its cells.
pub(super) struct RowMarks {
    /// Whether it is selected.
    pub is_picked: bool,
    /// Whether its customer was opened today.
    pub is_opened: bool,
    /// Whether its customer is open beside the table.
    pub is_current: bool,
}

impl DrawnRow {
    /// An empty row, cloned.
    pub fn new(template: &Element, frame: &Frame) -> Result<Self, JsValue> {
        let element: Element = template.clone_node_with_deep(true)?.unchecked_into();
        let mut cells = Vec::with_capacity(frame.slots.len());
        let mut next = element.first_element_child();
        for slot in &frame.slots {
            let Some(cell) = next else { break };
            next = cell.next_element_sibling();
            if let Slot::Column(column) = slot {
                let is_name = frame.columns[*column].kind == ColumnKind::Name;
                cells.extend(DrawnCell::new(*column, cell, frame.rhythm.wraps, is_name));
            }
        }
        let check = element.query_selector(".row__check")?.and_then(|check| check.dyn_into().ok());
        Ok(Self {
            at: usize::MAX,
            source: AnswerIndex(usize::MAX),
            stamp: 0,
            element,
            is_mine: false,
            is_changed: false,
            is_opened: false,
            check,
            is_picked: false,
            is_current: false,
            cells,
        })
    }

    /// Shows a customer at a place of the table.
    pub fn fill(
        &mut self,
        at: usize,
        customer: &Customer,
        is_changed: bool,
        frame: &Frame,
        dates: Dates,
        words: &'static RowWords,
    ) -> Result<(), JsValue> {
        self.element.set_attribute("data-customer-id", customer.id_text())?;
        self.allow_selecting(customer.id.is_some(), words)?;
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

    /// Without an id a customer cannot be selected.
    fn allow_selecting(&self, has_id: bool, words: &'static RowWords) -> Result<(), JsValue> {
        let Some(check) = &self.check else { return Ok(()) };
        if check.disabled() != has_id {
            return Ok(());
        }
        check.set_disabled(!has_id);
        let (name, title) = if has_id { (words.select_row, "") } else { (words.no_row_id, words.no_row_id) };
        check.set_title(title);
        check.set_attribute("aria-label", name)
    }

    /// Shows whether it is selected, was opened today and is open.
    pub fn mark(&mut self, marks: RowMarks, words: &'static RowWords) -> Result<(), JsValue> {
        let RowMarks { is_picked, is_opened, is_current } = marks;
        if self.is_opened != is_opened {
            self.is_opened = is_opened;
            self.element.toggle_attribute_with_force("data-opened", is_opened)?;
            self.tell(words)?;
        }
        if self.is_current != is_current {
            self.is_current = is_current;
            if is_current {
                self.element.set_attribute("aria-current", "true")?;
            } else {
                self.element.remove_attribute("aria-current")?;
            }
        }
        if self.is_picked != is_picked {
            self.is_picked = is_picked;
            self.element.set_attribute("aria-selected", if is_picked { "true" } else { "false" })?;
        }
        // A click has turned the box already, whatever came of it.
        if let Some(check) = &self.check {
            check.set_checked(is_picked);
        }
        Ok(())
    }

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
