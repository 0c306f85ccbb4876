//! What stands in a cell, a card's line or the preview: one customer's value in a column.
pub(super) mod approval_badge;
pub(super) mod cell;
pub(super) mod cell_part;
pub(super) mod fold;
pub(super) mod label_chips;
pub(super) mod markup;
pub(super) mod phone_cell;

pub use approval_badge::ApprovalBadge;
pub use cell::Cell;
pub use label_chips::LabelChips;
pub use phone_cell::PhoneCell;
