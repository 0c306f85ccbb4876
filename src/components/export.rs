//! Taking the customers away as a file.
pub(super) mod download;
pub(super) mod export_dialog;
pub(super) mod export_panel;

pub use export_dialog::{ExportButton, ExportDialog};
pub use export_panel::ExportPanel;
