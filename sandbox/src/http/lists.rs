//! What the list can be filtered and sorted by.

use super::answer::{Refusal, success};
use crate::catalog::{CATEGORIES, Choice, SOURCES, STATUSES};
use crate::request::Params;
use crate::store::SORTS;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use serde_json::{Value, json};

/// `GET /api/v2/customers/filter_sort_group`.
pub async fn filter_sort_group() -> Response {
    let sorts: Vec<Value> =
        SORTS.iter().skip(1).map(|(value, label)| json!({ "label": label, "value": value })).collect();
    let filters: Vec<Value> = [
        ("status", "跟进状态", "select"),
        ("category", "客户类型", "select"),
        ("source", "客户来源", "select"),
        ("user_id", "负责人", "user"),
        ("department_id", "所属部门", "department"),
        ("product_id", "已购产品", "product"),
        ("created_at", "创建时间", "date"),
        ("updated_at", "更新时间", "date"),
        ("real_revisit_at", "实际跟进时间", "date"),
        ("revisit_remind_at", "下次跟进时间", "date"),
    ]
    .iter()
    .map(|(name, label, kind)| json!({ "name": name, "label": label, "field_type": kind }))
    .collect();
    success(json!({ "sorts": sorts, "filters": filters, "groups": [] }))
}

/// `GET /api/v2/customers/{field}/filter_options`. As the real endpoint's types wander, sources
/// come with their values as texts and under `name` only.
pub async fn filter_options(
    Path(field): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let choices = match field.as_str() {
        "status" => STATUSES,
        "source" => SOURCES,
        "category" => CATEGORIES,
        _ => return Err(Refusal::no_such_endpoint()),
    };
    let params = Params::read(query.as_deref());
    let (page, per_page) = paging(&params, 100)?;
    let option = |choice: &Choice| match field.as_str() {
        "source" => json!({
            "label": null, "name": choice.label, "source": "field_map",
            "value": choice.value.to_string(),
        }),
        _ => json!({
            "label": choice.label, "name": choice.label, "source": "field_map",
            "value": choice.value,
        }),
    };
    let options: Vec<Value> = window(choices, page, per_page).map(option).collect();
    Ok(success(json!({
        "options": options, "total_count": choices.len(), "per_page": per_page, "page": page,
    })))
}

/// `page` and `per_page` of a short list.
pub fn paging(params: &Params, per_page: i64) -> Result<(i64, i64), Refusal> {
    Ok((params.count("page", 1, 1_000_000)?, params.count("per_page", per_page, 1000)?))
}

/// The items of one page.
pub fn window<T>(list: &[T], page: i64, per_page: i64) -> impl Iterator<Item = &T> {
    let skip = usize::try_from((page - 1) * per_page).unwrap_or(usize::MAX);
    list.iter().skip(skip).take(usize::try_from(per_page).unwrap_or(0))
}
