//! The customers in SQLite: a narrow table with an index for each way to walk it, the packed JSON
//! beside it, and the texts that are searched.

mod fill;
mod one;
mod open;
mod packing;
mod page;
mod pool;
mod schema;
mod search;
mod walk;
mod words;
mod write;

pub use one::{named, read_one};
pub use open::{Contents, open};
pub use page::{Page, count, read_page, sort_columns};
pub use pool::{Pool, Reader};
pub use schema::SORTS;
pub use write::kept_follow_ups;
