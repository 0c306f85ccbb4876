//! The customers that are loaded, and what follows them.
pub(super) mod built_ins;
pub(super) mod call_run;
pub(super) mod count;
pub(super) mod customers;
pub(super) mod details;
pub(super) mod freshness;
pub(super) mod known_columns;
pub(super) mod question;
pub(super) mod remembered;
pub(super) mod seen;
pub(super) mod selection;

pub use built_ins::BuiltIns;
pub use call_run::{CallRunState, RunStart};
pub use count::{CountState, Counting};
pub use customers::{Answer, Customers, LoadState};
pub use details::{DetailState, Details};
pub use freshness::Freshness;
pub use known_columns::KnownColumns;
pub use question::Question;
pub use remembered::Remembered;
pub use seen::Seen;
pub use selection::Selection;
