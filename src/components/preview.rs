//! One customer in full, beside the list.
pub(super) mod preview_pane;

pub use preview_pane::{Preview, Ways};
