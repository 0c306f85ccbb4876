//! Each parameter against a brute-force reading of all customers.

use crate::api::{Api, settings};
use crate::reading::{day, everything, id, ids, owner, text};
use serde_json::Value;

const LIXINING: i64 = 10_334_573;

/// What the request gives must be just those customers that `wanted` picks, in the order of ids.
async fn check(api: &Api, all: &[Value], query: &str, wanted: impl Fn(&Value) -> bool) {
    let expected: Vec<i64> = all.iter().filter(|one| wanted(one)).map(id).collect();
    let given: Vec<i64> = api.customers("admin", query).await.iter().map(id).collect();
    assert!(!expected.is_empty() && expected.len() < all.len(), "{query} picks none or all");
    assert_eq!(given, expected, "{query}");
}

#[tokio::test]
async fn every_filter_gives_just_what_it_should() {
    let api = Api::new(settings(450));
    let all = api.customers("admin", "").await;
    assert_eq!(all.len(), 452);

    check(&api, &all, "status=1476048", |one| text(&one["status"]) == "1476048").await;
    check(&api, &all, "source=1476103", |one| text(&one["source"]) == "1476103").await;
    check(&api, &all, "category=1476202", |one| text(&one["category"]) == "1476202").await;
    check(&api, &all, "user_id=10334573", |one| owner(one) == Some(LIXINING)).await;
    check(&api, &all, "product_id=88004", |one| ids(&one["sold_products"]).contains(&88_004)).await;
    check(&api, &all, "tab_type=common", |one| owner(one).is_none()).await;
    check(&api, &all, "tab_type=sub", |one| owner(one).is_some()).await;

    check(&api, &all, "real_revisit_at=2025-04-20", |one| day(one, "real_revisit_at") == "2025-04-20").await;
    for column in ["created_at", "updated_at", "real_revisit_at", "revisit_remind_at"] {
        let (from, to) = ("2025-04-01", "2025-04-30");
        let inside = |one: &Value| {
            let day = day(one, column);
            !day.is_empty() && (from..=to).contains(&day.as_str())
        };
        check(&api, &all, &format!("{column}[]={from}&{column}[]={to}"), inside).await;
        check(&api, &all, &format!("{column}%5B%5D={from}&{column}%5B%5D={to}"), inside).await;
        let until = |one: &Value| !day(one, column).is_empty() && day(one, column).as_str() <= "2025-04-24";
        check(&api, &all, &format!("{column}[]=&{column}[]=2025-04-24"), until).await;
    }
    check(&api, &all, "status=1476047&tab_type=common&created_at[]=2024-01-01", |one| {
        text(&one["status"]) == "1476047"
            && owner(one).is_none()
            && day(one, "created_at").as_str() >= "2024-01-01"
    })
    .await;
}

#[tokio::test]
async fn searches_find_the_rare_and_the_common() {
    let api = Api::new(settings(450));
    let all = api.customers("admin", "").await;
    for sought in ["公司", "建国", "139", "ww", "张"] {
        check(&api, &all, &format!("query={sought}"), |one| {
            everything(one).iter().any(|text| text.contains(sought))
        })
        .await;
    }
    let full = all.iter().find_map(|one| one["phones_data"][0]["phone"].as_str()).unwrap();
    let grouped = format!("{} {}", &full[..3], &full[3..]);
    let digits: String = full.chars().filter(char::is_ascii_digit).collect();
    check(&api, &all, &format!("query={grouped}"), |one| {
        everything(one).iter().any(|text| text.contains(&digits))
    })
    .await;
    for (field, path) in [
        ("name", vec!["name"]),
        ("company_name", vec!["company_name"]),
        ("note", vec!["note"]),
        ("text_asset_863cc6", vec!["text_asset_863cc6"]),
        ("address.email", vec!["address", "email"]),
        ("address.wechat", vec!["address", "wechat"]),
        ("address.detail_address", vec!["address", "detail_address"]),
        ("address.phone", vec!["address", "phone"]),
        ("address.tel", vec!["address", "tel"]),
    ] {
        let value = |one: &Value| text(path.iter().fold(one, |value, key| &value[*key])).to_lowercase();
        let longest = all.iter().map(value).find(|text| text.chars().count() > 3).unwrap();
        let part: String = longest.chars().skip(1).take(3).collect();
        let query = format!("custom_field_name={field}&query={part}");
        check(&api, &all, &query, |one| {
            let digits: String = value(one).chars().filter(char::is_ascii_digit).collect();
            value(one).contains(&part) || (field.ends_with("tel") && digits.contains(&part))
        })
        .await;
    }
}

