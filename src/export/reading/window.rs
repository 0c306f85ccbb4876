//! Which pages are asked, so that each begins with rows that the one before ended with.
use crate::model::{PageNumber, PageSize};

/// Smaller pages are not made to overlap: at some places each of the few sizes would bring next to
/// nothing new.
pub(super) const SMALLEST_OVERLAP: u16 = 32;

/// What is asked: a page and how many rows it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The page.
    pub page: PageNumber,
    /// Rows a page.
    pub per_page: PageSize,
}

impl Window {
    /// Rows of the list that stand before it.
    pub(super) fn start(self) -> u64 {
        self.page.rows_before(self.per_page)
    }

    /// Rows of the list up to its end, where it is full.
    pub(in crate::export) fn end(self) -> u64 {
        self.start() + u64::from(self.per_page.get())
    }
}

/// The page that brings the most new rows among those that begin before the first row not yet read.
pub(in crate::export) fn overlapping(place: u64, most: PageSize) -> Window {
    if place == 0 || most.get() < SMALLEST_OVERLAP {
        return even(place, most);
    }
    let mut best = Window { page: PageNumber::FIRST, per_page: most };
    let mut gain = 0;
    for per_page in (most.get() / 2..=most.get()).rev().filter_map(PageSize::new) {
        let window = even(place - 1, per_page);
        let new = window.end().saturating_sub(place);
        if new > gain {
            gain = new;
            best = window;
        }
    }
    best
}

/// The page that the row at a place stands on.
pub(super) fn even(place: u64, per_page: PageSize) -> Window {
    Window { page: PageNumber::of_row(place, per_page), per_page }
}
