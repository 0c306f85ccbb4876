use super::*;
use crate::api::judge;
use crate::model::AnswerIndex;
use crate::model::Value;

fn page(body: &str) -> CustomerPage {
    read_page(judge(200, None, body).unwrap()).unwrap()
}

/// A page of one customer with one column.
fn value(column: &str, customer: &str) -> (Value, Customer) {
    let body = format!(r#"{{"code":0,"data":{{"customers":[{customer}],"column_list":["{column}"]}}}}"#);
    let mut customer = row(&page(&body), 0).clone();
    (customer.values.remove(0), customer)
}

fn row(page: &CustomerPage, at: usize) -> &Customer {
    page.customers.get(AnswerIndex(at)).unwrap()
}

fn text_of<'a>(page: &'a CustomerPage, at: usize, column: &str) -> Option<&'a str> {
    row(page, at).values[page.position(column).unwrap()].as_text()
}

#[test]
fn the_documents_own_example_is_read_as_it_should_be() {
    let page = page(include_str!("../../../fixtures/customers-example.json"));
    assert_eq!((page.customers.len(), page.columns.len()), (2, 46));
    assert_eq!(
        (page.next_page, page.page, page.per_page),
        (NextPage::No, Some(PageNumber::FIRST), PageSize::new(15))
    );
    let (ww, yuming) = (row(&page, 0), row(&page, 1));
    assert_eq!((ww.id_text(), yuming.id_text()), ("2456846", "2371220"));
    assert!(ww.is_mine && ww.is_created_by_me);
    assert_eq!(ww.approval, Approval::Approved);
    assert_eq!(ww.choices.get(Choice::Status), Some(1_476_046));
    assert_eq!(ww.choices.get(Choice::User), Some(10_334_573));
    assert_eq!(ww.choices.get(Choice::Category), None);
    assert_eq!(
        ww.labels,
        [Label {
            content: "1500万;,2000万)&&--".into(), color: Rgb::parse("#2da8aa"), group: Some(800002)
        }]
    );
    assert_eq!(yuming.labels.len(), 3);
    // Columns whose path is absent from the answer.
    assert_eq!(text_of(&page, 0, "user.name"), Some("李曦宁"));
    assert_eq!(text_of(&page, 1, "name"), Some("河北省玉名商贸有限公司"));
    assert_eq!(text_of(&page, 0, "status_mapped"), Some("初访"));
    assert_eq!(text_of(&page, 0, "address.url"), Some("http://www.baidu.com"));
    assert_eq!(text_of(&page, 0, "created_at"), Some("2023-11-03 18:25"));
    assert_eq!(ww.values[page.position("labels_mapped").unwrap()], Value::Labels);
    for column in [
        "category_mapped",
        "contacts",
        "lastest_revisit_log.content",
        "custom_field_template.name",
        "note",
        "shop.name",
    ] {
        assert_eq!(ww.values[page.position(column).unwrap()], Value::Empty, "{column}");
    }
    // Numbers: each column its own, with a call.
    let calls = |customer: &Customer, column: &str| match &customer.values[page.position(column).unwrap()] {
        Value::Phones(list) => list.iter().filter_map(|at| customer.phones[*at].call_address()).collect(),
        _ => Vec::new(),
    };
    assert_eq!(calls(ww, "address.tel"), ["tel:3667899"]);
    assert_eq!(calls(ww, "address.phone"), ["tel:23432"]);
    assert_eq!(calls(yuming, "address.tel"), ["tel:09827788933"]);
    assert!(calls(yuming, "address.phone").is_empty());
}

#[test]
fn an_unseen_number_is_not_given_away_by_the_address_beside_it() {
    let (value, customer) = value(
        "address.phone",
        r#"{"address":{"phone":"13812345678","phone_hidden_result":"138****5678"},
            "phones_data":[{"label":"手机","call_field_name":"address.phone","phone":"13812345678","phone_hidden_result":"138****5678","is_invisible":true,"is_enable":true}]}"#,
    );
    assert_eq!(value, Value::Phones(vec![0]));
    assert_eq!(customer.phones.len(), 1);
    assert_eq!(customer.phones[0].shown, Shown::NotAllowed);
}

#[test]
fn a_number_that_is_only_raw_is_not_read() {
    let (value, customer) = value(
        "address.phone",
        r#"{"phones_data":[{"call_field_name":"address.phone","phone":"13812345678"}]}"#,
    );
    assert_eq!((value, customer.phones.len()), (Value::Empty, 0));
}

