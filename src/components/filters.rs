//! What narrows the list, and what says that it is narrowed.
pub(super) mod choice_filter;
pub(super) mod date_filter;
pub(super) mod filter_bar;
pub(super) mod filter_chips;
pub(super) mod filter_line;
pub(super) mod filter_slot;
pub(super) mod more_filters;
pub(super) mod product_filter;
mod remove_buttons;
pub(super) mod search_box;

pub use choice_filter::ChoiceFilter;
pub use date_filter::DateFilter;
pub use filter_bar::FilterBar;
pub use filter_chips::FilterChips;
pub use filter_line::FilterLine;
pub use filter_slot::FilterSlot;
pub use more_filters::MoreFilters;
pub use product_filter::ProductFilter;
pub use search_box::{SearchBox, SearchField};
