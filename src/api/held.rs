//! Who has a customer: `/api/v2/duplicates/matching_name`, and the list's own rows, which have the same keys.
use super::answer::malformed;
use super::resolve::shown_text;
use crate::json::{Json, Object, Opened};
use crate::model::{CustomerId, Held, HeldPage, Problem};

/// Reads a whole answer. Of each customer a few texts are asked for, and no number.
///
/// # Errors
/// Where no list of customers is anywhere.
pub fn read_held(whole: Opened<'_>) -> Result<HeldPage, Problem> {
    let top = whole.object.as_ref().and_then(|it| it.get("customers")).filter(|it| it.is_list());
    let data = whole.inner.map(|it| *it);
    let has_more = data.as_ref().and_then(|it| it.object.as_ref()).is_some_and(|it| it.flag("has_next_page"));
    let rows = match (data, top) {
        (Some(Opened { inner: Some(inner), .. }), _) if inner.list.is_some() => inner.list,
        (Some(Opened { list: Some(list), .. }), _) => Some(list),
        (_, Some(top)) => Some(top.list()),
        // Nothing is nothing, however it is written.
        (Some(_), None) => Some(Vec::new()),
        (None, None) => None,
    };
    let rows = rows.ok_or_else(|| malformed("customers", "absent"))?;
    Ok(HeldPage {
        customers: rows.into_iter().filter_map(Json::object).map(|it| held(&it)).collect(),
        has_more,
    })
}

fn held(customer: &Object<'_>) -> Held {
    let user = customer.get("user").and_then(Json::object);
    let owner = match shown_text(customer, "user_name") {
        name if name.is_empty() => user.as_ref().map(|it| shown_text(it, "name")).unwrap_or_default(),
        name => name,
    };
    let has_owner = !owner.is_empty() || customer.text("user_id").is_some_and(|id| id != "0");
    Held {
        id: customer.text("id").and_then(|id| CustomerId::new(&id)),
        name: shown_text(customer, "name"),
        is_in_pool: !has_owner,
        owner,
        is_mine: customer.flag("is_user_self"),
        status: shown_text(customer, "status_mapped"),
        created_at: customer.text("created_at").unwrap_or_default(),
        updated_at: customer.text("updated_at").unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge_whole;

    fn read(body: &str) -> Result<HeldPage, Problem> {
        read_held(judge_whole(200, None, body).unwrap())
    }

    const ONE: &str = r#"{"id":88001,"user_id":701,"user_name":"示例甲","name":"示例商行","status":"52001","status_mapped":"初步接触","need_hidden_dispose":true,"created_at":"2026-03-02 09:10","updated_at":"2026-03-05 17:40","is_user_self":false,"labels":[],"address":{"phone":"13812345678","tel":"0571"},"contacts":[{"id":5,"name":"示例乙","address":{"phone":"13812345678"}}]}"#;

    #[test]
    fn the_documents_answer_is_read_without_its_numbers() {
        let page = read(&format!(r#"{{"code":0,"data":{{"customers":[{ONE}]}}}}"#)).unwrap();
        let expected = Held {
            id: CustomerId::new("88001"),
            name: "示例商行".into(),
            owner: "示例甲".into(),
            status: "初步接触".into(),
            created_at: "2026-03-02 09:10".into(),
            updated_at: "2026-03-05 17:40".into(),
            ..Held::default()
        };
        assert_eq!(page, HeldPage { customers: vec![expected], has_more: false });
        assert!(!format!("{page:?}").contains("13812345678"));
    }

    #[test]
    fn a_list_stands_wherever_it_may() {
        for body in [
            format!(r#"{{"code":0,"customers":[{ONE}]}}"#),
            format!(r#"{{"code":0,"data":[{ONE},null,7]}}"#),
            format!(r#"{{"code":0,"data":null,"customers":[{ONE}]}}"#),
            format!(r#"{{"code":0,"data":{{"customers":[{ONE}],"has_next_page":false}}}}"#),
        ] {
            assert_eq!(read(&body).unwrap().customers.len(), 1, "{body}");
        }
        for nothing in ["null", "{}", "[]", "\"\"", r#"{"customers":null}"#, r#"{"customers":{}}"#] {
            let body = format!(r#"{{"code":0,"data":{nothing}}}"#);
            assert_eq!(read(&body).unwrap(), HeldPage::default(), "{body}");
        }
        assert!(read(r#"{"code":0}"#).is_err());
        assert!(read(r#"{"code":0,"data":{"customers":[],"has_next_page":true}}"#).unwrap().has_more);
    }

    #[test]
    fn whoever_has_neither_an_owners_id_nor_a_name_is_in_the_pool() {
        let in_pool = |owner: &str| {
            let body = format!(r#"{{"code":0,"data":{{"customers":[{{"id":1,"name":"甲"{owner}}}]}}}}"#);
            read(&body).unwrap().customers.remove(0).is_in_pool
        };
        for nobody in [
            "",
            r#","user_id":null,"user_name":"""#,
            r#","user_id":0"#,
            r#","user_id":"","user":{}"#,
            r#","user_name":null,"user":null"#,
        ] {
            assert!(in_pool(nobody), "{nobody}");
        }
        for somebody in [r#","user_id":701"#, r#","user_name":"示例甲""#, r#","user":{"name":"示例甲"}"#]
        {
            assert!(!in_pool(somebody), "{somebody}");
        }
    }

    #[test]
    fn a_name_that_may_not_be_seen_stays_hidden() {
        let body = r#"{"code":0,"data":{"customers":[{"id":1,"name":"13812345678","name_hidden_result":"138****5678","user_id":7}]}}"#;
        assert_eq!(read(body).unwrap().customers[0].name, "138****5678");
    }
}