#[test]
fn a_contacts_number_says_whose_it_is() {
    let (_, customer) = value(
        "name",
        r#"{"phones_data":[{"label":"手机","call_field_name":"contact.phone","phone_hidden_result":"139****0000","entity_class":"Contact","entity_name":"王经理","is_enable":"false"}]}"#,
    );
    assert_eq!((customer.phones[0].owner.as_str(), customer.phones[0].is_enabled), ("王经理", false));
}

#[test]
fn wrong_types_anywhere_still_give_rows() {
    let body = r#"{"code":"0","data":{
        "customers":[{"id":"7","name":["x"],"labels":{},"phones_data":null,"address":[],"contacts":"","is_user_self":"true","user":3},null,5,"x",[],{"id":null}],
        "column_list":["name",null,7,"user.name","name","address.tel",{}],
        "has_next_page":"true","per_page":"15","page":null}}"#;
    let page = page(body);
    assert_eq!(page.customers.len(), 2);
    assert!(row(&page, 0).is_mine);
    assert_eq!(
        page.columns.iter().map(ColumnId::as_str).collect::<Vec<_>>(),
        ["name", "7", "user.name", "address.tel"]
    );
    // What is not said is not made up: a page that is not named is the one that was asked for.
    assert_eq!((page.next_page, page.page, page.per_page), (NextPage::Yes, None, PageSize::new(15)));
}

