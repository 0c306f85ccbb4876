//! The list: rows with the company's own fields and without a third of the columns.

use crate::api::{Api, settings, wild};
use serde_json::{Value, json};

async fn rows(api: &Api) -> (Vec<Value>, Vec<String>) {
    let answer = api.json("admin", "/api/v2/customers?per_page=300").await;
    let columns = answer["data"]["column_list"].as_array().unwrap();
    let columns = columns.iter().map(|it| it.as_str().unwrap().to_owned()).collect();
    (answer["data"]["customers"].as_array().unwrap().clone(), columns)
}

#[tokio::test]
async fn a_total_comes_with_every_page() {
    let (api, documented) = (Api::new(wild(200)), Api::new(settings(200)));
    for (login, query) in [("admin", ""), ("lixining", "tab_type=my"), ("admin", "query=公司&status=1476046")]
    {
        let count = documented.customers(login, query).await.len();
        let answer = api.json(login, &format!("/api/v2/customers?per_page=7&page=2&{query}")).await;
        assert_eq!(answer["data"]["total_count"], count, "{login} {query}");
        assert_eq!(answer["data"]["has_next_page"], count > 14);
    }
}

#[tokio::test]
async fn twenty_one_columns_have_no_key_in_any_row() {
    let (rows, columns) = rows(&Api::new(wild(200))).await;
    let elsewhere = [
        ("labels_mapped", "labels"),
        ("user.name", "user_name"),
        ("lastest_revisit_log.content", "last_revist_log_content"),
        ("custom_field_template.name", "custom_field_template_i18n"),
    ];
    let is_given = |column: &str| {
        let path = elsewhere.iter().find(|(name, _)| *name == column).map_or(column, |(_, path)| path);
        let first = path.split('.').next().unwrap();
        rows.iter().any(|row| row.get(first).is_some())
    };
    let absent: Vec<&String> = columns.iter().take(46).filter(|column| !is_given(column)).collect();
    assert_eq!(absent.len(), 21, "{absent:?}");
    assert!(absent.iter().any(|column| *column == "company_name"));
}

#[tokio::test]
async fn own_fields_come_as_codes_with_and_without_words() {
    let (rows, columns) = rows(&Api::new(wild(200))).await;
    assert!(columns.contains(&"text_asset_0a1b2c".to_owned()));
    assert!(columns.contains(&"customer.numeric_asset_4aebfc".to_owned()));
    let any = |test: &dyn Fn(&Value) -> bool| assert!(rows.iter().any(test));
    any(&|row| row["text_asset_0a1b2c"] == "sel_77aa" && row["text_asset_0a1b2c_display"] == "高");
    any(&|row| row["text_asset_0a1b2c"] == "" && row["text_asset_0a1b2c_display"].is_null());
    any(&|row| row["text_asset_0a1b2c"] == "" && row["text_asset_0a1b2c_display"] == "");
    any(&|row| row["text_asset_1c2d3e"].as_array().is_some_and(|codes| codes.len() > 1));
    any(&|row| row["text_asset_1c2d3e"] == json!([]));
    any(&|row| row["text_asset_2e3f40"] == "select_9c02");
    assert!(rows.iter().all(|row| row.get("text_asset_2e3f40_display").is_none()));
    any(&|row| row["numeric_asset_4aebfc"] == "sel_b1");
    any(&|row| row["text_asset_46a7b8"].as_str().is_some_and(|text| text.contains('\n')));
    any(&|row| row["user_field_asset_437485_display"] == "河北组");
    // A raw number never comes without the form that may be shown.
    for name in ["text_asset_48c9da", "text_asset_d70b14"] {
        let shown = format!("{name}_hidden_result");
        any(&|row| row[&shown].as_str().is_some_and(|text| text.contains('*')));
        assert!(rows.iter().all(|row| row.get(name).is_none() || row[&shown].is_string()));
    }
}

#[tokio::test]
async fn both_editions_hold_the_same_customers() {
    let wild_rows = Api::new(wild(60)).customers("admin", "").await;
    assert_eq!(wild_rows, Api::new(wild(60)).customers("admin", "").await);
    let documented = Api::new(settings(60)).customers("admin", "").await;
    for key in ["id", "name", "user_id", "address", "phones_data", "created_at", "contacts"] {
        let of = |rows: &[Value]| rows.iter().map(|row| row[key].clone()).collect::<Vec<_>>();
        assert_eq!(of(&wild_rows), of(&documented), "{key}");
    }
    let mut other = wild(60);
    other.contents.seed = 8;
    let other = Api::new(other).customers("admin", "").await;
    let fields = |rows: &[Value]| rows.iter().map(|row| row["text_asset_0a1b2c"].clone()).collect::<Vec<_>>();
    assert_ne!(fields(&wild_rows), fields(&other));
}
