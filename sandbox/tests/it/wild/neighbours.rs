//! What stands beside the list: sorts, options, colleagues, departments, catalogues.

use crate::api::{Api, wild};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[tokio::test]
async fn sorts_are_bare_values() {
    let api = Api::new(wild(0));
    let group = api.json("lixining", "/api/v2/customers/filter_sort_group").await;
    assert_eq!(group["data"]["sorts"].as_array().unwrap().len(), 6);
    assert_eq!(group["data"]["sorts"][0], json!({ "value": "created_at" }));
}

#[tokio::test]
async fn colleagues_are_a_selects_entries_on_every_page() {
    let api = Api::new(wild(0));
    let first = api.json("lixining", "/api/v2/user/simple_list").await;
    let users = first["simple_users"].as_array().unwrap();
    assert_eq!(users[0], json!({ "value": "", "text": "全部" }));
    assert_eq!(users[1], json!({ "value": 10_334_573, "text": "李曦宁" }));
    assert_eq!(users.len(), 41);
    assert!(first.get("data").is_none());
    assert_eq!(api.json("lixining", "/api/v2/user/simple_list?page=2&per_page=5").await, first);
}

#[tokio::test]
async fn departments_are_a_flat_list() {
    let api = Api::new(wild(0));
    let answer = api.json("admin", "/api/v2/user/department_list").await;
    let options = answer["data"]["options"].as_array().unwrap();
    assert_eq!(options.len(), 16);
    let top =
        json!({"id": 610_201, "name": "青禾软件有限公司", "level": 0, "parent_id": 0, "can_use": false});
    assert_eq!(options[0], top);
    let group = json!({"id": 610_222, "name": "北京一组", "level": 3, "parent_id": 610_215, "can_use": true});
    assert_eq!(options[3], group);
    let names = api.json("admin", "/api/v2/departments").await;
    assert_eq!(names["data"]["departments"][3], json!({ "id": 610_222, "name": "北京一组" }));
}

#[tokio::test]
async fn options_are_texts_in_pages_of_fifteen() {
    let api = Api::new(wild(0));
    let path = "/api/v2/customers/source/filter_options";
    let first = api.json("lixining", path).await;
    let option = json!({ "label": "网络推广", "name": "", "source": "", "value": "1476101" });
    assert_eq!(first["data"]["options"][0], option);
    assert_eq!(first["data"]["options"].as_array().unwrap().len(), 15);
    assert_eq!([&first["data"]["total_count"], &first["data"]["per_page"]], [&json!(25), &json!(15)]);
    let second = api.json("lixining", &format!("{path}?page=2")).await;
    assert_eq!(second["data"]["options"].as_array().unwrap().len(), 10);
    let all = api.json("lixining", &format!("{path}?per_page=100")).await;
    assert_eq!(all["data"]["options"].as_array().unwrap().len(), 25);
    assert_eq!(all["data"]["options"][15], second["data"]["options"][0]);
}

#[tokio::test]
async fn colleagues_are_paged_and_found_by_name() {
    let api = Api::new(wild(0));
    let first = api.json("lixining", "/api/v2/user/list").await;
    assert_eq!(first["data"]["users"].as_array().unwrap().len(), 15);
    assert_eq!(first["data"]["total_count"], 40);
    let last = api.json("lixining", "/api/v2/user/list?page=3").await;
    assert_eq!(last["data"]["users"].as_array().unwrap().len(), 10);
    let named = api.json("lixining", "/api/v2/user/list?name=曦").await;
    assert_eq!(named["data"]["users"][0]["id"], 10_334_573);
    assert_eq!(named["data"]["total_count"], 1);
    let others = api.json("lixining", "/api/v2/user/list?except_user_id=10334573&per_page=50").await;
    assert_eq!(others["data"]["total_count"], 39);
    let me = api.json("lixining", "/api/v2/user/info").await;
    assert_eq!(me["data"]["enabled_number_hidden_dispose"], true);
    assert_eq!(me["data"]["role_json"]["name"], "销售");
}

#[tokio::test]
async fn the_catalogue_tells_title_kind_and_options() {
    let api = Api::new(wild(0));
    let answer = api.json("lixining", "/api/v2/custom_fields/customer/by_group").await;
    let groups = answer["data"]["custom_field_groups"].as_array().unwrap();
    assert_eq!(groups[0]["label"], "合作信息");
    let fields: Vec<&Value> = groups.iter().flat_map(|it| it["custom_fields"].as_array().unwrap()).collect();
    assert!(fields.len() >= 12);
    let field = |name: &str| *fields.iter().find(|it| it["name"] == name).unwrap();
    let interest = field("text_asset_0a1b2c");
    assert_eq!(
        interest["input_field_options"]["collection_options"][1],
        json!({"value": "sel_77aa", "label": "高"})
    );
    assert_eq!(field("user_field_asset_437485")["field_type"], "department_field");
    assert_eq!(field("numeric_asset_4aebfc")["field_type"], "select");
    assert_eq!(field("numeric_asset_4aebfc")["custom_column_name"], "customer.numeric_asset_4aebfc");
    assert_eq!(field("numeric_asset_3f4051")["input_field_options"], json!({}));
    assert_eq!(field("text_asset_49daeb")["status"], "disable");
    let kinds: BTreeSet<&str> = fields.iter().map(|it| it["field_type"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 13);
    let other = api.json("lixining", "/api/v2/custom_fields/lead/by_group").await;
    assert_eq!(other["data"]["custom_field_groups"], json!([]));
    let unknown = api.json("lixining", "/api/v2/custom_fields/shoe/by_group").await;
    assert_eq!(unknown["message"], "参数错误: entity_type");
}

#[tokio::test]
async fn labels_and_choices_have_catalogues_too() {
    let api = Api::new(wild(0));
    let labels = api.json("lixining", "/api/v2/labels").await;
    let groups = labels["data"]["label_groups"].as_array().unwrap();
    assert_eq!(groups[1]["group_id"], 800_002);
    assert_eq!(groups[1]["labels"][1]["id"], 900_012);
    let maps = api.json("lixining", "/api/v2/field_maps/customer").await;
    let status = &maps["data"]["customer"][0];
    assert_eq!(status["field_name"], "status");
    assert_eq!(status["field_values"][0], json!({ "id": 1_476_046, "value": "初访", "status": "enable" }));
    assert_eq!(status["field_values"][7]["status"], "disable");
    assert_eq!(maps["data"]["customer"].as_array().unwrap().len(), 6);
}
