//! Finds things in an answer.

use crate::client::Answer;
use serde_json::Value;

/// What stands at a path of keys.
pub fn value<'a>(answer: &'a Answer, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(answer.json.as_ref()?, |value, key| value.get(key))
}

/// The list at a path.
pub fn list<'a>(answer: &'a Answer, path: &str) -> Option<&'a Vec<Value>> {
    value(answer, path)?.as_array()
}

/// Whether there is a list at a path.
pub fn has_list(answer: &Answer, path: &str) -> bool {
    list(answer, path).is_some()
}

/// Whether any entry of the list at a path passes.
pub fn any(answer: &Answer, path: &str, passes: impl Fn(&Value) -> bool) -> bool {
    list(answer, path).is_some_and(|items| items.iter().any(passes))
}

/// Whether the list at a path has entries and all of them pass.
pub fn each(answer: &Answer, path: &str, passes: impl Fn(&Value) -> bool) -> bool {
    list(answer, path).is_some_and(|items| !items.is_empty() && items.iter().all(passes))
}

/// Whether there is a number at a path, or a text of digits.
pub fn is_count(answer: &Answer, path: &str) -> bool {
    match value(answer, path) {
        Some(Value::Number(number)) => number.is_u64(),
        Some(Value::String(text)) => text.parse::<u64>().is_ok(),
        _ => false,
    }
}

/// Whether the list at a path is one page of more: no longer than the answered `per_page`.
pub fn is_page(answer: &Answer, path: &str) -> bool {
    let per_page = value(answer, "data.per_page").and_then(Value::as_u64);
    let fits = |items: &Vec<Value>| per_page.is_some_and(|most| items.len() as u64 <= most);
    is_count(answer, "data.total_count") && list(answer, path).is_some_and(fits)
}

/// Whether an entry has all these keys.
pub fn has(entry: &Value, keys: &[&str]) -> bool {
    keys.iter().all(|key| entry.get(key).is_some())
}

/// Whether there is nothing, in any of the ways to say so.
pub fn is_nothing(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Object(parts)) => parts.is_empty(),
        Some(_) => false,
    }
}

/// The code of the envelope.
pub fn code(answer: &Answer) -> Option<i64> {
    value(answer, "code")?.as_i64()
}
