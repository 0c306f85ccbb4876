//! `GET /api/v2/revisit_logs/new_index`.

use super::answer::{Refusal, success};
use super::gate::Caller;
use super::lists::{paging, window};
use super::reading::{anywhere, page_for};
use super::state::Sandbox;
use crate::dates::Day;
use crate::neighbours::{Object, follow_ups, is_within};
use crate::request::Params;
use crate::store::kept_follow_ups;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

/// Follow-ups, the newest first: those of one record or of all customers that may be seen, of today
/// unless other days are named. The type of the record is wanted in lower case.
pub async fn new_index(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let params = Params::read(query.as_deref());
    let (page, per_page) = paging(&params, 15)?;
    let (from, to) = days(&params, sandbox.today())?;
    let customers = match params.text("loggable_type") {
        None | Some("customer") => match params.number("loggable_id")? {
            Some(id) => vec![anywhere(&sandbox, asker, id).await?],
            None => followed_up_since(&sandbox, asker, &params, from).await?,
        },
        Some("lead" | "opportunity" | "contract") => Vec::new(),
        Some(_) => return Err(Refusal::wrong_parameter("loggable_type")),
    };
    let mut all = of_customers(&sandbox, customers).await?;
    all.retain(|one| is_within(one, from, to));
    all.sort_by(|one, other| other["real_revisit_at"].as_str().cmp(&one["real_revisit_at"].as_str()));
    let some: Vec<&Value> = window(&all, page, per_page).collect();
    Ok(success(json!({
        "revisit_logs": some, "total_count": all.len(), "per_page": per_page, "page": page,
    })))
}

fn days(params: &Params, today: Day) -> Result<(Day, Day), Refusal> {
    let day = |name: &str, otherwise| match params.text(name) {
        None => Ok(otherwise),
        Some(text) => Day::parse(text).ok_or_else(|| Refusal::wrong_parameter(name)),
    };
    match params.text("date") {
        None | Some("today") => Ok((today, today)),
        Some("other") => Ok((day("start_date", today)?, day("end_date", today)?)),
        Some(_) => Err(Refusal::wrong_parameter("date")),
    }
}

/// All follow-ups of these customers: those that are stored where one was written, else those that
/// are made out of the seed.
async fn of_customers(sandbox: &Arc<Sandbox>, customers: Vec<Object>) -> Result<Vec<Value>, Refusal> {
    let (seed, today) = (sandbox.settings.contents.seed, sandbox.today());
    let read = sandbox.store.read(move |reader| {
        let mut all = Vec::new();
        for customer in &customers {
            let id = customer.get("id").and_then(Value::as_i64).unwrap_or(0);
            let kept = kept_follow_ups(&reader.connection, id)?;
            all.extend(if kept.is_empty() { follow_ups(customer, seed, today) } else { kept });
        }
        Ok(all)
    });
    Ok(read.await?)
}

/// Customers with follow-ups since this day, the last thousand of them.
async fn followed_up_since(
    sandbox: &Arc<Sandbox>,
    asker: usize,
    params: &Params,
    from: Day,
) -> Result<Vec<Object>, Refusal> {
    let mut query = format!("sort=real_revisit_at&per_page=1000&real_revisit_at[]={from}&real_revisit_at[]=");
    for name in ["user_id", "department_id"] {
        if let Some(id) = params.number(name)? {
            query += &format!("&{name}={id}");
        }
    }
    Ok(page_for(sandbox, asker, &query).await?.customers)
}
