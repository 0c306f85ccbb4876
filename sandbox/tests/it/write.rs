//! Writing a follow-up, and what can go wrong with it.

use crate::api::{Answer, Api, TODAY, settings, wild};
use crate::faults::control;
use crate::reading::id;
use axum::body::Body;
use axum::http::{Method, Request, header};
use sandbox::dates::Minute;
use sandbox::http::Settings;
use serde_json::{Value, json};

const PATH: &str = "/api/v2/revisit_logs";
const TOKEN: &str = "demo-lixining";

fn both() -> [Api; 2] {
    [settings(120), wild(120)].map(|settings| at_ten(Settings { faults: true, ..settings }))
}

/// A sandbox on whose clock it is ten in the morning.
fn at_ten(settings: Settings) -> Api {
    let api = Api::new(settings);
    let ten = Minute::parse(&format!("{TODAY} 10:00")).unwrap();
    api.set_clock(u64::try_from(ten.0 - 480).unwrap() * 60_000);
    api
}

async fn post(api: &Api, kind: &str, body: String) -> Answer {
    let header = format!("Token token={TOKEN}, device=open_api, version_code=9.9.9");
    let request = Request::post(PATH).header(header::AUTHORIZATION, header);
    api.call(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
}

async fn write(api: &Api, log: &Value) -> Answer {
    post(api, "application/json", json!({ "revisit_log": log }).to_string()).await
}

async fn history(api: &Api, id: i64) -> Vec<Value> {
    let days = format!("date=other&start_date=2000-01-01&end_date={TODAY}&per_page=100");
    let path = format!("{PATH}/new_index?loggable_type=customer&loggable_id={id}&{days}");
    api.json("lixining", &path).await["data"]["revisit_logs"].as_array().unwrap().clone()
}

/// One of mine with this many follow-ups or more.
async fn customer(api: &Api, least: usize) -> i64 {
    for customer in api.customers("lixining", "tab_type=my").await {
        if history(api, id(&customer)).await.len() >= least {
            return id(&customer);
        }
    }
    panic!("no customer has so many follow-ups");
}

#[tokio::test]
async fn what_is_written_stands_in_the_history_and_changes_the_customer() {
    for api in both() {
        let id = customer(&api, 2).await;
        let before = history(&api, id).await;
        let mut log = json!({
            "loggable_id": id, "loggable_type": "Customer", "content": "已报价 <b>",
            "category": "61", "real_revisit_at": format!("{TODAY} 09:58"), "remind_at": "2025-05-09 10:00",
        });
        let status = api.json("lixining", "/api/v2/customers/status/filter_options").await;
        let status = &status["data"]["options"][1];
        let status = status["value"].to_string().trim_matches('"').to_owned();
        log["loggable_attributes"] = json!({ "status": status });
        let answer = write(&api, &log).await.json();
        let data = &answer["data"];
        assert_eq!(answer["code"], 0, "{answer}");
        assert_eq!(
            (&data["remind_at"], &data["raw_remind_at"]),
            (&json!("05月09日 10:00"), &json!("2025-05-09 10:00"))
        );
        assert_eq!((&data["category_display"], &data["user"]["name"]), (&json!("电话"), &json!("李曦宁")));
        assert_eq!(data["created_at"], format!("{TODAY} 10:00"));

        let after = history(&api, id).await;
        assert_eq!(after[0]["id"], data["id"]);
        assert_eq!(
            (&after[0]["content"], &after[0]["remind_at"]),
            (&json!("已报价 <b>"), &json!("2025-05-09 10:00"))
        );
        assert_eq!(after[1..], before[..], "those of before stay as they were");

        let detail = api.json("lixining", &format!("/api/v2/customers/{id}")).await;
        let (detail, today) = (&detail["data"], format!("{TODAY} 09:58"));
        assert_eq!(detail["real_revisit_at"], today);
        assert_eq!(detail["revisit_remind_at"], "2025-05-09 10:00");
        assert_eq!(detail["status"], status);
        // The list finds and sorts it by what was written.
        let found = api
            .customers(
                "lixining",
                "tab_type=my&revisit_remind_at[]=2025-05-09&revisit_remind_at[]=2025-05-09",
            )
            .await;
        let row = found.iter().find(|row| row["id"] == id).unwrap();
        let content = [&row["last_revist_log_content"], &row["lastest_revisit_log"]["content"]];
        assert!(content.contains(&&json!("已报价 <b>")), "{row}");
        assert_eq!(row["is_user_self"], true);
        let newest = api.json("lixining", "/api/v2/customers?tab_type=my&sort=real_revisit_at").await;
        assert_eq!(newest["data"]["customers"][0]["id"], id);
    }
}

#[tokio::test]
async fn an_older_talk_is_kept_and_does_not_become_the_last() {
    let api = at_ten(settings(120));
    let id = customer(&api, 2).await;
    let last = history(&api, id).await[0]["content"].clone();
    let log = json!({ "loggable_id": id.to_string(), "loggable_type": "Customer", "content": "旧的", "real_revisit_at": "2022-01-01 09:00" });
    assert_eq!(write(&api, &log).await.json()["code"], 0);
    let after = history(&api, id).await;
    assert_eq!((&after[0]["content"], &after.last().unwrap()["content"]), (&last, &json!("旧的")));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_by_name_and_changes_nothing() {
    for api in both() {
        let id = customer(&api, 1).await;
        let before = history(&api, id).await;
        let sensible = json!({ "loggable_id": id, "loggable_type": "Customer", "content": "x" });
        for (name, value) in [
            ("loggable_type", json!("customer")),
            ("loggable_type", Value::Null),
            ("loggable_id", json!("x")),
            ("loggable_id", Value::Null),
            ("category", json!("9")),
            ("remind_at", json!("明天")),
            ("real_revisit_at", json!("2025-04-29")),
            ("content", json!(["x"])),
        ] {
            let mut log = sensible.clone();
            log[name] = value;
            assert_eq!(write(&api, &log).await.json()["message"], format!("参数错误: {name}"), "{log}");
        }
        let mut log = sensible.clone();
        log["loggable_attributes"] = json!({ "status": "1" });
        assert_eq!(write(&api, &log).await.json()["message"], "参数错误: status");
        for (kind, other) in [("Lead", id), ("Customer", 1)] {
            let log = json!({ "loggable_id": other, "loggable_type": kind, "content": "x" });
            assert_eq!(write(&api, &log).await.json()["code"], 100_100);
        }
        assert_eq!(history(&api, id).await, before);
    }
}

#[tokio::test]
async fn a_form_is_taken_where_clients_send_one() {
    let [documented, wild] = both();
    let id = customer(&wild, 1).await;
    let body = format!(
        "revisit_log%5Bloggable_id%5D={id}&revisit_log[loggable_type]=Customer&revisit_log[content]=a%20b"
    );
    let form = "application/x-www-form-urlencoded";
    assert_eq!(post(&documented, form, body.clone()).await.json()["message"], "参数错误: JSON");
    assert_eq!(post(&wild, form, body).await.json()["data"]["content"], "a b");
}

#[tokio::test]
async fn an_answer_can_be_lost_before_and_after_the_writing() {
    for api in both() {
        let id = customer(&api, 1).await;
        let count = async || history(&api, id).await.len();
        let before = count().await;
        let log = json!({ "loggable_id": id, "loggable_type": "Customer", "content": "没接" });
        let rule =
            |answer: &str, is_done| json!({ "path": PATH, "times": 1, "answer": answer, "is_done": is_done });
        let rules = json!([
            rule("cut", false), rule("rate_limit", false), rule("cut", true), rule("normal", true),
            { "path": PATH, "times": 1, "answer": "status", "status": 502, "is_done": true },
            { "path": PATH, "times": 1, "answer": "status", "status": 200, "code": 100407, "message": "跟进方式不能为空" },
        ]);
        control(&api, Method::PUT, &format!("faults/{TOKEN}"), &rules).await;
        assert!(write(&api, &log).await.body.is_empty());
        assert_eq!(write(&api, &log).await.status, 429);
        assert_eq!(count().await, before);
        assert!(write(&api, &log).await.body.is_empty());
        assert_eq!(count().await, before + 1, "the answer was lost after the writing");
        assert_eq!(write(&api, &log).await.json()["code"], 0);
        assert_eq!(write(&api, &log).await.status, 502);
        assert_eq!(count().await, before + 3);
        let refused = write(&api, &log).await.json();
        assert_eq!((&refused["code"], &refused["message"]), (&json!(100_407), &json!("跟进方式不能为空")));
        assert_eq!(count().await, before + 3);
    }
}

#[tokio::test]
async fn who_helps_and_whom_to_talk_to() {
    for api in both() {
        let customers = api.customers("admin", "").await;
        let helped =
            customers.iter().find(|it| it["user_id"].is_number() && it["assist_users"][0].is_object());
        // The other edition's rows do not tell who helps.
        if let Some(helped) = helped {
            let path = format!("/api/v2/customers/{}/assist_users", id(helped));
            let answer = api.json("admin", &path).await;
            assert_eq!(answer["data"]["assist_users"][0]["id"], helped["assist_users"][0]["id"]);
            assert!(answer["data"]["assist_users"][0]["department_name"].is_string());
        }
        let known = customers.iter().find(|it| it["contacts"][0].is_object()).unwrap();
        let path = format!("/api/v2/contacts/simplest?customer_id={}", id(known));
        let contact = &api.json("admin", &path).await["data"]["contacts"][0];
        assert_eq!(
            (&contact["id"], &contact["name"]),
            (&known["contacts"][0]["id"], &known["contacts"][0]["name"])
        );
    }
}
