//! A follow-up that is written: what it changes of its customer, and how the answer tells it.

use super::{Object, text};
use crate::catalog::Choice;
use crate::dates::{Day, Minute};
use serde_json::{Value, json};

/// A follow-up as it was sent, after all of it was found to make sense.
#[derive(Clone, Debug)]
pub struct NewFollowUp {
    /// The customer's id.
    pub customer: i64,
    /// The text; the endpoint takes none, too.
    pub content: String,
    /// Its kind.
    pub category: Option<String>,
    /// When it took place.
    pub when: Minute,
    /// The next one.
    pub remind: Option<Minute>,
    /// What the customer's status becomes.
    pub status: Option<&'static Choice>,
    /// When it was written.
    pub now: Minute,
}

/// Changes the customer as a follow-up does: status and next date where they were sent, the last
/// talk unless there was a later one.
pub fn apply(customer: &mut Object, new: &NewFollowUp, id: i64, today: Day) {
    let mut put = |key: &str, value: Value| customer.insert(key.to_owned(), value);
    put("updated_at", json!(new.now.to_string()));
    if let Some(remind) = new.remind {
        put("revisit_remind_at", json!(remind.to_string()));
    }
    if let Some(status) = new.status {
        put("status", json!(status.value.to_string()));
        put("status_mapped", json!(status.label));
    }
    let last = Minute::parse(text(customer, "real_revisit_at"));
    if last.is_some_and(|last| last > new.when) {
        return;
    }
    let has_log = customer.get("lastest_revisit_log").is_some_and(Value::is_object);
    let mut put = |key: &str, value: Value| customer.insert(key.to_owned(), value);
    for key in ["real_revisit_at", "revisit_at"] {
        put(key, json!(new.when.to_string()));
    }
    let days = (today.0 - new.when.day().0).max(0);
    let in_word = if days == 0 { "今天".to_owned() } else { format!("{days}天") };
    put("real_revisit_at_in_word", json!(in_word));
    match has_log {
        true => put("lastest_revisit_log", json!({ "id": id, "content": new.content })),
        false => put("last_revist_log_content", json!(new.content)),
    };
}

/// The answer to a write: the log, with more keys than the history has, and the next date without
/// its year; with it only under `raw_remind_at`.
pub fn answer(mut log: Value, new: &NewFollowUp) -> Value {
    let raw = new.remind.map(|it| it.to_string()).unwrap_or_default();
    let short = match raw.get(5..) {
        Some(rest) => format!("{}月{}日 {}", &rest[..2], &rest[3..5], &rest[6..]),
        None => String::new(),
    };
    let more = json!({
        "lat": 0.0,
        "lng": 0.0,
        "attachments": [],
        "address": {},
        "timestamp": new.now.to_string(),
        "remind_at": short,
        "raw_remind_at": raw,
        "event_url": "",
        "event_identifier": "",
    });
    if let (Some(log), Value::Object(more)) = (log.as_object_mut(), more) {
        log.extend(more);
    }
    log
}
