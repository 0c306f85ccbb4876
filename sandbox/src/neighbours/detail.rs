//! One customer, with all that the list leaves out.

use super::address::address;
use super::{Object, is_nothing, text};
use crate::people::{Staff, User};
use serde_json::{Value, json};

/// The detail of a stored customer as `asker` sees it, with the oddities of the real one: a
/// sentence where attachments were due, `{}` for nobody, 0 for no head count, a creator whose
/// private number and mail come along.
pub fn detail(mut customer: Object, asker: &User, staff: &Staff) -> Object {
    let days = text(&customer, "real_revisit_at_in_word");
    let since =
        if days.ends_with('天') && days != "今天" { format!("{days}未跟进") } else { days.to_owned() };
    let is_own = customer.get("user_id").and_then(Value::as_i64) == Some(asker.id);
    let contacts: Vec<Value> = customer
        .get("contacts")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|one| json!({ "id": one["id"], "name": one["name"] }))
        .collect();
    let changed = json!({
        "address": address(customer.get("address")),
        "attachments": "暂无附件",
        "cio_pid": null,
        "contacts": contacts,
        "creator": creator(&customer, staff),
        "flow_into_at": "",
        "history_contarct_money": 0,
        "is_editable": is_own,
        "is_has_policy_for_assist_user": true,
        "is_my_assist_entity": false,
        "is_own": is_own,
        "is_subscribed": false,
        "not_revisit_at_time_str": since,
        "qixinbao_id": "",
        "staff_size_display": text(&customer, "staff_size_mapped"),
        "total_have_receive_pay": 0.0,
        "total_not_receive_pay": 0,
    });
    // The numbers of a detail stand in its address and its contacts.
    customer.remove("phones_data");
    for key in PEOPLE_AND_PLACES.iter().filter(|key| is_nothing(customer.get(**key))).collect::<Vec<_>>() {
        customer.insert((*key).to_string(), json!({}));
    }
    for key in TEXTS.iter().filter(|key| is_nothing(customer.get(**key))).collect::<Vec<_>>() {
        customer.insert((*key).to_string(), json!(""));
    }
    for key in ["sold_products", "assist_users", "labels"] {
        customer.entry(key).and_modify(|value| *value = list(value.take())).or_insert_with(|| json!([]));
    }
    if is_nothing(customer.get("staff_size")) {
        customer.insert("staff_size".to_owned(), json!(0));
    }
    if let Value::Object(changed) = changed {
        customer.extend(changed);
    }
    customer
}

const PEOPLE_AND_PLACES: [&str; 7] = [
    "parent",
    "shop",
    "before_user",
    "owned_department",
    "before_owned_department",
    "customer_common_setting",
    "before_customer_common_setting",
];

const TEXTS: [&str; 16] = [
    "note",
    "company_name",
    "category",
    "category_mapped",
    "source",
    "source_mapped",
    "industry",
    "industry_mapped",
    "staff_size_mapped",
    "channel",
    "channel_mapped",
    "submit_applying_at",
    "finish_approve_at",
    "revisit_at",
    "real_revisit_at",
    "real_revisit_at_in_word",
];

fn list(value: Value) -> Value {
    if value.is_array() { value } else { json!([]) }
}

fn creator(customer: &Object, staff: &Staff) -> Value {
    let id = customer.get("creator").or(customer.get("user")).and_then(|one| one["id"].as_i64());
    let id = id.or_else(|| customer.get("user_id").and_then(Value::as_i64));
    match id.and_then(|id| staff.user(id)) {
        None => json!({}),
        Some(user) => json!({
            "id": user.id,
            "name": user.name,
            "department_name": staff.numbered(user.department).map(|one| one.name),
            "phone": user.private_phone(),
            "email": user.private_mail(),
        }),
    }
}
