//! The endpoints the list needs beside it.

use crate::api::{Api, settings};
use crate::reading::text;

#[tokio::test]
async fn sorts_and_options_can_be_used_as_they_are() {
    let api = Api::new(settings(50));
    let group = api.json("lixining", "/api/v2/customers/filter_sort_group").await;
    let sorts = group["data"]["sorts"].as_array().unwrap();
    assert_eq!(sorts.len(), 6);
    for sort in sorts {
        let path = format!("/api/v2/customers?sort={}", text(&sort["value"]));
        assert_eq!(api.json("lixining", &path).await["code"], 0, "{path}");
    }
    for field in ["status", "source", "category"] {
        let answer = api.json("lixining", &format!("/api/v2/customers/{field}/filter_options")).await;
        let options = answer["data"]["options"].as_array().unwrap();
        assert_eq!(answer["data"]["total_count"], options.len());
        for option in options {
            let path = format!("/api/v2/customers?{field}={}", text(&option["value"]));
            assert_eq!(api.json("lixining", &path).await["code"], 0, "{path}");
        }
    }
    let unknown = api.json("lixining", "/api/v2/customers/shoe_size/filter_options").await;
    assert_eq!(unknown["code"], 100_404);
}

#[tokio::test]
async fn colleagues_are_listed_and_found() {
    let api = Api::new(settings(0));
    let all = api.json("lixining", "/api/v2/user/simple_list").await;
    assert_eq!(all["data"]["users"].as_array().unwrap().len(), 40);
    let page = api.json("lixining", "/api/v2/user/list?page=2&per_page=30").await;
    assert_eq!(page["data"]["users"].as_array().unwrap().len(), 10);
    assert_eq!(page["data"]["total_count"], 40);
    let named = api.json("lixining", "/api/v2/user/list?name=曦&department_id=610215").await;
    assert_eq!(named["data"]["users"][0]["id"], 10_334_573);
    assert_eq!(named["data"]["total_count"], 1);
    let me = api.json("manager", "/api/v2/user/info").await;
    assert_eq!(me["data"]["name"], "王建国");
    assert_eq!(me["data"]["department_name"], "华北销售部");
}

#[tokio::test]
async fn departments_are_a_tree() {
    let api = Api::new(settings(0));
    let answer = api.json("admin", "/api/v2/user/department_list").await;
    let top = &answer["data"]["departments"][0];
    assert_eq!(top["children"][0]["name"], "销售中心");
    assert_eq!(top["children"][0]["children"][0]["children"][1]["name"], "河北组");
}
