//! The table as a grid in the sense of ARIA: one cell is active, the arrow keys move it, and it is
//! the table's only stop for the Tab key. Rows and columns come and go with the window, so the
//! active cell is a place and not an element.
use super::Rows;
use super::body::Body;
use super::frame::Frame;
use super::group_rows::GroupRows;
use super::head::Head;
use crate::components::parts::scroller::Scroller;
use crate::i18n::Words;
use crate::model::AnswerIndex;
use crate::view_model::{Place, Step};
use leptos::prelude::document;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

/// The drawn table and the keyboard's place in it.
pub(super) struct Grid {
    scroller: HtmlElement,
    head: Head,
    body: Body,
    groups: GroupRows,
    place: Place,
    /// Where a reach of selected rows began.
    pub anchor: Option<usize>,
    has_focus: bool,
    is_drawing: bool,
    tab_stop: Option<HtmlElement>,
}

impl Grid {
    pub fn new(scroller: HtmlElement, head: Head, body: Body, words: &'static Words) -> Self {
        Self {
            scroller,
            head,
            body,
            groups: GroupRows::new(words),
            place: Place::default(),
            anchor: None,
            has_focus: false,
            is_drawing: false,
            tab_stop: None,
        }
    }

    /// Draws what a window shows.
    pub fn draw(&mut self, rows: &Rows, frame: &Arc<Frame>, window: Range<usize>) -> Result<(), JsValue> {
        self.is_drawing = true;
        let drawn = self.head.draw(frame).and_then(|()| {
            self.body.draw(rows, frame, window.clone())?;
            let (columns, row_height) = (frame.columns.len(), frame.rhythm.row_height as usize);
            self.groups.draw(self.body.tbody(), rows, window, columns, row_height)
        });
        self.is_drawing = false;
        self.place = self.place.within(rows.count(), frame.columns.len());
        drawn?;
        self.settle_focus()
    }

    /// Shows which rows are selected and which one is open.
    pub fn mark(
        &mut self,
        is_picked: impl Fn(usize) -> bool,
        is_opened: impl Fn(AnswerIndex) -> bool,
        current: Option<usize>,
    ) -> Result<(), JsValue> {
        self.body.mark(is_picked, is_opened, current)
    }

    /// The active cell goes to another row, without the focus.
    pub fn come_to(&mut self, row: usize, frame: &Frame) {
        self.place.row = row + 1;
        self.move_tab_stop(self.cell());
        self.reveal(frame);
    }

    /// The active cell.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The active cell's element, where it is drawn.
    pub fn cell(&self) -> Option<HtmlElement> {
        let Place { row, column } = self.place;
        // A heading has one cell for all columns.
        let cell = format!(":is([aria-colindex=\"{}\"], [aria-colspan])", column + 1);
        let path = format!("tr[aria-rowindex=\"{}\"] > {cell}", row + 1);
        self.scroller.query_selector(&path).ok().flatten()?.dyn_into().ok()
    }

    /// Another active cell; it takes the focus once it is drawn.
    pub fn go(&mut self, place: Place) -> Result<(), JsValue> {
        self.place = place;
        self.has_focus = true;
        self.settle_focus()
    }

    /// The active cell after another answer came: its rows begin at the top.
    pub fn back_to_top(&mut self) {
        self.place.row = self.place.row.min(1);
        self.anchor = None;
        self.move_tab_stop(self.cell());
    }

    /// The place after a move of the keyboard.
    pub fn step(&self, step: Step, rows: usize, frame: &Frame) -> Place {
        let seen = Scroller::of(&self.scroller).room(super::HEAD_HEIGHT) as u32;
        let page = (seen / frame.rhythm.row_height.max(1)).saturating_sub(1) as usize;
        self.place.step(step, rows, frame.columns.len(), page)
    }

    /// Scrolls as little as is needed for the active cell to be whole in sight, not hidden under the
    /// header or pinned columns.
    pub fn reveal(&self, frame: &Frame) {
        if let Some(row) = self.place.customer() {
            let height = frame.rhythm.row_height as i32;
            Scroller::of(&self.scroller).reveal(row as i32 * height, height, super::HEAD_HEIGHT);
        }
        let is_pinned = frame.columns.get(self.place.column).is_some_and(|it| it.is_pinned);
        if !is_pinned {
            let (left, width) = frame.extent(self.place.column);
            let (left, width, pinned) = (left as i32, width as i32, frame.pinned_width() as i32);
            let (from, seen) = (self.scroller.scroll_left(), self.scroller.client_width());
            if left < from + pinned {
                self.scroller.set_scroll_left((left - pinned).max(0));
            } else if left + width > from + seen {
                self.scroller.set_scroll_left((left + width - seen).min((left - pinned).max(0)));
            }
        }
    }

    /// The focus came to something inside.
    pub fn focused(&mut self, target: &Element) {
        self.has_focus = true;
        if let Some(place) = place_of(target) {
            self.place = place;
            self.move_tab_stop(self.cell());
        }
    }

    /// The focus went to something outside, unless it was only an element that was taken away.
    pub fn blurred(&mut self) {
        if !self.is_drawing {
            self.has_focus = false;
        }
    }

    /// Gives the Tab key its one stop and, where the keyboard is here, puts the focus there: on the
    /// active cell or, while that one is out of sight, on the table's frame.
    fn settle_focus(&mut self) -> Result<(), JsValue> {
        let cell = self.cell();
        self.move_tab_stop(cell.clone());
        if !self.has_focus {
            return Ok(());
        }
        let active = document().active_element();
        let target = cell.unwrap_or_else(|| self.scroller.clone());
        let is_inside = active
            .as_ref()
            .is_some_and(|active| target != self.scroller && target.contains(Some(active.as_ref())));
        if is_inside {
            return Ok(());
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        self.is_drawing = true;
        let focused = target.focus_with_options(&options);
        self.is_drawing = false;
        focused
    }

    fn move_tab_stop(&mut self, cell: Option<HtmlElement>) {
        // It mostly stays, and to set it anew would be a change to the browser.
        if cell.is_some() && self.tab_stop == cell {
            return;
        }
        if let Some(old) = self.tab_stop.take() {
            old.set_tab_index(-1);
        }
        self.scroller.set_tab_index(if cell.is_some() { -1 } else { 0 });
        if let Some(cell) = &cell {
            cell.set_tab_index(0);
        }
        self.tab_stop = cell;
    }
}

/// The place of the cell that holds an element.
pub(super) fn place_of(element: &Element) -> Option<Place> {
    let cell = element.closest("[aria-colindex]").ok()??;
    let row = cell.closest("[aria-rowindex]").ok()??;
    let index = |element: &Element, name: &str| -> Option<usize> {
        element.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
    };
    Some(Place { row: index(&row, "aria-rowindex")?, column: index(&cell, "aria-colindex")? })
}
