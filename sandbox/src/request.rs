//! What a request asks for, read from its query string and checked.

mod list;
mod params;

pub use list::{ListRequest, Range, Search, Tab};
pub use params::{Params, Wrong};
