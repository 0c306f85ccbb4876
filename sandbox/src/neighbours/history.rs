//! The follow-ups of a customer.

use super::{NewFollowUp, Object, is_nothing, text};
use crate::dates::{Day, Minute};
use crate::generator::{Dice, REVISITS};
use crate::people::User;
use serde_json::{Value, json};

const SALT: u64 = 0x0f01_10e5;

/// The company's kinds of follow-up.
const KINDS: [(&str, &str); 4] = [("61", "电话"), ("62", "上门拜访"), ("63", "微信"), ("64", "邮件")];

/// Whether the company has a kind of follow-up.
pub fn is_kind(category: &str) -> bool {
    KINDS.iter().any(|(id, _)| *id == category)
}

/// All follow-ups of a stored customer, the newest first. The newest is the one that the list
/// shows; the others lie between it and the day on which the customer was made.
pub fn follow_ups(customer: &Object, seed: u64, today: Day) -> Vec<Value> {
    let minute = |key| Minute::parse(text(customer, key));
    let (Some(created), Some(last)) = (minute("created_at"), minute("real_revisit_at")) else {
        return Vec::new();
    };
    let id = customer.get("id").and_then(Value::as_i64).unwrap_or(0);
    let mut dice = Dice::new(seed ^ SALT, id.unsigned_abs());
    // At most one a day.
    let days = last.day().0 - created.day().0;
    let count = dice.number(1, 25).min(days.max(1));
    (0..count)
        .map(|at| {
            let when = Minute(last.0 - days * at / count * 1440);
            let kind = *dice.pick(&KINDS);
            let content = *dice.pick(&REVISITS);
            let content = if at == 0 { newest(customer).unwrap_or(content) } else { content };
            let remind = if at == 0 { text(customer, "revisit_remind_at") } else { "" };
            let mut log = log(customer, content, when, kind, remind, owner(customer), today);
            log["id"] = json!(id * 100 + count - at);
            log
        })
        .collect()
}

/// Whether a follow-up took place in these days, both included.
pub fn is_within(follow_up: &Value, from: Day, to: Day) -> bool {
    let when = follow_up["real_revisit_at"].as_str().and_then(Minute::parse);
    when.is_some_and(|when| from <= when.day() && when.day() <= to)
}

fn newest(customer: &Object) -> Option<&str> {
    let within = customer.get("lastest_revisit_log").and_then(|log| log["content"].as_str());
    within.or(Some(text(customer, "last_revist_log_content"))).filter(|text| !text.is_empty())
}

fn owner(customer: &Object) -> Value {
    match is_nothing(customer.get("user_id")) {
        false => json!({ "id": customer.get("user_id"), "name": text(customer, "user_name") }),
        true => customer.get("creator").cloned().unwrap_or_else(|| json!({})),
    }
}

/// A follow-up that somebody has just written; its id is not known yet.
pub fn log_by(customer: &Object, new: &NewFollowUp, by: &User, today: Day) -> Value {
    let kind = new.category.as_deref().and_then(|id| KINDS.iter().find(|(own, _)| *own == id));
    let remind = new.remind.map(|it| it.to_string()).unwrap_or_default();
    let by = json!({ "id": by.id, "name": by.name });
    let mut log = log(customer, &new.content, new.when, *kind.unwrap_or(&("", "")), &remind, by, today);
    log["created_at"] = json!(new.now.to_string());
    log
}

fn log(
    customer: &Object,
    content: &str,
    when: Minute,
    (category, kind): (&str, &str),
    remind: &str,
    by: Value,
    today: Day,
) -> Value {
    json!({
        "id": null,
        "content": content,
        "loggable_type": "Customer",
        "loggable_id": customer.get("id"),
        "loggable": {
            "id": customer.get("id"),
            "name": text(customer, "name"),
            "approve_status": text(customer, "approve_status"),
        },
        "real_revisit_at": when.to_string(),
        "created_at": Minute(when.0 + 10).to_string(),
        "category": category,
        "category_display": kind,
        "category_i18n": kind,
        "title": kind,
        "refer_type_display": "客户",
        "refer_name": text(customer, "name"),
        "remind_at": remind,
        "is_remind_expired": Minute::parse(remind).is_some_and(|it| it.day() < today),
        "attachment_files": [],
        "image_attachments": [],
        "at_users": [],
        "user": by,
    })
}
