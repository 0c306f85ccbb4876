//! A customer's follow-ups, `/api/v2/revisit_logs/new_index`.
use super::lookups::choices::Given;
use crate::json::{Json, Object, Opened};
use crate::model::{FollowUp, FollowUpKind, FollowUpPage, Problem};

/// Reads a page of follow-ups out of a whole answer. Of people it takes ids and names; numbers and mail that
/// come along are not decoded, nor is anything of what is attached but its name.
///
/// # Errors
/// Where there is no place in which a list could stand.
pub fn read_follow_ups(whole: Opened<'_>) -> Result<FollowUpPage, Problem> {
    let given = Given::find(whole, &["revisit_logs", "list"], "revisit_logs")?;
    let count = |number: Option<i64>| number.and_then(|number| usize::try_from(number).ok());
    Ok(FollowUpPage {
        items: given.entries.iter().filter_map(|it| Some(follow_up(&it.object()?))).collect(),
        given: given.entries.len(),
        total: count(given.total),
        per_page: count(given.per_page).filter(|size| *size > 0),
    })
}

/// One follow-up, as the history and the answer to a new one give it.
pub(super) fn follow_up(log: &Object<'_>) -> FollowUp {
    let text = |name: &str| log.text(name).unwrap_or_default();
    let user = log.get("user").and_then(Json::object);
    let of_user = |names: &[&str]| user.as_ref().and_then(|it| it.first_text(names));
    FollowUp {
        id: text("id"),
        content: text("content"),
        kind: kind(log),
        at: log.first_text(&["real_revisit_at", "created_at"]).unwrap_or_default(),
        written_at: log.first_text(&["created_at", "timestamp"]).unwrap_or_default(),
        user: of_user(&["id"]).or_else(|| log.text("user_id")),
        by: of_user(&["name"]).or_else(|| log.text("user_name")).unwrap_or_default(),
        // In the answer to a new one `remind_at` has no year.
        next: log.first_text(&["raw_remind_at", "remind_at"]).unwrap_or_default(),
        files: ["attachment_files", "image_attachments", "attachments"]
            .into_iter()
            .flat_map(|name| log.list(name))
            .map(|file| file.object().map(|it| file_name(&it)).unwrap_or_default())
            .collect(),
    }
}

fn kind(log: &Object<'_>) -> Option<FollowUpKind> {
    let name = log.first_text(&["category_display", "category_i18n", "category_mapped", "title"])?;
    Some(FollowUpKind { id: log.text("category").unwrap_or_default(), name })
}

fn file_name(file: &Object<'_>) -> String {
    file.first_text(&["name", "file_name", "filename", "title"]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge_whole;

    fn read(data: &str) -> Result<FollowUpPage, Problem> {
        let body = format!(r#"{{"code":0,"data":{data}}}"#);
        judge_whole(200, None, &body).and_then(read_follow_ups)
    }

    const DOCUMENTED: &str = r#"{"id":301,"content":"已报价","loggable_type":"Customer","loggable_id":88001,"loggable":{"id":88001,"name":"示例商行"},"real_revisit_at":"2026-03-05 17:30","created_at":"2026-03-05 17:40","category":"61","category_display":"电话","title":"电话","remind_at":"2026-03-09 10:00","attachment_files":[{"name":"报价单.pdf","url":"https://x/1"}],"image_attachments":[{"url":"https://x/2"}],"user":{"id":701,"name":"示例甲","phone":"13900007788","email":"a@example.com"}}"#;

    #[test]
    fn the_documents_own_entry_is_read_whole() {
        let page =
            read(&format!(r#"{{"revisit_logs":[{DOCUMENTED}],"total_count":7,"per_page":15,"page":1}}"#))
                .unwrap();
        assert_eq!((page.given, page.total, page.per_page), (1, Some(7), Some(15)));
        let expected = FollowUp {
            id: "301".into(),
            content: "已报价".into(),
            kind: Some(FollowUpKind { id: "61".into(), name: "电话".into() }),
            at: "2026-03-05 17:30".into(),
            written_at: "2026-03-05 17:40".into(),
            user: Some("701".into()),
            by: "示例甲".into(),
            next: "2026-03-09 10:00".into(),
            files: vec!["报价单.pdf".into(), String::new()],
        };
        assert_eq!(page.items, [expected]);
        let all = format!("{:?}", page.items);
        assert!(!all.contains("13900007788") && !all.contains("example.com"), "{all}");
    }

    #[test]
    fn odd_answers_are_read_as_far_as_they_go() {
        for data in [
            format!("[{DOCUMENTED}]"),
            format!(r#"{{"list":[{DOCUMENTED}]}}"#),
            format!(r#"{{"revisit_logs":[{DOCUMENTED},null,7]}}"#),
        ] {
            assert_eq!(read(&data).unwrap().items.len(), 1, "{data}");
        }
        for nothing in [r#"{"revisit_logs":[]}"#, r#"{"revisit_logs":null}"#, "{}", "[]"] {
            assert_eq!(read(nothing).unwrap(), FollowUpPage::default(), "{nothing}");
        }
        for none in ["null", "7", "\"暂无\""] {
            assert!(read(none).is_err(), "{none}");
        }
        for nothing in ["null", "{}", "[]", "\"\"", "\"暂无附件\""] {
            let log = format!(
                r#"{{"revisit_logs":[{{"id":"1","content":{nothing},"user":{nothing},"category":{nothing},"remind_at":{nothing},"attachment_files":{nothing}}}]}}"#
            );
            let one = read(&log).unwrap().items.remove(0);
            assert_eq!(
                (one.id.as_str(), one.by.as_str(), one.kind, one.files.len()),
                ("1", "", None, 0),
                "{log}"
            );
        }
    }
}
