//! The list.

use crate::http::answer::{Refusal, success};
use crate::http::gate::Caller;
use crate::http::reading::page;
use crate::http::state::Sandbox;
use crate::request::{ListRequest, Params};
use crate::store::sort_columns;
use crate::wild::{column_list, row};
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::json;
use std::sync::Arc;

/// `GET /api/v2/customers`: with a total, with the company's own fields, and without the columns
/// that the document's own rows do not have.
pub async fn customers(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let request = ListRequest::read(&Params::read(query.as_deref()), &sort_columns())?;
    let (number, per_page) = (request.page, request.per_page);
    let read = page(&sandbox, asker, request).await?;
    let (seed, today) = (sandbox.settings.contents.seed, sandbox.today());
    let rows = read.customers.into_iter().map(|one| row(one, seed, &sandbox.staff, today));
    Ok(success(json!({
        "customers": rows.collect::<Vec<_>>(),
        "column_list": column_list(),
        "has_next_page": read.has_next_page,
        "total_count": read.total_count,
        "per_page": per_page,
        "page": number,
    })))
}
