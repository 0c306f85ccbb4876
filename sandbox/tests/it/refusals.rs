//! What the sandbox says no to, and in which words.

use crate::api::{Api, get, settings};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use sandbox::http::Settings;
use serde_json::{Value, json};

#[tokio::test]
async fn wrong_parameters_are_named() {
    let api = Api::new(settings(20));
    for (query, name) in [
        ("page=0", "page"),
        ("page=two", "page"),
        ("per_page=1001", "per_page"),
        ("status=初访", "status"),
        ("user_id=-1", "user_id"),
        ("tab_type=mine", "tab_type"),
        ("order=down", "order"),
        ("sort=id", "sort"),
        ("sort=body;--", "sort"),
        ("custom_field_name=shoe_size&query=1", "custom_field_name"),
        ("created_at[]=2019-01-01 10:00&created_at[]=2019-02-01", "created_at"),
        ("updated_at[]=2019-13-01&updated_at[]=", "updated_at"),
        ("real_revisit_at=昨天", "real_revisit_at"),
    ] {
        let answer = api.json("admin", &format!("/api/v2/customers?{query}")).await;
        let expected = json!({"code": 100_400, "data": null, "message": format!("参数错误: {name}")});
        assert_eq!(answer, expected, "{query}");
    }
    for ignored in ["token=demo-lixining", "utm=1&page=", "query=&custom_field_name=name", "columns=all"] {
        let answer = api.json("admin", &format!("/api/v2/customers?{ignored}")).await;
        assert_eq!(answer["data"]["customers"].as_array().unwrap().len(), 15, "{ignored}");
    }
}

async fn sign_in(api: &Api, login: &str, password: &str) -> Value {
    let body = json!({"login": login, "password": password, "device": "open_api", "corp_id": "x"});
    api.post("/api/v2/auth/login", &body).await.json()
}

#[tokio::test]
async fn a_second_sign_in_ends_the_first() {
    let api = Api::new(settings(0));
    let token = async |login: &str| {
        let answer = sign_in(&api, login, "kehu").await;
        answer["data"]["user_token"].as_str().unwrap().to_owned()
    };
    let (first, other) = (token("lixining").await, token("manager").await);
    let info = |token: String| {
        let api = api.clone();
        async move { api.ask(&token, "/api/v2/user/info").await.json() }
    };
    assert_eq!(info(first.clone()).await["data"]["name"], "李曦宁");
    let second = token(" LiXiNing ").await;
    let expected: Value = serde_json::from_str(include_str!("../../../fixtures/error-example.json")).unwrap();
    assert_eq!(info(first).await, expected);
    for good in [second, other, "demo-lixining".to_owned()] {
        assert_eq!(info(good).await["code"], 0);
    }
}

#[tokio::test]
async fn a_login_with_a_tag_is_the_same_user_with_a_sign_in_of_its_own() {
    let api = Api::new(settings(0));
    let token = async |login: &str| {
        let answer = sign_in(&api, login, "kehu").await;
        answer["data"]["user_token"].as_str().unwrap().to_owned()
    };
    let tokens = [token("lixining").await, token("lixining+1").await, token("lixining+2").await];
    for token in tokens.iter().map(String::as_str).chain(["demo-lixining+1"]) {
        assert_eq!(api.ask(token, "/api/v2/user/info").await.json()["data"]["name"], "李曦宁", "{token}");
    }
    token("lixining+1").await;
    for (token, code) in tokens.iter().zip([0, 100_401, 0]) {
        assert_eq!(api.ask(token, "/api/v2/user/info").await.json()["code"], code, "{token}");
    }
}

#[tokio::test]
async fn strangers_stay_outside() {
    let api = Api::new(settings(0));
    for (login, password, code) in
        [("lixining", "wrong", 100_402), ("nobody", "kehu", 100_402), ("", "kehu", 100_400)]
    {
        assert_eq!(sign_in(&api, login, password).await["code"], code, "{login}");
    }
    assert_eq!(api.ask("stolen", "/api/v2/user/info").await.json()["code"], 100_401);
    let without = api.call(get("/api/v2/user/info").body(Body::empty()).unwrap()).await;
    assert_eq!(without.json()["message"], "您的登录已经过期,请重新登录!");
    let in_url = "/api/v2/user/info?token=demo-admin&user_token=demo-admin";
    assert_eq!(api.call(get(in_url).body(Body::empty()).unwrap()).await.json()["code"], 100_401);
    for (header, name) in [
        ("Token token=demo-admin, device=web, version_code=9.9.9", "device"),
        ("Token token=demo-admin, device=open_api, version_code=1", "version_code"),
    ] {
        let request = get("/api/v2/user/info").header(header::AUTHORIZATION, header);
        let answer = api.call(request.body(Body::empty()).unwrap()).await.json();
        assert_eq!(answer["message"], format!("参数错误: {name}"));
    }
}

#[tokio::test]
async fn the_company_has_ten_calls_in_ten_seconds() {
    let api = Api::new(Settings { rate_limit: 10, ..settings(0) });
    for call in 0..10 {
        api.set_clock(call * 100);
        let login = if call % 2 == 0 { "lixining" } else { "admin" };
        assert_eq!(api.json(login, "/api/v2/user/info").await["code"], 0, "{call}");
    }
    let refused = api.ask("demo-manager", "/api/v2/user/info").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::RETRY_AFTER), "10");
    assert_eq!(refused.json()["message"], "请求过于频繁,请稍后再试");
    let preflight = Request::options("/api/v2/customers")
        .header(header::ORIGIN, "http://localhost:8080")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "GET")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "authorization");
    let preflight = api.call(preflight.body(Body::empty()).unwrap()).await;
    assert_eq!(preflight.status, StatusCode::OK);
    assert_eq!(preflight.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    api.set_clock(10_000);
    assert_eq!(api.json("lixining", "/api/v2/user/info").await["code"], 0);
    assert_eq!(api.json("lixining", "/api/v2/user/info").await["code"], 100_429);
}

#[tokio::test]
async fn unknown_paths_answer_in_json() {
    let api = Api::new(settings(0));
    let answer = api.ask("demo-admin", "/api/v2/customers/1/delete").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.json()["code"], 100_404);
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(api.json("admin", "/api/v2/auth/login").await["code"], 100_404);
}
