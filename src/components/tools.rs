//! What is opened for a moment over the list or beside it: who has a customer, which filter is too narrow, the
//! list as words, the loaded rows as pictures.
pub(super) mod overview;
pub(super) mod owner_check;
pub(super) mod palette;
pub(super) mod relax;
pub(super) mod share;
mod sheet;
mod style;

pub use overview::{GroupNames, OverviewPanel, OverviewScope};
pub use owner_check::OwnerCheckSheet;
pub use palette::{PalettePage, PaletteSheet};
pub use relax::RelaxResults;
pub use share::ShareSheet;
