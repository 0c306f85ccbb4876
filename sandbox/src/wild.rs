//! What the other reading of the contract has beyond the document's: custom fields with a
//! catalogue, rows without a third of the columns, details, contacts and follow-ups. All of it is
//! made when it is asked for, out of the stored customer and the seed, so both editions hold the
//! same customers.

mod address;
mod catalogue;
mod contact;
mod detail;
mod field;
mod history;
mod row;
mod values;

pub use catalogue::{FIELD_GROUPS, column_list};
pub use contact::contacts;
pub use detail::detail;
pub use field::{CustomField, FieldGroup, Kind, Listed};
pub use history::{follow_ups, is_within};
pub use row::row;

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