#[test]
fn a_list_may_be_null_or_an_empty_object() {
    for customers in ["null", "{}", "[]", "\"\""] {
        let body = format!(r#"{{"code":0,"data":{{"customers":{customers},"column_list":["name"]}}}}"#);
        assert!(page(&body).customers.is_empty(), "{customers}");
    }
}

#[test]
fn rows_without_columns_still_show_their_names() {
    let page = page(r#"{"code":0,"data":{"customers":[{"id":1,"name":"玉名"}]}}"#);
    assert_eq!(text_of(&page, 0, "name"), Some("玉名"));
}

#[test]
fn data_that_is_no_list_is_said_to_be_none() {
    for data in ["null", "[]", "7", "{}", r#"{"users":[]}"#] {
        let body = format!(r#"{{"code":0,"data":{data}}}"#);
        assert!(read_page(judge(200, None, &body).unwrap()).is_err(), "{data}");
    }
}

#[test]
fn an_answer_with_wandering_types_is_read_as_it_is_meant() {
    let page = page(include_str!("../../../fixtures/customers-odd.json"));
    assert_eq!((page.customers.len(), page.columns.len()), (2, 16));
    assert_eq!(
        (page.next_page, page.page, page.per_page),
        (NextPage::Yes, PageNumber::new(2), PageSize::new(15))
    );
    let customer = row(&page, 0);
    let value = |column: &str| &customer.values[page.position(column).unwrap()];
    assert_eq!(customer.id_text(), "90071992547409931");
    assert!(customer.is_mine && customer.is_created_by_me);
    assert_eq!(
        (customer.approval, customer.choices.get(Choice::Status)),
        (Approval::Rejected, Some(1_476_046))
    );
    let labels: Vec<_> =
        customer.labels.iter().map(|label| (label.content.as_str(), label.color.is_some())).collect();
    assert_eq!(labels, [("没有颜色", false), ("假颜色", false), ("短颜色", true)]);
    let shown: Vec<_> = customer.phones.iter().map(|phone| (phone.shown.clone(), phone.is_enabled)).collect();
    let number = |text: &str| Shown::Number(text.into());
    assert_eq!(
        shown,
        [(number("138****0001"), true), (Shown::NotAllowed, true), (number("13800000003"), false)]
    );
    assert_eq!(value("address.phone"), &Value::Phones(vec![0, 1]));
    assert_eq!(value("address.tel"), &Value::Empty);
    assert_eq!(value("contacts"), &Value::Names(vec!["王经理".into(), "李".into()]));
    assert_eq!(value("user.name").as_text(), Some("路引娣"));
    assert_eq!(value("text_asset_863cc6"), &Value::Hidden("138****0005".into()));
    assert_eq!(value("numeric_asset_1"), &Value::Number("0".into()));
    assert_eq!(value("lastest_revisit_log.content").as_text(), Some("电话沟通"));
    assert_eq!(value("shop").as_text(), Some("天猫旗舰店"));
    for empty in ["status_mapped", "note", "从没见过的列", "7"] {
        assert_eq!(value(empty), &Value::Empty, "{empty}");
    }
    assert!(row(&page, 1).values.iter().all(Value::is_empty));
    let everything = format!("{page:?}");
    for raw in ["13800000001", "13800000002", "13800000004", "13800000005"] {
        assert!(!everything.contains(raw), "{raw}");
    }
}

const FIXTURES: [&str; 2] = [
    include_str!("../../../fixtures/customers-example.json"),
    include_str!("../../../fixtures/customers-odd.json"),
];

#[test]
fn in_whichever_order_rows_are_read_they_are_the_same() {
    for body in FIXTURES {
        let (forwards, backwards) = (page(body), page(body));
        for at in (0..backwards.customers.len()).rev() {
            assert!(backwards.customers.is_held());
            row(&backwards, at);
        }
        assert!(!backwards.customers.is_held());
        assert_eq!(forwards, backwards);
    }
}

#[test]
fn a_bad_row_takes_no_other_with_it() {
    let body = r#"{"code":0,"data":{"customers":[ {"id":1,"name":"甲"} ,["x"],null,
        {"id":2,"name":"\ud800","\ud800":"x","labels":[[[[1]]]]},"{}",{"id":3,"name":"a\u0041\"]}"}],"column_list":["name"]}}"#;
    let page = page(body);
    assert_eq!(page.customers.iter().map(Customer::id_text).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!([0, 1, 2].map(|at| text_of(&page, at, "name")), [Some("甲"), None, Some("aA\"]}")]);
}

#[test]
fn a_row_at_the_end_that_is_no_json_fails_the_whole_answer_at_once() {
    for end in ["{\"id\":2", "{\"id\":}]}}", "{\"id\":2]}}", "{\"id\":\"\\x\"}]}}", "{id:2}]}}"] {
        let body = format!(r#"{{"code":0,"data":{{"customers":[{{"id":1}},{end}"#);
        assert!(matches!(judge(200, None, &body), Err(Problem::Malformed { at: "body", .. })), "{end}");
    }
}

#[test]
fn what_is_not_read_is_not_printed() {
    for body in FIXTURES {
        let page = page(body);
        let unread = format!("{page:?}");
        row(&page, 0);
        let half = format!("{page:?}");
        for raw in body.split("\"phone\": \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(raw.is_empty() || !unread.contains(raw), "{raw}");
        }
        assert!(!unread.contains("customers: [Some") && half.contains("customers: [Some"));
        for raw in ["13800000001", "13800000002", "13800000004", "13800000005"] {
            assert!(!half.contains(raw), "{raw}");
        }
    }
}

#[test]
fn a_name_that_is_masked_is_the_masked_one_everywhere() {
    let page = page(
        r#"{"code":0,"data":{"customers":[{"id":1,"name":"张三丰","name_hidden_result":"张*"}],"column_list":["name"]}}"#,
    );
    let customer = page.customers.get(AnswerIndex(0)).unwrap();
    assert_eq!((customer.name.as_str(), customer.values[0].as_text()), ("张*", Some("张*")));
}

#[test]
fn whether_a_page_follows_is_only_known_where_it_is_said() {
    for (said, expected) in [
        (r#","has_next_page":true"#, NextPage::Yes),
        (r#","has_next_page":"1""#, NextPage::Yes),
        (r#","has_next_page":false"#, NextPage::No),
        (r#","has_next_page":"false""#, NextPage::No),
        (r#","has_next_page":0"#, NextPage::No),
        ("", NextPage::Unknown),
        (r#","has_next_page":null"#, NextPage::Unknown),
        (r#","has_next_page":"""#, NextPage::Unknown),
        (r#","has_next_page":{}"#, NextPage::Unknown),
        (r#","has_next_page":"perhaps""#, NextPage::Unknown),
    ] {
        let page = page(&format!(r#"{{"code":0,"data":{{"customers":[]{said}}}}}"#));
        assert_eq!(page.next_page, expected, "{said}");
    }
}

#[test]
fn a_total_is_a_number_or_a_text_of_digits() {
    for (said, expected) in [
        ("120", Some(120)),
        (r#""120""#, Some(120)),
        ("0", Some(0)),
        ("null", None),
        (r#""""#, None),
        ("{}", None),
        ("-1", None),
        (r#""many""#, None),
    ] {
        let page = page(&format!(r#"{{"code":0,"data":{{"customers":[],"total_count":{said}}}}}"#));
        assert_eq!(page.total, expected, "{said}");
    }
    for (said, expected) in [
        (r#""total":7"#, Some(7)),
        (r#""total":"7","total_count":null"#, Some(7)),
        (r#""total":7,"total_count":8"#, Some(8)),
        (r#""total":{},"total_count":"""#, None),
    ] {
        let page = page(&format!(r#"{{"code":0,"data":{{"customers":[],{said}}}}}"#));
        assert_eq!(page.total, expected, "{said}");
    }
}

#[test]
fn a_full_page_may_be_followed_by_another_and_a_short_one_is_the_last() {
    let follows = |rows: usize, more: &str| {
        let rows = vec![r#"{"id":1}"#; rows].join(",");
        page(&format!(r#"{{"code":0,"data":{{"customers":[{rows}]{more}}}}}"#))
            .follows(PageNumber::FIRST.plus(1), PageSize::at_least_one(3))
    };
    assert_eq!(follows(3, ""), NextPage::Unknown);
    assert_eq!(follows(2, ""), NextPage::No);
    assert_eq!(follows(0, ""), NextPage::No);
    assert_eq!(follows(2, r#","per_page":2"#), NextPage::Unknown);
    assert_eq!(follows(3, r#","total_count":7"#), NextPage::Yes);
    assert_eq!(follows(3, r#","total_count":"6""#), NextPage::No);
    assert_eq!(follows(3, r#","page":1,"total_count":6"#), NextPage::Yes);
    assert_eq!(follows(2, r#","has_next_page":true"#), NextPage::Yes);
    assert_eq!(follows(3, r#","has_next_page":false"#), NextPage::No);
}

#[test]
fn several_numbers_in_one_field_are_several_numbers() {
    let (numbers, customer) = value(
        "address.phone",
        r#"{"address":{"phone_hidden_result":"13800138000 13900139000、0571-88888888"},
        "phones_data":[{"label":"手机","call_field_name":"address.phone","phone_hidden_result":"13800138000 13900139000"},
        {"label":"手机","call_field_name":"address.phone","phone_hidden_result":"138----8000"}]}"#,
    );
    let calls: Vec<_> = customer.phones.iter().map(Phone::call_address).collect();
    let calls: Vec<_> = calls.iter().map(Option::as_deref).collect();
    // The last one stands only in the address, and nothing says that it may be called.
    assert_eq!(calls, [Some("tel:13800138000"), Some("tel:13900139000"), None, None]);
    assert_eq!(numbers, Value::Phones(vec![0, 1, 2, 3]));
}

/// Whatever reads JSON has to hold to this: the judgement of an answer and its texts.
#[test]
fn only_the_white_space_of_json_is_passed_over() {
    let answer = |blank: &str| format!(r#"{{"code":0,{blank}"data":{{"customers":[]}}}}"#);
    let is_read = |body: &str| judge(200, None, body).is_ok_and(|data| read_page(data).is_ok());
    for blank in [" ", "\n", "\t", "\r", " \r\n\t "] {
        assert!(is_read(&answer(blank)), "{blank:?}");
        assert!(is_read(&[blank, &answer(""), blank].concat()), "{blank:?} around it");
    }
    for blank in ["\u{a0}", "\u{c}", "\u{b}", "\u{3000}", "\u{2028}", "\u{200b}", "\u{85}"] {
        assert!(!is_read(&answer(blank)), "{blank:?}");
        assert!(!is_read(&[&answer(""), blank].concat()), "{blank:?} behind it");
        assert!(!is_read(&[blank, &answer("")].concat()), "{blank:?} before it");
    }
}

#[test]
fn half_a_surrogate_does_not_empty_a_text() {
    let page = page(
        r#"{"code":0,"data":{"customers":[{"id":1,"name":"\ud83d\ude00王\ud83d","note":"\ude00\u738b\ud83dx\ud83d\ud83d\ude00\ud83d\n"}],"column_list":["name","note"]}}"#,
    );
    assert_eq!(text_of(&page, 0, "name"), Some("😀王"));
    assert_eq!(text_of(&page, 0, "note"), Some("王x😀\n"));
}

#[test]
fn a_column_is_given_if_any_row_has_its_key_read_or_not() {
    let body = r#"{"code":0,"data":{"customers":[{"id":1,"name":"甲","note":null},{"id":2,"name":"乙","x":{"revisit_at":1},"industry_mapped":""}],
        "column_list":["name","note","industry_mapped","revisit_at","shop.name","customer.text_asset_1"]}}"#;
    let expected = [true, true, true, false, false, false];
    let given = |page: &CustomerPage| [0, 1, 2, 3, 4, 5].map(|at| page.gives(at));
    let unread = page(body);
    assert_eq!(given(&unread), expected);
    // The texts are gone by then.
    let read = page(body);
    assert_eq!(read.customers.iter().count(), 2);
    assert!(!read.customers.is_held());
    assert_eq!(given(&read), expected);
    assert_eq!(given(&unread), expected);
    // Of no rows nothing is said.
    let none = page(r#"{"code":0,"data":{"customers":[],"column_list":["name"]}}"#);
    assert!(none.gives(0));
}

#[test]
fn a_customers_department_is_the_one_that_owns_it() {
    let (_, customer) =
        value("name", r#"{"id":1,"department_id":7,"owned_department":{"id":8,"name":"华北"}}"#);
    assert_eq!(customer.choices.get(Choice::Department), Some(8));
}
