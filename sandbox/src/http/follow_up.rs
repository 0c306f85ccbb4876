//! `POST /api/v2/revisit_logs`.

use super::answer::{Refusal, success};
use super::gate::Caller;
use super::reading::anywhere;
use super::state::Sandbox;
use crate::catalog::STATUSES;
use crate::dates::Minute;
use crate::edition::Edition;
use crate::neighbours::{NewFollowUp, answer, follow_ups, is_kind, log_by};
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;
use std::sync::Arc;

/// What a follow-up can be written to. The sandbox has customers only: of all else there is no record.
const TYPES: [&str; 5] = ["Customer", "Lead", "Contact", "Contract", "Opportunity"];

/// Writes a follow-up to a customer that the caller may see.
pub async fn write(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let sent = Sent::read(&body, sandbox.settings.edition)?;
    let now = Minute::of_ms(sandbox.clock.now_ms());
    let new = sent.checked(now)?;
    let customer = anywhere(&sandbox, asker, new.customer).await?;
    let today = sandbox.today();
    let before = follow_ups(&customer, sandbox.settings.contents.seed, today);
    let log = log_by(&customer, &new, &sandbox.staff.users[asker], today);
    let told = new.clone();
    let log = sandbox.store.write(move |writer| writer.follow_up(&new, log, &before, today)).await?;
    Ok(success(answer(log, &told)))
}

/// The body, whichever way it was written.
struct Sent(Value);

impl Sent {
    /// JSON, which the other reading also takes as the fields of a form.
    fn read(body: &[u8], edition: Edition) -> Result<Self, Refusal> {
        if let Ok(json) = serde_json::from_slice::<Value>(body) {
            return match json["revisit_log"].is_object() {
                true => Ok(Self(json["revisit_log"].clone())),
                false => Err(Refusal::wrong_parameter("revisit_log")),
            };
        }
        if edition == Edition::Documented {
            return Err(Refusal::wrong_parameter("JSON"));
        }
        let mut log = Value::Object(Default::default());
        for (name, value) in form_urlencoded::parse(body) {
            if name == "revisit_log[loggable_attributes][status]" {
                log["loggable_attributes"]["status"] = value.as_ref().into();
            } else if let Some(name) = name.strip_prefix("revisit_log[").and_then(|it| it.strip_suffix(']')) {
                log[name] = value.as_ref().into();
            }
        }
        Ok(Self(log))
    }

    fn checked(&self, now: Minute) -> Result<NewFollowUp, Refusal> {
        let kind = self.text(&["loggable_type"])?.filter(|it| TYPES.contains(&it.as_str()));
        let kind = kind.ok_or_else(|| Refusal::wrong_parameter("loggable_type"))?;
        let id = self.text(&["loggable_id"])?.and_then(|it| it.parse().ok());
        let customer = id.ok_or_else(|| Refusal::wrong_parameter("loggable_id"))?;
        if kind != "Customer" {
            return Err(Refusal::no_such_record());
        }
        let category = self.text(&["category"])?;
        if category.as_deref().is_some_and(|it| !is_kind(it)) {
            return Err(Refusal::wrong_parameter("category"));
        }
        let status = match self.text(&["loggable_attributes", "status"])? {
            None => None,
            Some(text) => {
                let known = STATUSES.iter().find(|one| one.value.to_string() == text);
                Some(known.ok_or_else(|| Refusal::wrong_parameter("status"))?)
            }
        };
        Ok(NewFollowUp {
            customer,
            content: self.text(&["content"])?.unwrap_or_default(),
            category,
            when: self.minute("real_revisit_at")?.unwrap_or(now),
            remind: self.minute("remind_at")?,
            status,
            now,
        })
    }

    fn minute(&self, name: &str) -> Result<Option<Minute>, Refusal> {
        let wrong = || Refusal::wrong_parameter(name);
        self.text(&[name])?.map(|text| Minute::parse(&text).ok_or_else(wrong)).transpose()
    }

    /// A text or a number; an empty text counts as absent.
    fn text(&self, path: &[&str]) -> Result<Option<String>, Refusal> {
        match path.iter().fold(&self.0, |value, key| &value[*key]) {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
            Value::Number(number) => Ok(Some(number.to_string())),
            _ => Err(Refusal::wrong_parameter(path.last().unwrap_or(&"revisit_log"))),
        }
    }
}
