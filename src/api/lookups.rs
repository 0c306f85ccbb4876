//! The endpoints beside the list. Their documents are thin, so each is read as leniently as can be.
pub(super) mod choices;

pub use choices::{read_departments, read_options, read_users};

use super::answer::malformed;
use crate::json::{Json, Object, Opened};
use crate::model::{Catalog, Choice, ColumnId, Problem, SearchField};

/// What a sign-in gives.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub struct Login {
    /// The token for every further call.
    pub token: String,
    /// The user's id, where it is told.
    pub user: Option<i64>,
    /// The user's name, where it is told.
    pub name: Option<String>,
}

/// The user who is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Me {
    /// The user's id.
    pub id: Option<i64>,
    /// The user's name.
    pub name: String,
    /// The user's department; may be empty.
    pub department: String,
}

fn object<'a>(data: Opened<'a>, at: &'static str) -> Result<Object<'a>, Problem> {
    data.object.ok_or_else(|| malformed(at, "not an object"))
}

fn label_of(it: &Object<'_>) -> Option<String> {
    it.first_text(&["label", "name", "text", "title"])
}

/// Reads the answer of a sign-in.
pub fn read_login(data: Opened<'_>) -> Result<Login, Problem> {
    let it = object(data, "login")?;
    let token = it.first_text(&["user_token", "token"]).ok_or_else(|| malformed("user_token", "absent"))?;
    let user = it.integer("user_id").or_else(|| it.integer("id"));
    Ok(Login { token, user, name: it.first_text(&["name", "user_name"]) })
}

/// Reads who is signed in.
pub fn read_me(data: Opened<'_>) -> Result<Me, Problem> {
    let it = object(data, "user")?;
    Ok(Me {
        id: it.integer("id"),
        name: it.text("name").unwrap_or_default(),
        department: it.text("department_name").unwrap_or_default(),
    })
}

/// Reads what can be sorted and searched. `created_at` always sorts: the document names it.
pub fn read_catalog(data: Opened<'_>) -> Result<Catalog, Problem> {
    let it = object(data, "filter_sort_group")?;
    let mut catalog = Catalog { sorts: Vec::new(), search_fields: Vec::new() };
    for sort in it.list("sorts") {
        let (value, label) = match sort.object() {
            Some(sort) => (sort.text("value"), label_of(&sort)),
            None => (sort.text(), None),
        };
        if let Some(id) = value.map(|value| ColumnId::new(&value)).filter(|id| !catalog.sorts_by(id)) {
            catalog.sorts.push((id, label.unwrap_or_default()));
        }
    }
    let known = Catalog::default();
    for (id, label) in known.sorts {
        if !catalog.sorts_by(&id) {
            catalog.sorts.push((id, label));
        }
    }
    for field in it.list("filters").into_iter().filter_map(Json::object) {
        let kind = field.text("field_type").unwrap_or_default();
        if let Some(name) = field.first_text(&["name", "value"]).filter(|name| is_searchable(name, &kind)) {
            let label = field.first_text(&["label", "text", "title"]).unwrap_or_default();
            catalog.search_fields.push(SearchField { name, label });
        }
    }
    Ok(catalog)
}

/// Words can be looked up in fields of text; dates and choices have filters of their own. Only where no kind
/// is given does the name tell what it can: a choice of a company's own is called `text_asset_…` too.
fn is_searchable(name: &str, kind: &str) -> bool {
    const TEXTS: [&str; 9] =
        ["text", "string", "phone", "tel", "mobile", "email", "url", "address", "integer"];
    let is_text = match kind {
        "" => !["datetime_", "date_"].iter().any(|start| name.starts_with(start)) && !name.ends_with("_at"),
        _ => kind.starts_with("number") || TEXTS.iter().any(|text| kind.contains(text)),
    };
    let has_own_filter = Choice::from_key(name).is_some() || ["product_id", "tab_type"].contains(&name);
    is_text && !has_own_filter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Opened<'_> {
        Opened::parse(text, &[]).unwrap()
    }

    #[test]
    fn sorts_come_with_or_without_a_label() {
        #[track_caller]
        fn check(sorts: &str, expected: &[(&str, &str)]) {
            let catalog = read_catalog(json(&format!(r#"{{"sorts":{sorts}}}"#))).unwrap();
            let given: Vec<_> =
                catalog.sorts.iter().map(|(id, label)| (id.as_str(), label.as_str())).collect();
            assert_eq!(given, expected, "{sorts}");
        }
        check(
            r#"[{"label":"更新时间","value":"updated_at"},{"name":"名称","value":"name"},{"value":7},null]"#,
            &[("updated_at", "更新时间"), ("name", "名称"), ("7", ""), ("created_at", "")],
        );
        check(r#"[{"value":"created_at"}]"#, &[("created_at", "")]);
        check(
            r#"["updated_at","text_asset_0a1b2c","updated_at"," ",{},[]]"#,
            &[("updated_at", ""), ("text_asset_0a1b2c", ""), ("created_at", "")],
        );
        for nothing in ["null", "{}", "[]", "\"\""] {
            check(nothing, &[("created_at", "")]);
        }
    }

    #[test]
    fn search_fields_are_those_of_text() {
        #[track_caller]
        fn check(filter: &str, expected: Option<(&str, &str)>) {
            let catalog = read_catalog(json(&format!(r#"{{"filters":[{filter},null,"x"]}}"#))).unwrap();
            let given = catalog.search_fields.first().map(|it| (it.name.as_str(), it.label.as_str()));
            assert_eq!(given, expected, "{filter}");
        }
        check(r#"{"name":"name","label":"客户名称"}"#, Some(("name", "客户名称")));
        check(r#"{"value":"note","text":"备注"}"#, Some(("note", "备注")));
        check(r#"{"name":"qq"}"#, Some(("qq", "")));
        // A kind is believed, whatever the name looks like.
        for kind in ["text_field", "text_area", "mobile_field", "email_field", "url_field", "number_field"] {
            let filter = format!(r#"{{"name":"date_asset_1","title":"合同号","field_type":"{kind}"}}"#);
            check(&filter, Some(("date_asset_1", "合同号")));
        }
        for kind in ["select", "select2_field", "multi_select", "user_field", "date_field", "datetime_field"]
        {
            check(&format!(r#"{{"name":"text_asset_1","field_type":"{kind}"}}"#), None);
        }
        for name in ["status", "user_id", "product_id", "tab_type", "created_at", "datetime_asset_1"] {
            check(&format!(r#"{{"name":"{name}"}}"#), None);
        }
    }

    #[test]
    fn a_sign_in_without_a_token_is_a_problem() {
        assert!(read_login(json(r#"{"user_id":1}"#)).is_err());
        assert_eq!(read_login(json(r#"{"user_token":"t","user_id":"5"}"#)).unwrap().user, Some(5));
    }
}
