//! Who has a customer already.

use super::answer::{Refusal, success};
use super::gate::Caller;
use super::reading::parsed;
use super::state::Sandbox;
use crate::neighbours::Object;
use crate::request::Params;
use crate::store::named;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

/// `GET /api/v2/duplicates/matching_name?name=`: exactly this name, also where the customer itself
/// may not be seen.
pub async fn matching_name(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let params = Params::read(query.as_deref());
    let name = params.text("name").ok_or_else(|| Refusal::wrong_parameter("name"))?.to_owned();
    let own = Arc::clone(&sandbox);
    let read = sandbox.store.read(move |reader| named(reader, &name, &own.staff.users[asker])).await?;
    let hits: Vec<Value> = parsed(&read)?.iter().map(hit).collect();
    Ok(success(json!({ "customers": hits })))
}

/// The keys of a hit that the list has too; it has no list of numbers.
const SHARED: [&str; 18] = [
    "id",
    "user_id",
    "user_name",
    "name",
    "status",
    "status_mapped",
    "category",
    "category_mapped",
    "need_hidden_dispose",
    "created_at",
    "updated_at",
    "approve_status",
    "approve_status_i18n",
    "custom_field_template_id",
    "is_user_self",
    "labels",
    "address",
    "wx_external_userid",
];

fn hit(customer: &Object) -> Value {
    let mut hit = Object::new();
    for key in SHARED {
        hit.insert(key.to_owned(), customer.get(key).cloned().unwrap_or_default());
    }
    hit.insert("wx_contact_type".to_owned(), Value::Null);
    let contacts = customer.get("contacts").and_then(Value::as_array).into_iter().flatten();
    let contacts = contacts.map(|one| json!({ "id": one["id"], "name": one["name"], "address": {} }));
    hit.insert("contacts".to_owned(), contacts.collect());
    Value::Object(hit)
}
