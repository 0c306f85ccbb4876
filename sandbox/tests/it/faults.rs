//! What tests of the page can make go wrong.

use crate::api::{Answer, Api, settings};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use sandbox::http::Settings;
use serde_json::{Value, json};

const INFO: &str = "/api/v2/user/info";

fn faulty() -> Api {
    Api::new(Settings { faults: true, ..settings(0) })
}

pub async fn control(api: &Api, method: Method, path: &str, rules: &Value) -> Answer {
    let request = Request::builder().method(method).uri(format!("/__sandbox/{path}"));
    let request = request.header(header::CONTENT_TYPE, "application/json");
    api.call(request.body(Body::from(rules.to_string())).unwrap()).await
}

#[tokio::test]
async fn rules_are_used_up_one_after_another() {
    let api = faulty();
    let rules = json!([
        {"path": INFO, "times": 1, "answer": "html"},
        {"path": INFO, "times": 1, "answer": "empty"},
        {"path": INFO, "times": 1, "answer": "broken", "delay_ms": 1},
        {"path": INFO, "times": 1, "answer": "status", "status": 502},
        {"path": INFO, "times": 1, "answer": "status", "status": 503, "message": "维护中"},
        {"path": INFO, "times": 1, "answer": "signed_out", "status": 401},
        {"path": INFO, "times": 1, "answer": "rate_limit", "retry_after": 3},
        {"path": INFO, "times": 1, "answer": "cut"},
    ]);
    let set = control(&api, Method::PUT, "faults/demo-lixining", &rules).await;
    assert_eq!(set.status, StatusCode::NO_CONTENT);
    let ask = async || api.ask("demo-lixining", INFO).await;

    let html = ask().await;
    assert!(html.header(header::CONTENT_TYPE).starts_with("text/html"));
    assert!(ask().await.body.is_empty());
    assert!(serde_json::from_slice::<Value>(&ask().await.body).is_err());
    assert_eq!(ask().await.status, StatusCode::BAD_GATEWAY);
    assert_eq!(ask().await.json()["message"], "维护中");
    let signed_out = ask().await;
    assert_eq!((signed_out.status.as_u16(), &signed_out.json()["code"]), (401, &json!(100_401)));
    let limited = ask().await;
    assert_eq!((limited.status.as_u16(), limited.header(header::RETRY_AFTER)), (429, "3"));
    // The helper reads to the end; a body that breaks off reads as nothing.
    assert!(ask().await.body.is_empty());
    assert_eq!(ask().await.json()["code"], 0);
}

#[tokio::test]
async fn tokens_do_not_disturb_one_another() {
    let api = faulty();
    control(&api, Method::PUT, "faults/demo-lixining", &json!([{"answer": "empty"}])).await;
    control(&api, Method::PUT, "faults/manager", &json!([{"answer": "status", "status": 500}])).await;
    assert!(api.ask("demo-lixining", INFO).await.body.is_empty());
    assert_eq!(api.json("admin", INFO).await["code"], 0);
    let body = json!({"login": "manager", "password": "kehu"});
    let sign_in = api.post("/api/v2/auth/login", &body).await;
    assert_eq!(sign_in.status, StatusCode::INTERNAL_SERVER_ERROR);
    control(&api, Method::DELETE, "faults/demo-lixining", &Value::Null).await;
    assert_eq!(api.json("lixining", INFO).await["code"], 0);
}

#[tokio::test]
async fn calls_are_remembered_by_token() {
    let api = faulty();
    api.json("admin", INFO).await;
    api.json("lixining", "/api/v2/customers?page=1&query=ww").await;
    let calls = async || control(&api, Method::GET, "calls/demo-lixining", &Value::Null).await.json();
    let made = calls().await;
    assert_eq!(made[0]["method"], "GET");
    assert_eq!(made[0]["path"], "/api/v2/customers?page=1&query=ww");
    assert_eq!(made.as_array().unwrap().len(), 1);
    control(&api, Method::DELETE, "calls/demo-lixining", &Value::Null).await;
    assert_eq!(calls().await, json!([]));
}

#[tokio::test]
async fn without_the_flag_there_are_no_controls() {
    let api = Api::new(settings(0));
    for path in ["faults/demo-admin", "calls/demo-admin"] {
        let answer = control(&api, Method::DELETE, path, &Value::Null).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let misspelt = json!([{"pth": INFO, "answer": "empty"}]);
    let answer = control(&faulty(), Method::PUT, "faults/x", &misspelt).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}
