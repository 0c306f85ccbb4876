//! A customer as the list has it.

use super::values::add_values;
use crate::dates::Day;
use crate::neighbours::Object;
use crate::people::Staff;
use serde_json::Value;

/// The keys of the 21 columns that neither of the document's own rows has.
const ABSENT: [&str; 25] = [
    "submit_applying_at",
    "finish_approve_at",
    "company_name",
    "parent",
    "source",
    "source_mapped",
    "industry",
    "industry_mapped",
    "staff_size",
    "staff_size_mapped",
    "channel",
    "channel_mapped",
    "note",
    "sold_products",
    "revisit_at",
    "real_revisit_at",
    "real_revisit_at_in_word",
    "shop",
    "creator",
    "before_user",
    "owned_department",
    "before_owned_department",
    "assist_users",
    "customer_common_setting",
    "before_customer_common_setting",
];

/// The row of a stored customer: without the columns that rows do not have, with the company's
/// own fields.
pub fn row(mut customer: Object, seed: u64, staff: &Staff, today: Day) -> Value {
    for key in ABSENT {
        customer.remove(key);
    }
    let id = customer.get("id").and_then(Value::as_i64).unwrap_or(0);
    add_values(&mut customer, seed, id, staff, today);
    Value::Object(customer)
}
