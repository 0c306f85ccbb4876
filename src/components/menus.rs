//! Menus and the cards that open like one.
pub(super) mod account_menu;
pub(super) mod column_chooser;
pub(super) mod context_menu;
pub(super) mod group_by;
pub(super) mod sort_menu;
pub(super) mod views_menu;

pub use account_menu::AccountMenu;
pub use column_chooser::{ColumnChooser, ColumnDrift};
pub use context_menu::{ContextMenu, MenuAction, MenuItem, OpenMenu};
pub use group_by::GroupBy;
pub use sort_menu::SortMenu;
pub use views_menu::{NewView, ViewChanges, ViewsMenu};
