//! One customer in full, beside the list.
pub(super) mod hand_over;
pub(super) mod phone_lines;
pub(super) mod preview_pane;

pub use preview_pane::{More, MoreState, Preview, ValueActions, Ways};
