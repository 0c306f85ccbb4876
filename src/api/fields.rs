//! The catalogue of custom fields, `/api/v2/custom_fields/customer/by_group`.
use super::answer::malformed;
use crate::json::{Json, Object, Opened};
use crate::model::{CustomField, FieldCatalog, FieldKind, Problem};

/// How deep options within options are followed.
const MAX_DEPTH: u8 = 8;

/// Reads the company's own fields. Whatever is odd about one of them is left out.
///
/// # Errors
/// Where the answer is no catalogue at all.
pub fn read_fields(data: Opened<'_>) -> Result<FieldCatalog, Problem> {
    let groups = match data {
        Opened { object: Some(it), .. } => {
            // The catalogue of everything has the customers' groups under their own name.
            let name = ["custom_field_groups", "customer"].into_iter().find(|name| it.get(name).is_some());
            it.list(name.ok_or_else(|| malformed("custom_field_groups", "absent"))?)
        }
        Opened { list: Some(list), .. } => list,
        _ => return Err(malformed("custom_field_groups", "not an object")),
    };
    let mut fields = Vec::new();
    for group in groups.into_iter().filter_map(Json::object) {
        let name = group.first_text(&["label", "name"]).unwrap_or_default();
        let own = group.list("custom_fields").into_iter().filter_map(Json::object);
        fields.extend(own.filter_map(|field| read_field(&field, name.trim())));
    }
    Ok(fields.into_iter().collect())
}

fn read_field(field: &Object<'_>, group: &str) -> Option<CustomField> {
    let name = field.text("name")?;
    let mut options = Vec::new();
    for place in ["input_field_options", "label_html_options"] {
        if let Some(found) = field.get(place).and_then(Json::object) {
            read_options(found.list("collection_options"), 0, &mut options);
        }
    }
    Some(CustomField {
        column: field.text("custom_column_name").unwrap_or_else(|| name.clone()),
        title: field.text("label").unwrap_or_default().trim().to_owned(),
        group: group.into(),
        kind: FieldKind::from_type(&field.text("field_type").unwrap_or_default()),
        options,
        is_enabled: field.text("status").is_none_or(|status| status == "enable"),
        name,
    })
}

