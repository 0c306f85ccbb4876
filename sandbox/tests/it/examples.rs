//! The contract's example answers come out as they went in.

use crate::api::{Api, settings};
use sandbox::store::Contents;
use serde_json::Value;

fn fixture() -> Value {
    serde_json::from_str(include_str!("../../../fixtures/customers-example.json")).unwrap()
}

#[tokio::test]
async fn alone_they_are_the_example_answer() {
    let mut settings = settings(0);
    settings.contents = Contents { examples_only: true, ..settings.contents };
    let api = Api::new(settings);
    assert_eq!(api.json("lixining", "/api/v2/customers").await, fixture());
}

#[tokio::test]
async fn among_others_they_come_first_and_unchanged() {
    let api = Api::new(settings(300));
    let examples = fixture()["data"]["customers"].clone();
    for query in ["per_page=2", "per_page=2&tab_type=my", "per_page=2&tab_type=my&status=1476046"] {
        let answer = api.json("lixining", &format!("/api/v2/customers?{query}")).await;
        assert_eq!(answer["data"]["customers"], examples, "{query}");
    }
    let found = api.customers("lixining", "query=ww&custom_field_name=name").await;
    assert_eq!(found, [examples[0].clone()]);
    let found = api.customers("lixining", "query=09827788933").await;
    assert_eq!(found, [examples[1].clone()]);
}

#[tokio::test]
async fn they_are_hers_alone() {
    let api = Api::new(settings(0));
    let seen = api.customers("admin", "").await;
    assert_eq!(seen.len(), 2);
    for customer in &seen {
        assert_eq!(customer["is_user_self"], false);
        assert_eq!(customer["phones_data"][0]["is_creator_self"], false);
    }
    assert!(api.customers("newcomer", "").await.is_empty());
}

#[tokio::test]
async fn every_column_is_filled_for_someone() {
    let api = Api::new(settings(600));
    let answer = api.json("admin", "/api/v2/customers?per_page=600").await;
    let customers = answer["data"]["customers"].as_array().unwrap();
    let columns = answer["data"]["column_list"].as_array().unwrap();
    assert_eq!(columns.len(), 50);
    for column in columns.iter().filter_map(Value::as_str) {
        // The columns whose value the contract keeps elsewhere.
        let path = match column {
            "labels_mapped" => "labels",
            "user.name" => "user_name",
            other => other,
        };
        let filled = customers.iter().filter(|customer| {
            let value = path.split('.').fold(*customer, |value, key| &value[key]);
            let empty = ["", "null", "{}", "[]", "\"\""];
            !empty.contains(&value.to_string().as_str())
        });
        assert!(filled.count() > 3, "{column}");
    }
}

#[tokio::test]
async fn phones_come_in_every_state() {
    let api = Api::new(settings(300));
    let customers = api.customers("admin", "").await;
    let phones: Vec<&Value> =
        customers.iter().filter_map(|one| one["phones_data"].as_array()).flatten().collect();
    let any = |test: &dyn Fn(&Value) -> bool| assert!(phones.iter().any(|phone| test(phone)));
    any(&|phone| phone["phone"] == phone["phone_hidden_result"] && phone["is_enable"] == true);
    any(&|phone| phone["phone_hidden_result"].as_str().is_some_and(|shown| shown.contains("****")));
    any(&|phone| phone["is_invisible"] == true && phone["phone_hidden_result"] == "");
    any(&|phone| phone["is_enable"] == false);
    any(&|phone| phone["phone_hidden_result"].is_null());
    any(&|phone| phone["entity_class"] == "Contact" && phone["call_field_name"] == "contact.phone");
    let states = ["approved", "applying", "rejected", "denied", "revoked", ""];
    for state in states {
        assert!(customers.iter().any(|one| one["approve_status"] == state), "{state}");
    }
}