#[tokio::test]
async fn every_sort_works_both_ways_and_to_the_last_page() {
    let api = Api::new(settings(500));
    let all = api.customers("admin", "").await;
    assert!(all.is_sorted_by_key(|one| -id(one)));
    for sort in ["created_at", "updated_at", "real_revisit_at", "revisit_remind_at", "last_called_at", "name"]
    {
        let mut expected: Vec<(String, i64)> = all.iter().map(|one| (text(&one[sort]), id(one))).collect();
        expected.sort();
        let expected: Vec<i64> = expected.into_iter().map(|(_, id)| id).collect();
        let up = api.customers("admin", &format!("sort={sort}&order=asc")).await;
        assert_eq!(up.iter().map(id).collect::<Vec<_>>(), expected, "{sort} asc");
        let down = api.customers("admin", &format!("sort={sort}&query=")).await;
        assert_eq!(down.iter().rev().map(id).collect::<Vec<_>>(), expected, "{sort} desc");
    }
}

#[tokio::test]
async fn pages_fit_together() {
    let api = Api::new(settings(500));
    let all: Vec<i64> = api.customers("admin", "query=司&sort=name").await.iter().map(id).collect();
    for per_page in [7, 100, all.len(), all.len() + 1] {
        let mut pieced = Vec::new();
        for page in 1..=all.len().div_ceil(per_page) + 1 {
            let path = format!("/api/v2/customers?query=司&sort=name&per_page={per_page}&page={page}");
            let data = api.json("admin", &path).await["data"].take();
            pieced.extend(data["customers"].as_array().unwrap().iter().map(id));
            assert_eq!(data["has_next_page"], pieced.len() < all.len(), "{path}");
            assert_eq!((&data["page"], &data["per_page"]), (&page.into(), &per_page.into()));
        }
        assert_eq!(pieced, all, "{per_page} on a page");
    }
}

#[tokio::test]
async fn everyone_sees_what_is_theirs() {
    let api = Api::new(settings(450));
    let all = api.customers("admin", "").await;
    let north = [610_201 + 14, 610_201 + 21, 610_201 + 28];
    let department = |one: &Value| one["owned_department"]["id"].as_i64().unwrap_or(0);
    // The examples carry no department; they are hers, and she is in the north.
    let in_north = |one: &Value| north.contains(&department(one)) || owner(one) == Some(LIXINING);
    let hers = |one: &Value| owner(one) == Some(LIXINING);
    let assisted = |one: &Value| ids(&one["assist_users"]).contains(&LIXINING);
    let manager = 10_334_613;

    let see = async |login: &str, query: &str, wanted: &dyn Fn(&Value) -> bool| {
        let given: Vec<i64> = api.customers(login, query).await.iter().map(id).collect();
        let expected: Vec<i64> = all.iter().filter(|one| wanted(one)).map(id).collect();
        assert_eq!(given, expected, "{login} {query}");
        given.len()
    };
    assert!(see("lixining", "tab_type=my", &hers).await > 20);
    assert!(see("lixining", "tab_type=assist", &assisted).await > 2);
    see("lixining", "tab_type=sub", &|_| false).await;
    see("lixining", "", &|one| hers(one) || assisted(one) || owner(one).is_none()).await;
    see("lixining", "user_id=10334573", &hers).await;
    see("newcomer", "tab_type=my", &|_| false).await;
    see("newcomer", "", &|one| owner(one).is_none()).await;
    see("manager", "tab_type=sub", &|one| in_north(one) && owner(one) != Some(manager)).await;
    let mine =
        |one: &Value| ids(&one["assist_users"]).contains(&manager) || owner(one).is_none() || in_north(one);
    see("manager", "", &mine).await;
    see("admin", "department_id=610215", &in_north).await;
    for customer in api.customers("lixining", "").await {
        assert_eq!(customer["is_user_self"], hers(&customer));
        assert_eq!(
            customer["is_creator_self"] == true,
            customer["creator"]["id"] == LIXINING || customer["creator"].is_null()
        );
    }
}
