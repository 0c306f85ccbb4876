//! Reads a customer's JSON on its own terms, so that the filters in SQL have something to be
//! compared with.

use serde_json::Value;

/// A text, whether it came as a text, a number, null or not at all.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

pub fn id(customer: &Value) -> i64 {
    customer["id"].as_i64().unwrap()
}

pub fn owner(customer: &Value) -> Option<i64> {
    customer["user_id"].as_i64()
}

/// The ids in a list of `{id, name}`.
pub fn ids(list: &Value) -> Vec<i64> {
    list.as_array().into_iter().flatten().filter_map(|one| one["id"].as_i64()).collect()
}

/// The day of a date, or nothing.
pub fn day(customer: &Value, column: &str) -> String {
    text(&customer[column]).chars().take(10).collect()
}

/// All that a search without a field looks at.
pub fn everything(customer: &Value) -> Vec<String> {
    let mut texts = vec![text(&customer["name"]), text(&customer["company_name"])];
    for contact in customer["contacts"].as_array().into_iter().flatten() {
        texts.push(text(&contact["name"]));
    }
    for phone in customer["phones_data"].as_array().into_iter().flatten() {
        let raw = text(&phone["phone"]);
        texts.push(raw.chars().filter(char::is_ascii_digit).collect());
        texts.push(raw);
    }
    texts.iter().map(|text| text.to_lowercase()).collect()
}
