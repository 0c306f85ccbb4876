//! The endpoint: what is asked, how an answer is read. Pure but for [`transport`] and [`early`].
mod answer;
mod details;
pub mod early;
mod fields;
mod first_call;
mod follow_ups;
mod login;
mod lookups;
pub mod next_call;
mod page;
pub mod proxy_queue;
pub mod queue;
pub mod rate_limiter;
pub mod refusal;
mod request;
mod resolve;
pub mod transport;

pub use answer::{judge, judge_whole};
pub use details::read_details;
pub use fields::read_fields;
pub use first_call::{call_note, stored_call_note};
pub use follow_ups::read_follow_ups;
pub use login::LoginAnswer;
pub use lookups::{Login, Me, read_catalog, read_departments, read_login, read_me, read_options, read_users};
pub use page::read_page;
pub use request::{Request, authorization, bare_token, is_usable_token};
