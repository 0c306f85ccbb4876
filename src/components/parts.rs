//! Small things that any area uses.
pub(crate) mod adopted_style;
pub(super) mod body_class;
pub(super) mod crm_link;
pub(super) mod debounce;
pub(super) mod dialog;
pub(super) mod icon;
pub(super) mod lazy_view;
pub(super) mod popover;
pub(crate) mod qr_code;
pub(super) mod resize;
pub(super) mod scroller;
pub(super) mod translation;
pub(super) mod typing;
pub(super) mod waiting;

pub use icon::{Icon, IconName};
pub use lazy_view::{Turns, in_turn};
pub use waiting::Waiting;
