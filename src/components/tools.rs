//! What is opened for a moment over the list or beside it: who has a customer, which filter is too narrow, the
//! list as words.
pub(super) mod owner_check;
pub(super) mod relax;
pub(super) mod share;
mod sheet;
mod style;

pub use owner_check::OwnerCheckSheet;
pub use relax::RelaxResults;
pub use share::ShareSheet;
