//! The address of a detail, which has other keys than the list's.

use super::{Object, text};
use serde_json::{Value, json};

/// The address of a stored customer as a single record shows it: objects for the regions, a text
/// of everything, and zeros for a place that nobody knows.
pub fn address(stored: Option<&Value>) -> Value {
    let none = Object::new();
    let stored = stored.and_then(Value::as_object).unwrap_or(&none);
    let (region, street) = (text(stored, "region_info"), text(stored, "detail_address"));
    let mut shown = json!({
        "id": stored.get("id"),
        "country": {},
        "province": {},
        "city": {},
        "district": {},
        "full_address": format!("{region}{street}"),
        "region_info": null,
        "detail_address": street,
        "lat": 0.0,
        "lng": 0.0,
        "off_distance": -1,
        "gaode_staticmap": "",
    });
    let numbers = ["tel", "tel_hidden_result", "phone", "phone_hidden_result"];
    for key in numbers.iter().chain(&["email", "wechat", "qq", "fax", "wangwang", "zip", "url"]) {
        shown[*key] = json!(text(stored, key));
    }
    shown
}