/// Options are objects of value and label, which may hold more of them, or pairs of label and value.
fn read_options(list: Vec<Json<'_>>, depth: u8, into: &mut Vec<(String, String)>) {
    for json in list {
        if let Some(option) = json.object() {
            let code = option.first_text(&["value", "id"]);
            let label = option.first_text(&["label", "name", "text", "title"]);
            into.extend(code.zip(label));
            if depth < MAX_DEPTH {
                read_options(option.list("children"), depth + 1, into);
            }
        } else if let [label, code] = json.list()[..] {
            into.extend(code.text().zip(label.text()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge;

    fn read(data: &str) -> Result<FieldCatalog, Problem> {
        read_fields(judge(200, None, &format!(r#"{{"code":0,"data":{data}}}"#)).unwrap())
    }

    /// The only field of a catalogue of one.
    fn field(text: &str) -> Option<CustomField> {
        let data =
            format!(r#"{{"custom_field_groups":[{{"label":" 合作信息 ","custom_fields":[{text}]}}]}}"#);
        read(&data).unwrap().iter().next().cloned()
    }

    #[test]
    fn the_documents_own_field_is_read_as_it_should_be() {
        let text = r#"{"id":81,"name":"text_asset_0a1b2c","label":"意向","field_type":"select","category":"common","position":3,"placeholder":"","label_html_options":{},"custom_column_name":"customer.text_asset_0a1b2c","input_field_options":{"collection_options":[{"value":"sel_77aa","label":"高"}]},"status":"enable","required":false}"#;
        let read = field(text).unwrap();
        assert_eq!(
            read,
            CustomField {
                name: "text_asset_0a1b2c".into(),
                column: "customer.text_asset_0a1b2c".into(),
                title: "意向".into(),
                group: "合作信息".into(),
                kind: FieldKind::Choice,
                options: vec![("sel_77aa".into(), "高".into())],
                is_enabled: true,
            }
        );
        assert_eq!((read.label("sel_77aa"), read.label("sel_77ab")), (Some("高"), None));
    }

    #[test]
    fn options_come_in_several_ways() {
        for (options, expected) in [
            ("{}", vec![]),
            ("null", vec![]),
            ("[]", vec![]),
            (r#"{"collection_options":null}"#, vec![]),
            (r#"{"collection_options":{}}"#, vec![]),
            (
                r#"{"collection_options":[{"value":"","label":"请选择"},{"value":"a","label":"甲"}]}"#,
                vec![("a", "甲")],
            ),
            (r#"{"collection_options":[["请选择",""],["甲","a"],["乙",7]]}"#, vec![("a", "甲"), ("7", "乙")]),
            (
                r#"{"collection_options":[{"id":7,"name":"甲"},{"value":"b"},7,null,["x"]]}"#,
                vec![("7", "甲")],
            ),
            (
                r#"{"collection_options":[{"value":"a","label":"甲","children":[{"value":"b","label":"乙"}]}]}"#,
                vec![("a", "甲"), ("b", "乙")],
            ),
        ] {
            let read = field(&format!(r#"{{"name":"f","input_field_options":{options}}}"#)).unwrap().options;
            let read: Vec<_> = read.iter().map(|(code, label)| (code.as_str(), label.as_str())).collect();
            assert_eq!(read, expected, "{options}");
        }
    }

    #[test]
    fn a_field_without_a_name_is_left_out_and_all_else_may_be_missing() {
        assert_eq!(field(r#"{"label":"甲"}"#), None);
        let bare = field(r#"{"name":"text_asset_1"}"#).unwrap();
        assert_eq!((bare.column.as_str(), bare.title.as_str()), ("text_asset_1", ""));
        assert!(bare.is_enabled && bare.options.is_empty());
        for (status, is_enabled) in [
            ("\"enable\"", true),
            ("null", true),
            ("\"\"", true),
            ("\"disable\"", false),
            ("\"deleted\"", false),
            ("0", false),
        ] {
            let read = field(&format!(r#"{{"name":"f","status":{status}}}"#)).unwrap();
            assert_eq!(read.is_enabled, is_enabled, "{status}");
        }
    }

    #[test]
    fn groups_stand_in_several_places_and_what_is_no_catalogue_is_a_problem() {
        let groups = r#"[null,7,{"label":"甲","custom_fields":null},{"custom_fields":[{"name":"f"},null]}]"#;
        for data in [
            format!(r#"{{"custom_field_groups":{groups}}}"#),
            format!(r#"{{"customer":{groups}}}"#),
            groups.to_owned(),
        ] {
            assert_eq!(read(&data).unwrap().iter().count(), 1, "{data}");
        }
        assert_eq!(read(r#"{"custom_field_groups":null}"#).unwrap(), FieldCatalog::default());
        for data in ["{}", "null", "7", "\"x\""] {
            assert!(read(data).is_err(), "{data}");
        }
    }

    #[test]
    fn a_field_is_found_by_each_of_its_names_and_only_text_can_be_searched() {
        let catalog = read(
            r#"[{"custom_fields":[{"name":"text_asset_1","custom_column_name":"customer.text_asset_1","field_type":"text_field"},
                {"name":"f","custom_column_name":"customer_f","field_type":"select"},
                {"name":"off","field_type":"text_field","status":"disable"}]}]"#,
        )
        .unwrap();
        for (column, name) in [
            ("text_asset_1", Some("text_asset_1")),
            ("customer.text_asset_1", Some("text_asset_1")),
            ("f", Some("f")),
            ("customer_f", Some("f")),
            ("text_asset_2", None),
        ] {
            assert_eq!(catalog.get(column).map(|field| field.name.as_str()), name, "{column}");
        }
        assert_eq!(
            catalog.searchable().map(|field| field.name.as_str()).collect::<Vec<_>>(),
            ["text_asset_1"]
        );
    }
}
