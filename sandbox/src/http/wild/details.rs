//! One customer and its contacts. A customer that nobody owns has paths of its own.

use super::reading::one;
use crate::http::answer::{Refusal, success};
use crate::http::gate::Caller;
use crate::http::lists::{paging, window};
use crate::http::state::Sandbox;
use crate::request::Params;
use crate::wild::{contacts, detail};
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde_json::json;
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

async fn shown(
    State(sandbox): Shared,
    Extension(Caller(asker)): Extension<Caller>,
    Path(id): Path<String>,
    in_pool: bool,
) -> Result<Response, Refusal> {
    let customer = one(&sandbox, asker, number(&id)?, in_pool).await?;
    let seed = sandbox.settings.contents.seed;
    let asker = &sandbox.staff.users[asker];
    Ok(success(detail(customer, seed, asker, &sandbox.staff, sandbox.today())))
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
