//! One customer: its detail, its contacts, and whether somebody has it already.

use crate::api::{Api, settings, wild};
use crate::reading::id;
use serde_json::{Value, json};

const NOT_TO_BE_SEEN: &str = "active_record/record_not_found";

#[tokio::test]
async fn a_detail_has_what_the_list_leaves_out() {
    let (api, documented) = (Api::new(wild(120)), Api::new(settings(120)));
    let mut companies = 0;
    for known in documented.customers("lixining", "tab_type=my").await {
        let answer = api.json("lixining", &format!("/api/v2/customers/{}", id(&known))).await;
        let detail = &answer["data"];
        assert_eq!(detail["name"], known["name"]);
        assert_eq!(detail["attachments"], "暂无附件");
        assert_eq!(detail["history_contarct_money"], 0);
        assert_eq!(detail["is_own"], true);
        assert!(detail["before_user"].is_object() && detail["sold_products"].is_array());
        assert!(detail["address"]["region_info"].is_null() && detail["address"]["country"] == json!({}));
        assert_eq!(detail["address"]["phone_hidden_result"], known["address"]["phone_hidden_result"]);
        assert_eq!(detail["creator"]["phone"].as_str().unwrap().len(), 11);
        assert!(detail.get("text_asset_0a1b2c").is_some() && detail.get("phones_data").is_none());
        if known["company_name"].as_str().is_some_and(|name| !name.is_empty()) {
            assert_eq!(detail["company_name"], known["company_name"]);
            companies += 1;
        }
    }
    assert!(companies > 3);
}

#[tokio::test]
async fn what_nobody_owns_has_a_path_of_its_own() {
    let api = Api::new(wild(120));
    let pool = api.customers("lixining", "tab_type=common").await;
    let mine = api.customers("lixining", "tab_type=my").await;
    let theirs = api.customers("admin", "").await;
    let theirs = theirs.iter().find(|it| it["user_id"].is_number() && it["user_id"] != 10_334_573).unwrap();
    let error = async |path: String| api.json("newcomer", &path).await["error"].clone();
    for (customer, own, common) in [(&pool[0], NOT_TO_BE_SEEN, ""), (theirs, NOT_TO_BE_SEEN, NOT_TO_BE_SEEN)]
    {
        let id = id(customer);
        for tail in ["", "/contacts"] {
            assert_eq!(
                error(format!("/api/v2/customers/{id}{tail}")).await.as_str().unwrap_or_default(),
                own
            );
            let answer = error(format!("/api/v2/common_customers/{id}{tail}")).await;
            assert_eq!(answer.as_str().unwrap_or_default(), common);
        }
    }
    let common = format!("/api/v2/common_customers/{}", id(&mine[0]));
    assert_eq!(api.json("lixining", &common).await["code"], 100_100);
}

#[tokio::test]
async fn contacts_come_in_pages() {
    let api = Api::new(wild(120));
    let customers = api.customers("admin", "").await;
    let count = |it: &Value| it["contacts"].as_array().map_or(0, Vec::len);
    let most = customers.iter().max_by_key(|it| count(it)).unwrap();
    assert!(count(most) > 2);
    let kind = if most["user_id"].is_null() { "common_customers" } else { "customers" };
    let path = format!("/api/v2/{kind}/{}/contacts?per_page=2&page=2", id(most));
    let answer = api.json("admin", &path).await;
    assert_eq!(answer["data"]["total_count"], count(most));
    let contact = &answer["data"]["contacts"][0];
    assert_eq!(contact["id"], most["contacts"][2]["id"]);
    assert_eq!(contact["customer_name"], most["name"]);
    assert!(contact["address"]["phone_hidden_result"].is_string() && contact.get("is_enable").is_none());
}

#[tokio::test]
async fn a_name_is_found_whoever_may_see_it() {
    for edition in [settings(120), wild(120)] {
        let api = Api::new(edition);
        let customers = api.customers("admin", "").await;
        let taken =
            customers.iter().find(|it| it["user_id"].is_number() && it["user_id"] != 10_334_573).unwrap();
        let path = format!("/api/v2/duplicates/matching_name?name={}", taken["name"].as_str().unwrap());
        let answer = api.json("newcomer", &path).await;
        let hits = answer["data"]["customers"].as_array().unwrap();
        let hit = hits.iter().find(|it| it["id"] == taken["id"]).unwrap();
        assert_eq!(hit["user_name"], taken["user_name"]);
        assert!(hit.get("phones_data").is_none() && hit["is_user_self"] == false);
        let half: String = taken["name"].as_str().unwrap().chars().take(3).collect();
        let part = api.json("newcomer", &format!("/api/v2/duplicates/matching_name?name={half}")).await;
        assert_eq!(part["data"]["customers"], json!([]));
        let without = api.json("newcomer", "/api/v2/duplicates/matching_name").await;
        assert_eq!(without["message"], "参数错误: name");
    }
}
