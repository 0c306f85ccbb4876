//! The groups of labels, `/api/v2/labels`.
use super::answer::malformed;
use crate::json::{Json, Opened};
use crate::model::{LabelGroups, Problem};

/// Reads what the groups are called. Under which key the name stands is a guess (`neighbours.md`, 2.10): a group
/// without one is left out.
///
/// # Errors
/// Where the answer has no groups at all.
pub fn read_label_groups(data: Opened<'_>) -> Result<LabelGroups, Problem> {
    let groups = match data {
        Opened { object: Some(it), .. } => it.list("label_groups"),
        Opened { list: Some(list), .. } => list,
        _ => return Err(malformed("label_groups", "not an object")),
    };
    let name = |group: Json<'_>| {
        let group = group.object()?;
        let id = ["group_id", "id"].iter().find_map(|key| group.integer(key))?;
        let name = group.first_text(&["name", "group_name", "content", "title"])?.trim().to_owned();
        (!name.is_empty()).then_some((id, name))
    };
    Ok(groups.into_iter().filter_map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge;

    #[track_caller]
    fn check(data: &str, expected: &[(i64, &str)]) {
        let body = format!(r#"{{"code":0,"data":{data}}}"#);
        let read = judge(200, None, &body).and_then(read_label_groups).unwrap();
        let read: Vec<_> = read.iter().map(|(id, name)| (*id, name.as_str())).collect();
        assert_eq!(read, expected, "{data}");
    }

    #[test]
    fn groups_are_read_whatever_their_names_stand_under() {
        check(r#"{"label_groups":[{"group_id":8,"labels":[{"id":90}]}]}"#, &[]);
        check(
            r#"{"label_groups":[{"group_id":8,"group_name":"级别"},{"group_id":"9","name":" 行业 "}]}"#,
            &[(8, "级别"), (9, "行业")],
        );
        check(r#"[{"id":8,"content":"级别"},5,null,{"name":"无号"}]"#, &[(8, "级别")]);
        check(r#"{"label_groups":{}}"#, &[]);
    }
}
