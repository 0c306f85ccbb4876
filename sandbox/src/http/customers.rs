//! `GET /api/v2/customers`.

use super::answer::Refusal;
use super::gate::Caller;
use super::state::Sandbox;
use crate::catalog::{COLUMNS, CUSTOM_COLUMNS};
use crate::request::{ListRequest, Params};
use crate::store::{read_page, sort_columns};
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::Arc;

/// A page of customers.
pub async fn customers(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let request = ListRequest::read(&Params::read(query.as_deref()), &sort_columns())?;
    let (page, per_page) = (request.page, request.per_page);
    let people = Arc::clone(&sandbox);
    let read = sandbox
        .store
        .read(move |reader| read_page(reader, &request, &people.staff.users[asker], &people.staff));
    let read = read.await?;
    // The customers are JSON already; parsing them only to write them again would cost the most.
    let mut body = read.customers;
    body.insert_str(0, "{\"code\":0,\"data\":{\"customers\":[");
    body += &format!(
        "],\"column_list\":{},\"has_next_page\":{},\"per_page\":{per_page},\"page\":{page}}}}}",
        columns(sandbox.settings.contents.examples_only),
        read.has_next_page,
    );
    Ok(([(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response())
}

/// The contract's columns, and the company's own unless only the examples are held.
fn columns(examples_only: bool) -> serde_json::Value {
    let own: &[&str] = if examples_only { &[] } else { &CUSTOM_COLUMNS };
    json!(COLUMNS.iter().chain(own).collect::<Vec<_>>())
}
