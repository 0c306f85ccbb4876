//! Refusals and sign-ins by the other reading.

use crate::api::{Api, wild};
use crate::faults::control;
use axum::http::{Method, StatusCode, header};
use sandbox::http::Settings;
use serde_json::{Value, json};

async fn sign_in(api: &Api, login: &str, password: &str, corp_id: Option<&str>) -> Value {
    let mut body = json!({ "login": login, "password": password, "device": "open_api" });
    if let Some(id) = corp_id {
        body["corp_id"] = json!(id);
    }
    api.post("/api/v2/auth/login", &body).await.json()
}

#[tokio::test]
async fn ten_calls_in_each_ten_seconds_of_the_clock() {
    for (tells_retry_after, expected) in [(false, ""), (true, "10")] {
        let api = Api::new(Settings { rate_limit: 10, tells_retry_after, ..wild(0) });
        api.set_clock(1_780_000_009_500);
        for call in 0..10 {
            assert_eq!(api.json("lixining", "/api/v2/user/info").await["code"], 0, "{call}");
        }
        let refused = api.ask("demo-admin", "/api/v2/user/info").await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refused.header(header::CONTENT_TYPE), "text/plain");
        assert_eq!(refused.body, b"Retry later\n");
        assert_eq!(refused.header(header::RETRY_AFTER), expected);
        assert_eq!(refused.header(header::DATE), "Thu, 28 May 2026 20:26:49 GMT");
        let body = json!({ "login": "admin", "password": "kehu" });
        let login = api.post("/api/v2/auth/login", &body).await;
        assert_eq!(login.status, StatusCode::TOO_MANY_REQUESTS);
        api.set_clock(1_780_000_010_000);
        assert_eq!(api.json("lixining", "/api/v2/user/info").await["code"], 0);
    }
}

#[tokio::test]
async fn signed_out_has_codes_that_mean_other_things_too() {
    let api = Api::new(wild(20));
    let first = sign_in(&api, "lixining", "kehu", None).await;
    assert_eq!(first["data"]["is_expired"], false);
    let second = sign_in(&api, "lixining", "kehu", None).await;
    assert_eq!(second["code"], 0);
    let ended = api.ask(first["data"]["user_token"].as_str().unwrap(), "/api/v2/user/info").await.json();
    let words = "你的帐号已在其他地方登录,本地已经下线";
    assert_eq!(ended, json!({ "code": 100_000, "data": null, "message": words }));
    let stranger = api.ask("stolen", "/api/v2/user/info").await.json();
    let words = "您的登录已经过期,请重新登录!";
    assert_eq!(stranger, json!({ "code": 100_400, "data": null, "message": words }));
    assert_eq!(api.json("admin", "/api/v2/customers?page=0").await["code"], 100_400);
    let wrong = sign_in(&api, "lixining", "wrong", None).await;
    assert_eq!(wrong, json!({ "code": 100_400, "data": null, "message": "帐号或密码错误" }));
}

#[tokio::test]
async fn whoever_works_for_several_companies_says_which() {
    let api = Api::new(wild(0));
    let asked = sign_in(&api, "manyorgs", "kehu", None).await;
    assert_eq!(asked["org_list"][1], json!({ "corp_id": "corp_south", "name": "青禾软件华南分公司" }));
    assert!(asked.get("data").is_none());
    assert_eq!(sign_in(&api, "manyorgs", "wrong", None).await["code"], 100_400);
    let unknown = sign_in(&api, "manyorgs", "kehu", Some("x")).await;
    assert_eq!(unknown["message"], "参数错误: corp_id");
    let inside = sign_in(&api, "manyorgs", "kehu", Some("corp_south")).await;
    let token = inside["data"]["user_token"].as_str().unwrap();
    assert_eq!(api.ask(token, "/api/v2/user/info").await.json()["data"]["id"], inside["data"]["user_id"]);
}

#[tokio::test]
async fn a_refusal_that_a_test_asks_for_is_plain_text_too() {
    let api = Api::new(Settings { faults: true, ..wild(0) });
    let rules = json!([{ "answer": "rate_limit", "times": 1, "retry_after": 10 }]);
    control(&api, Method::PUT, "faults/demo-admin", &rules).await;
    let refused = api.ask("demo-admin", "/api/v2/user/info").await;
    assert_eq!(refused.body, b"Retry later\n");
    assert_eq!(refused.header(header::RETRY_AFTER), "10");
}
