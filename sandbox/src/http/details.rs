//! One customer and its contacts. A customer that nobody owns has paths of its own.

use super::answer::{Refusal, success};
use super::gate::Caller;
use super::lists::{paging, window};
use super::reading::{anywhere, one};
use super::state::Sandbox;
use crate::edition::Edition;
use crate::neighbours::{contacts, detail};
use crate::request::Params;
use crate::wild::add_values;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

type Shared = State<Arc<Sandbox>>;

/// `GET /api/v2/customers/{id}`.
pub async fn own(shared: Shared, caller: Extension<Caller>, path: Path<String>) -> Result<Response, Refusal> {
    shown(shared, caller, path, false).await
}

/// `GET /api/v2/common_customers/{id}`.
pub async fn common(
    shared: Shared,
    caller: Extension<Caller>,
    path: Path<String>,
) -> Result<Response, Refusal> {
    shown(shared, caller, path, true).await
}

/// `GET /api/v2/customers/{id}/contacts`.
pub async fn own_contacts(
    shared: Shared,
    caller: Extension<Caller>,
    path: Path<String>,
    query: RawQuery,
) -> Result<Response, Refusal> {
    shown_contacts(shared, caller, path, query, false).await
}

/// `GET /api/v2/common_customers/{id}/contacts`.
pub async fn common_contacts(
    shared: Shared,
    caller: Extension<Caller>,
    path: Path<String>,
    query: RawQuery,
) -> Result<Response, Refusal> {
    shown_contacts(shared, caller, path, query, true).await
}

/// `GET /api/v2/customers/{id}/assist_users`.
pub async fn assist_users(
    State(sandbox): Shared,
    Extension(Caller(asker)): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let customer = one(&sandbox, asker, number(&id)?, false).await?;
    let users = customer.get("assist_users").and_then(Value::as_array).into_iter().flatten();
    let staff = &sandbox.staff;
    let users = users.filter_map(|one| staff.user(one["id"].as_i64()?)).map(|user| {
        let department = staff.numbered(user.department).map(|it| it.name);
        json!({ "id": user.id, "name": user.name, "department_name": department })
    });
    let users: Vec<Value> = users.collect();
    let count = users.len();
    Ok(success(json!({ "assist_users": users, "total_count": count })))
}

/// `GET /api/v2/contacts/simplest?customer_id=`: ids and names.
pub async fn simplest(
    State(sandbox): Shared,
    Extension(Caller(asker)): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let id = Params::read(query.as_deref()).number("customer_id")?;
    let id = id.ok_or_else(|| Refusal::wrong_parameter("customer_id"))?;
    let all = contacts(&anywhere(&sandbox, asker, id).await?);
    let names = all.iter().map(|one| json!({ "id": one["id"], "name": one["name"] }));
    Ok(success(json!({ "contacts": names.collect::<Vec<_>>() })))
}

async fn shown(
    State(sandbox): Shared,
    Extension(Caller(asker)): Extension<Caller>,
    Path(id): Path<String>,
    in_pool: bool,
) -> Result<Response, Refusal> {
    let id = number(&id)?;
    let customer = one(&sandbox, asker, id, in_pool).await?;
    let mut shown = detail(customer, &sandbox.staff.users[asker], &sandbox.staff);
    if sandbox.settings.edition == Edition::Wild {
        let seed = sandbox.settings.contents.seed;
        add_values(&mut shown, seed, id, &sandbox.staff, sandbox.today());
    }
    Ok(success(Value::Object(shown)))
}

async fn shown_contacts(
    State(sandbox): Shared,
    Extension(Caller(asker)): Extension<Caller>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    in_pool: bool,
) -> Result<Response, Refusal> {
    let (page, per_page) = paging(&Params::read(query.as_deref()), 15)?;
    let all = contacts(&one(&sandbox, asker, number(&id)?, in_pool).await?);
    let some: Vec<_> = window(&all, page, per_page).collect();
    Ok(success(json!({
        "contacts": some, "total_count": all.len(), "per_page": per_page, "page": page,
    })))
}

fn number(id: &str) -> Result<i64, Refusal> {
    id.parse().map_err(|_| Refusal::no_such_endpoint())
}
