use std::fmt;
use std::num::{NonZeroU16, NonZeroU32, ParseIntError};
use std::str::FromStr;

/// A page of the list, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageNumber(NonZeroU32);

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The page of a number; `None` for 0.
    pub const fn new(number: u32) -> Option<Self> {
        match NonZeroU32::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// The page on which a row stands, counted from 0. Beyond the last possible page it is that one.
    pub fn of_row(row: u64, size: PageSize) -> Self {
        let before = u32::try_from(row / u64::from(size.get())).unwrap_or(u32::MAX);
        Self::FIRST.plus(before)
    }

    /// Its number.
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// The page after it; `None` after the last possible one.
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }

    /// The page before it; `None` before the first.
    pub fn previous(self) -> Option<Self> {
        Self::new(self.get() - 1)
    }

    /// The page so many pages after it, or the last possible one.
    pub fn plus(self, pages: u32) -> Self {
        Self(self.0.saturating_add(pages))
    }

    /// How many rows of the list stand before it.
    pub fn rows_before(self, size: PageSize) -> u64 {
        u64::from(self.get() - 1) * u64::from(size.get())
    }
}

impl Default for PageNumber {
    fn default() -> Self {
        Self::FIRST
    }
}

impl fmt::Display for PageNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PageNumber {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

/// Rows a page: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageSize(NonZeroU16);

impl PageSize {
    /// The largest page that may be asked for. An endpoint may give larger ones.
    pub const MAX: Self = Self::at_least_one(1000);
    /// The size until somebody chooses another.
    pub const DEFAULT: Self = Self::at_least_one(50);
    /// The sizes offered; any other up to [`PageSize::MAX`] may stand in a fragment.
    pub const OFFERED: [Self; 5] = [
        Self::at_least_one(15),
        Self::at_least_one(20),
        Self::at_least_one(50),
        Self::at_least_one(100),
        Self::at_least_one(200),
    ];

    /// A page of so many rows, as an endpoint gives it; `None` for 0.
    pub const fn new(rows: u16) -> Option<Self> {
        match NonZeroU16::new(rows) {
            Some(rows) => Some(Self(rows)),
            None => None,
        }
    }

    /// A page of so many rows, and of one where there are none.
    pub const fn at_least_one(rows: u16) -> Self {
        match Self::new(rows) {
            Some(size) => size,
            None => Self(NonZeroU16::MIN),
        }
    }

    /// A size that may be asked for, as a person or a link says it: up to [`PageSize::MAX`].
    pub fn asked(rows: u16) -> Option<Self> {
        Self::new(rows).filter(|size| *size <= Self::MAX)
    }

    /// How many rows.
    pub const fn get(self) -> u16 {
        self.0.get()
    }
}

impl fmt::Display for PageSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_page_before_the_first_and_none_after_the_last_possible() {
        assert_eq!(PageNumber::new(0), None);
        assert_eq!(PageNumber::FIRST.previous(), None);
        assert_eq!(PageNumber::FIRST.next(), PageNumber::new(2));
        assert_eq!(PageNumber::new(u32::MAX).and_then(PageNumber::next), None);
        for text in ["0", "-1", "", "x", "4294967296"] {
            assert!(text.parse::<PageNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_row_stands_on_the_page_whose_rows_begin_before_it() {
        let size = PageSize::at_least_one(50);
        for (row, page) in [(0, 1), (49, 1), (50, 2), (200, 5), (u64::MAX, u32::MAX)] {
            assert_eq!(PageNumber::of_row(row, size).get(), page, "{row}");
        }
        assert_eq!(PageNumber::of_row(200, size).rows_before(size), 200);
    }

    #[test]
    fn only_sizes_up_to_the_largest_may_be_asked_for() {
        assert_eq!(PageSize::asked(1000), Some(PageSize::MAX));
        assert_eq!((PageSize::asked(0), PageSize::asked(1001)), (None, None));
        assert_eq!(PageSize::new(1001).map(PageSize::get), Some(1001));
    }
}
