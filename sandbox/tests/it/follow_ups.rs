//! Follow-ups of a customer and of a day.

use crate::api::{Api, TODAY, settings, wild};
use crate::reading::id;
use serde_json::Value;
use std::collections::BTreeSet;

const PATH: &str = "/api/v2/revisit_logs/new_index";

fn logs(answer: &Value) -> &Vec<Value> {
    answer["data"]["revisit_logs"].as_array().unwrap_or_else(|| panic!("{answer}"))
}

#[tokio::test]
async fn a_customers_follow_ups_begin_with_the_one_the_list_shows() {
    let (api, documented) = (Api::new(wild(200)), Api::new(settings(200)));
    let customers = documented.customers("admin", "").await;
    let followed = |it: &&Value| it["last_revist_log_content"].as_str().is_some_and(|text| !text.is_empty());
    let mut lengths = Vec::new();
    for customer in customers.iter().filter(followed).take(20) {
        let path = format!(
            "{PATH}?loggable_type=customer&loggable_id={}&date=other&start_date=2000-01-01&end_date={TODAY}&per_page=50",
            id(customer)
        );
        let answer = api.json("admin", &path).await;
        let logs = logs(&answer);
        assert_eq!(logs[0]["content"], customer["last_revist_log_content"]);
        assert_eq!(logs[0]["real_revisit_at"], customer["real_revisit_at"]);
        assert_eq!(logs[0]["loggable_type"], "Customer");
        assert_eq!(answer["data"]["total_count"], logs.len());
        assert!(logs.iter().all(|log| log["category"].is_string() && log["category_display"].is_string()));
        assert!(
            logs.is_sorted_by(
                |one, other| one["real_revisit_at"].as_str() >= other["real_revisit_at"].as_str()
            )
        );
        let days: BTreeSet<_> =
            logs.iter().map(|log| log["real_revisit_at"].as_str().unwrap()[..10].to_owned()).collect();
        assert_eq!(days.len(), logs.len(), "one a day at most");
        lengths.push(logs.len());
    }
    assert!(lengths.iter().any(|length| *length > 15), "{lengths:?}");
}

#[tokio::test]
async fn without_days_it_is_today_and_the_type_is_lower_case() {
    let api = Api::new(wild(600));
    let today = api.json("admin", &format!("{PATH}?loggable_type=customer")).await;
    assert!(!logs(&today).is_empty());
    assert!(logs(&today).iter().all(|log| log["real_revisit_at"].as_str().unwrap().starts_with(TODAY)));
    let days = "date=other&start_date=2025-04-20&end_date=2025-04-25";
    let within = api.json("admin", &format!("{PATH}?{days}&per_page=500")).await;
    assert!(logs(&within).len() > 5);
    for log in logs(&within) {
        let day = &log["real_revisit_at"].as_str().unwrap()[..10];
        assert!(("2025-04-20"..="2025-04-25").contains(&day), "{day}");
    }
    let capital = api.json("admin", &format!("{PATH}?loggable_type=Customer")).await;
    assert_eq!(capital["message"], "参数错误: loggable_type");
    let lead = api.json("admin", &format!("{PATH}?loggable_type=lead")).await;
    assert_eq!(lead["data"]["total_count"], 0);
    let nobody = api.json("admin", &format!("{PATH}?loggable_type=customer&loggable_id=1")).await;
    assert_eq!(nobody["code"], 100_100);
}
