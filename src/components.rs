//! The page's parts, in folders that follow the screen. Each takes values and sends a
//! [`Change`](crate::query::Change) up; none asks the endpoint or touches storage.
mod call_run;
mod cards;
mod cells;
mod export;
mod filters;
pub(crate) mod follow_ups;
mod lazy_views;
mod menus;
mod page;
mod parts;
mod preview;
mod sign_in;
mod table;
mod tools;

pub use call_run::*;
pub use cards::*;
pub use cells::*;
pub use export::*;
pub use filters::*;
pub use follow_ups::*;
pub use menus::*;
pub use page::*;
pub use parts::*;
pub use preview::*;
pub use sign_in::*;
pub use table::*;
pub use tools::*;
