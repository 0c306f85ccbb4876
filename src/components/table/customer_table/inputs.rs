use crate::components::parts::scroller::Scroller;
use crate::layout::LayoutChange;
use crate::model::{AnswerIndex, Customer, CustomerPage};
use crate::state::ScrollPosition;
use crate::view_model::{Copied, Dates, Grouping, Pick, Place};
use leptos::prelude::Callback;
use std::sync::Arc;
use std::time::Duration;
use web_sys::Element;

/// One page of rows to show.
#[derive(Clone)]
pub struct Rows {
    /// Told apart from every other answer: rows of another are drawn anew.
    pub stamp: u32,
    /// The same for answers to one question: the scroll position stays.
    pub list_key: u32,
    /// Where the reader was when they left this list.
    pub scroll_position: ScrollPosition,
    /// The answer.
    pub page: Arc<dyn AsRef<CustomerPage> + Send + Sync>,
    /// Which customers of the answer are shown, in this order; `None` shows all.
    pub only: Option<Arc<[AnswerIndex]>>,
    /// The shown customers in groups.
    pub groups: Option<Arc<Grouping>>,
    /// How dates are written, and on which day they are looked at.
    pub dates: Dates,
    /// Whether a customer of the answer has changed since it was seen before.
    pub is_changed: Callback<AnswerIndex, bool>,
    /// Whether a customer of the answer was opened today.
    pub is_opened: Callback<AnswerIndex, bool>,
}

impl Rows {
    /// How many rows are shown, headings of groups among them.
    pub fn count(&self) -> usize {
        if let Some(groups) = &self.groups {
            return groups.count();
        }
        self.only.as_ref().map_or_else(|| (*self.page).as_ref().customers.len(), |only| only.len())
    }

    /// The place in the answer of the customer in a row; a heading has none.
    pub fn source(&self, row: usize) -> Option<AnswerIndex> {
        if let Some(groups) = &self.groups {
            return groups.source(row);
        }
        self.only.as_ref().map_or(Some(AnswerIndex(row)), |only| only.get(row).copied())
    }

    /// The customer in a row.
    pub fn customer(&self, row: usize) -> Option<&Customer> {
        (*self.page).as_ref().customers.get(self.source(row)?)
    }

    /// Whether these are the same rows in the same order, with their dates written alike.
    pub fn are_drawn_like(&self, other: &Self) -> bool {
        // Answers of different lists have different stamps.
        self.stamp == other.stamp
            && self.dates == other.dates
            && self.only == other.only
            && self.groups == other.groups
    }

    /// The rows that hold a customer, in the order of the eye.
    pub fn of_customers(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.count()).filter(|row| self.source(*row).is_some())
    }
}

/// A wish for the menu of a cell or, in row 0, of a column.
#[derive(Clone, Copy, Debug)]
pub struct MenuRequest {
    /// The cell.
    pub place: Place,
    /// Where the menu belongs, in pixels of the window.
    pub x: i32,
    /// The same, from the top.
    pub y: i32,
    /// A column's width at which all of it in sight is whole, in pixels.
    pub fitting_width: Option<u32>,
}

/// Where the table's wishes go.
#[derive(Clone, Copy)]
pub struct TableActions {
    /// Rows are selected.
    pub pick: Callback<Pick>,
    /// A row's customer is opened.
    pub open: Callback<usize>,
    /// A heading's group is folded away, or shown again.
    pub fold: Callback<usize>,
    /// A heading's group is called through.
    pub run: Callback<usize>,
    /// The table is to look otherwise.
    pub lay_out: Callback<LayoutChange>,
    /// A menu is asked for.
    pub menu: Callback<MenuRequest>,
    /// What copying takes, from this cell.
    pub copied: Callback<Place, Option<Copied>>,
    /// The reader has stopped scrolling.
    pub scrolled: Callback<ScrolledTo>,
}

/// Where the reader stopped scrolling.
#[derive(Clone, Copy, Debug)]
pub struct ScrolledTo {
    /// The place.
    pub scroll_position: ScrollPosition,
    /// Whether the last rows are in sight, or nearly so.
    pub is_near_end: bool,
}

impl ScrolledTo {
    /// Reads where an element that scrolls stands.
    pub fn in_element(element: &Element) -> Self {
        let down = Scroller::of(element);
        let scroll_position = ScrollPosition { top: down.top(), left: element.scroll_left() };
        Self { scroll_position, is_near_end: down.is_near_end() }
    }

    /// How long nothing may move before it is a rest.
    pub const STILL: Duration = Duration::from_millis(200);
}
