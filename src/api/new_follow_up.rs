//! Writing a follow-up, `POST /api/v2/revisit_logs`.
use super::answer::malformed;
use super::follow_ups::follow_up;
use crate::json::Opened;
use crate::model::{CustomerId, FollowUp, Problem};
use serde::Serialize;

/// What is sent. Where logs are written the type has a capital.
#[derive(Serialize)]
struct Body<'a> {
    revisit_log: Log<'a>,
}

#[derive(Serialize)]
struct Log<'a> {
    loggable_id: Id<'a>,
    loggable_type: &'static str,
    content: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    category: &'a str,
    real_revisit_at: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    remind_at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    loggable_attributes: Option<Attributes<'a>>,
}

#[derive(Serialize)]
struct Attributes<'a> {
    status: &'a str,
}

/// An id as the endpoint wrote it: mostly a number.
#[derive(Serialize)]
#[serde(untagged)]
enum Id<'a> {
    Number(i64),
    Text(&'a str),
}

/// The body that writes this text to a customer. `at` and `next` are minutes in China (`2026-11-30 10:00`); an
/// empty kind or status is not sent.
pub fn new_follow_up(
    customer: &CustomerId,
    content: &str,
    kind: &str,
    at: &str,
    next: Option<&str>,
    status: &str,
) -> String {
    let id = customer.as_str();
    let number = id.parse::<i64>().ok().filter(|number| number.to_string() == id);
    let body = Body {
        revisit_log: Log {
            loggable_id: number.map_or(Id::Text(id), Id::Number),
            loggable_type: "Customer",
            content,
            category: kind,
            real_revisit_at: at,
            remind_at: next,
            loggable_attributes: (!status.is_empty()).then_some(Attributes { status }),
        },
    };
    serde_json::to_string(&body).unwrap_or_default()
}

/// Reads what was written. Without an id it may be anything.
///
/// # Errors
/// Where the answer is no follow-up.
pub fn read_new_follow_up(data: Opened<'_>) -> Result<FollowUp, Problem> {
    let data = data.object.ok_or_else(|| malformed("revisit_log", "not an object"))?;
    let inner = data.get("revisit_log").and_then(|it| it.object()).filter(|it| it.get("id").is_some());
    Ok(follow_up(&inner.unwrap_or(data)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge;

    #[test]
    fn what_is_sent_is_the_documents_own_form() {
        let id = CustomerId::new("88001").unwrap();
        assert_eq!(
            new_follow_up(&id, "已报价", "61", "2026-03-05 17:30", Some("2026-03-09 10:00"), "52001"),
            r#"{"revisit_log":{"loggable_id":88001,"loggable_type":"Customer","content":"已报价","category":"61","real_revisit_at":"2026-03-05 17:30","remind_at":"2026-03-09 10:00","loggable_attributes":{"status":"52001"}}}"#
        );
        assert_eq!(
            new_follow_up(&CustomerId::new("x-1").unwrap(), "a", "", "2026-03-05 17:30", None, ""),
            r#"{"revisit_log":{"loggable_id":"x-1","loggable_type":"Customer","content":"a","real_revisit_at":"2026-03-05 17:30"}}"#
        );
    }

    #[test]
    fn the_next_date_is_read_with_its_year() {
        let read = |data: &str| {
            let body = format!(r#"{{"code":0,"data":{data}}}"#);
            judge(200, None, &body).and_then(read_new_follow_up).map(|it| (it.id, it.next))
        };
        let log = r#"{"id":302,"content":"已报价","remind_at":"03月09日 10:00","raw_remind_at":"2026-03-09 10:00"}"#;
        let expected = Ok(("302".to_owned(), "2026-03-09 10:00".to_owned()));
        assert_eq!(read(log), expected);
        assert_eq!(read(&format!(r#"{{"revisit_log":{log}}}"#)), expected);
        assert_eq!(read("{}"), Ok((String::new(), String::new())));
        assert!(read("null").is_err() && read("[]").is_err());
    }
}
