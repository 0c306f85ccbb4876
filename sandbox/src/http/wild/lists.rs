//! What the list can be sorted by, without words.

use crate::http::answer::success;
use crate::store::SORTS;
use axum::response::Response;
use serde_json::{Value, json};

/// `GET /api/v2/customers/filter_sort_group`: the one part of it that is sure.
pub async fn filter_sort_group() -> Response {
    let sorts: Vec<Value> = SORTS.iter().skip(1).map(|(value, _)| json!({ "value": value })).collect();
    success(json!({ "sorts": sorts }))
}
