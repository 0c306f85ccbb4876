//! What the list can be sorted and filtered by.

use crate::catalog::{CATEGORIES, Choice, SOURCES, STATUSES};
use crate::http::answer::{Refusal, success};
use crate::http::lists::{paging, window};
use crate::request::Params;
use crate::store::SORTS;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use serde_json::{Value, json};

/// `GET /api/v2/customers/filter_sort_group`: the one part of it that is sure.
pub async fn filter_sort_group() -> Response {
    let sorts: Vec<Value> = SORTS.iter().skip(1).map(|(value, _)| json!({ "value": value })).collect();
    success(json!({ "sorts": sorts }))
}

/// Sources that no customer has come from yet: with them there are more than fit on a page.
const FURTHER_SOURCES: [&str; 16] = [
    "地推活动",
    "行业协会",
    "短视频投放",
    "搜索广告",
    "直播间",
    "小红书",
    "知乎",
    "线下讲座",
    "合作代理",
    "员工推荐",
    "政府采购网",
    "招标平台",
    "企查查",
    "百度地图",
    "老客户复购",
    "其他来源",
];

/// `GET /api/v2/customers/{field}/filter_options`: four texts each, 15 on a page.
pub async fn filter_options(
    Path(field): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let further = |choices: &[Choice]| {
        let next = choices.last().map_or(0, |last| last.value + 1);
        let further = FURTHER_SOURCES.iter().zip(next..).map(|(label, value)| Choice { value, label });
        choices.iter().copied().chain(further).collect()
    };
    let choices: Vec<Choice> = match field.as_str() {
        "status" => STATUSES.to_vec(),
        "source" => further(SOURCES),
        "category" => CATEGORIES.to_vec(),
        _ => return Err(Refusal::no_such_endpoint()),
    };
    let (page, per_page) = paging(&Params::read(query.as_deref()), 15)?;
    let option = |choice: &Choice| json!({ "label": choice.label, "name": "", "source": "", "value": choice.value.to_string() });
    let options: Vec<Value> = window(&choices, page, per_page).map(option).collect();
    Ok(success(json!({
        "options": options, "total_count": choices.len(), "per_page": per_page, "page": page,
    })))
}
