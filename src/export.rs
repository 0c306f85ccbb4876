//! The customers as a file, and how many there are: what is asked when, what the answers prove, and
//! what the file and its report say. Pure: who asks, waits and writes is the state's business.
mod count;
mod csv;
mod file_name;
mod phase;
mod plan;
mod reading;
mod report;
mod rows;

pub use count::{Count, CountAnswer, CountStep, count_cost};
pub use csv::push_line;
pub use file_name::file_name;
pub use phase::{Command, Phase, Wait};
pub use plan::{Plan, plan, seconds};
pub use reading::{Page, Reading, Tally, Window};
pub use report::{Doubt, Report};
pub use rows::{FileColumns, Format, Scope, push_rows, titles_line};

use crate::model::PageSize;

/// Rows that an export asks for at a time. It is the largest size that the pager offers, so the
/// endpoint is known to give it, and each call that it saves is one for a colleague.
pub const EXPORT_PAGE: PageSize = PageSize::at_least_one(200);
