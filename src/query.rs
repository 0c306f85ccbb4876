//! What the user asked for, as one value: filters, sort, page. Pure: no clock, no browser.
//!
//! It changes in one way only, by [`ListQuery::apply`], and is written as the URL's fragment by
//! [`fragment`].
mod change;
mod date;
mod days;
mod filters;
pub mod fragment;
mod list_query;
pub mod pairs;
mod sort;

pub use change::Change;
pub use date::{DateRange, parse_date, write_date};
pub use days::{DayPreset, Days};
pub use filters::{Filters, RangeField, RealRevisit, SavedFilters, Search, Tab};
pub use list_query::{ColumnChoice, ListQuery};
pub use sort::{Direction, Sort};
pub use time::Date;
