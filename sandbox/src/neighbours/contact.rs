//! The contacts of a customer, in full.

use super::{Object, text};
use serde_json::{Value, json};

/// All contacts of a stored customer. Whether a number may be called is not among what they tell.
pub fn contacts(customer: &Object) -> Vec<Value> {
    let listed = customer.get("contacts").and_then(Value::as_array).into_iter().flatten();
    listed.filter_map(Value::as_object).map(|one| contact(customer, one)).collect()
}

fn contact(customer: &Object, contact: &Object) -> Value {
    json!({
        "id": contact.get("id"),
        "name": text(contact, "name"),
        "name_pinyin": "",
        "user_id": customer.get("user_id"),
        "user_name": text(customer, "user_name"),
        "department": "",
        "category": "",
        "category_mapped": "",
        "gender": "",
        "gender_i18n": "",
        "customer_id": customer.get("id"),
        "customer_name": text(customer, "name"),
        "birth_date": "",
        "job": text(contact, "job"),
        "address": {
            "id": contact.get("id"),
            "tel": "",
            "tel_hidden_result": "",
            "phone": text(contact, "phone"),
            "phone_hidden_result": text(contact, "phone_hidden_result"),
            "qq": "",
            "email": "",
            "lng": 0.0,
            "lat": 0.0,
            "detail_address": "",
            "off_distance": -1,
            "url": "",
            "gaode_staticmap": "",
            "full_address": "",
        },
        "is_own": customer.get("is_user_self"),
        "have_image": false,
        "need_hidden_dispose": true,
        "is_user_self": customer.get("is_user_self"),
    })
}
