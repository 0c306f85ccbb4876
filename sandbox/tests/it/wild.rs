//! The answers of the other reading.

use crate::api::{Api, wild};
use serde_json::json;

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
