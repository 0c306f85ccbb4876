//! Customers called one after the other.
pub(super) mod call_pane;
mod caller;
pub(super) mod continue_button;
pub(super) mod run_button;
mod summary;

pub use call_pane::{CallPane, Called, RunActions};
pub use continue_button::ContinueButton;
pub use run_button::RunButton;
