//! What the calls beside the list tell of one customer: its detail, its contacts and its
//! follow-ups, alike in both editions. They are made when they are asked for, out of the stored
//! customer and the seed; follow-ups of a customer are stored from the first one that is written.

mod address;
mod contact;
mod detail;
mod history;
mod written;

pub use contact::contacts;
pub use detail::detail;
pub use history::{follow_ups, is_kind, is_within, log_by};
pub use written::{NewFollowUp, answer, apply};

use serde_json::{Map, Value};

/// A customer's JSON, taken apart.
pub type Object = Map<String, Value>;

/// The text under a key; empty where it is none.
fn text<'a>(object: &'a Object, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Whether there is nothing under a key, in any of the ways to say so.
fn is_nothing(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Object(parts)) => parts.is_empty(),
        Some(_) => false,
    }
}
