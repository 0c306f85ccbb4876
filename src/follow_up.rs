//! Follow-ups: what is known of a customer's, and how one is written without a doubt what became of it. No
//! browser, no JSON, no clock.
mod draft;
mod find_sent;
mod history;
mod next;
mod writing;

pub use draft::{Draft, MOST_SIGNS};
pub use find_sent::{find, minute_of};
pub use history::{KEPT_FOR, Known};
pub use next::{NextDay, next_days};
pub use writing::{Found, Outcome, Stage, WhyNotSent, Writing};
