use super::*;
use proptest::prelude::*;

/// Resolves one column of one customer written as JSON; what has no key is empty.
fn resolve(column: &str, text: &str) -> Value {
    resolve_with_phones(column, text).0.unwrap_or_default()
}

fn resolve_with_phones(column: &str, text: &str) -> (Option<Value>, Vec<Phone>) {
    let json = Json::parse(text).unwrap();
    let mut phones = Vec::new();
    let row = Row::new(json.object().unwrap(), false);
    (Resolver::new(&column.into()).resolve(&row, &mut phones), phones)
}

#[track_caller]
fn check(column: &str, customer: &str, expected: Value) {
    assert_eq!(resolve(column, customer), expected, "{column} of {customer}");
}

fn text(value: &str) -> Value {
    Value::Text(value.into())
}

fn names(list: &[&str]) -> Value {
    Value::Names(list.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn a_path_comes_first() {
    check("name", r#"{"name":"玉名"}"#, text("玉名"));
    check("address.qq", r#"{"address":{"qq":"123"}}"#, text("123"));
    check("user.name", r#"{"user":{"name":"路"},"user_name":"李"}"#, text("路"));
    check("a.b.c", r#"{"a":{"b":{"c":7}}}"#, Value::Number("7".into()));
}

#[test]
fn then_the_table_of_exceptions() {
    check("user.name", r#"{"user_name":"李曦宁"}"#, text("李曦宁"));
    check(
        "lastest_revisit_log.content",
        r#"{"lastest_revisit_log":null,"last_revist_log_content":"电话"}"#,
        text("电话"),
    );
    check("custom_field_template.name", r#"{"custom_field_template_i18n":"标准"}"#, text("标准"));
}

#[test]
fn a_list_gives_its_names() {
    check(
        "contacts",
        r#"{"contacts":[{"name":"王"},{"job":"x"},{"name":"李"},null,7]}"#,
        names(&["王", "李", "7"]),
    );
    check("assist_users.name", r#"{"assist_users":[{"name":"王"},{"name":"李"}]}"#, names(&["王", "李"]));
    check("sold_products", r#"{"sold_products":["甲","乙"]}"#, names(&["甲", "乙"]));
    check("contacts", r#"{"contacts":null}"#, Value::Empty);
    check("contacts", r#"{"contacts":[{}]}"#, Value::Empty);
}

#[test]
fn nothing_is_nothing_however_it_is_written() {
    for nothing in ["null", "\"\"", "\"  \"", "{}", "[]"] {
        check("note", &format!("{{\"note\":{nothing}}}"), Value::Empty);
    }
    check("note", "{}", Value::Empty);
    check("shop.name", r#"{"shop":"天猫"}"#, Value::Empty);
    check("shop.name", r#"{"shop":null}"#, Value::Empty);
    check("category_mapped", r#"{"category":7}"#, Value::Empty);
}

#[test]
fn a_key_with_nothing_in_it_is_told_from_no_key() {
    for (column, customer, is_given) in [
        ("note", r#"{"note":""}"#, true),
        ("note", r#"{"note":null}"#, true),
        ("note", r#"{"notes":"x"}"#, false),
        ("a_mapped", r#"{"a_mapped":""}"#, true),
        ("a_mapped", r#"{"a_display":""}"#, true),
        ("a_mapped", r#"{"a":7}"#, false),
        ("a", r#"{"a_hidden_result":null}"#, true),
        ("phone", r#"{"phone":"1"}"#, true),
        ("shop.name", r#"{"shop":null}"#, true),
        ("shop.name", r#"{"shop":{}}"#, true),
        ("shop.name", r#"{"shop":[]}"#, true),
        ("shop.name", r#"{"shop":{"id":1}}"#, false),
        ("shop.name", "{}", false),
        ("a.b.c", r#"{"a":{"b":{}}}"#, true),
        ("a.b.c", r#"{"a":{"c":1}}"#, false),
        ("user.name", r#"{"user_name":""}"#, true),
        ("user.name", r#"{"user":null}"#, true),
        ("customer.text_asset_1", r#"{"text_asset_1":""}"#, true),
        ("labels_mapped", r#"{"labels":[]}"#, true),
        ("labels_mapped", "{}", false),
        ("address.tel", r#"{"phones_data":[]}"#, true),
        ("address.tel", r#"{"address":{"tel":""}}"#, true),
        ("address.tel", r#"{"address":{"qq":""}}"#, false),
    ] {
        assert_eq!(resolve_with_phones(column, customer).0.is_some(), is_given, "{column} of {customer}");
        let signs = Resolver::new(&column.into()).signs();
        let has_sign = signs.iter().any(|sign| customer.contains(sign.as_str()));
        assert!(has_sign || !is_given, "{column} of {customer}: {signs:?}");
    }
}

#[test]
fn zero_is_something() {
    check("numeric_asset_1", r#"{"numeric_asset_1":0}"#, Value::Number("0".into()));
    check("flag", r#"{"flag":false}"#, Value::Flag(false));
}

#[test]
fn an_object_is_shown_by_its_name_or_not_at_all() {
    check("shop", r#"{"shop":{"id":1,"name":"天猫"}}"#, text("天猫"));
    check("shop", r#"{"shop":{"id":1}}"#, Value::Empty);
}

#[test]
fn a_hidden_result_always_wins_also_for_custom_fields() {
    check(
        "text_asset_1",
        r#"{"text_asset_1":"13812345678","text_asset_1_hidden_result":"138****5678"}"#,
        Value::Hidden("138****5678".into()),
    );
    check(
        "text_asset_1",
        r#"{"text_asset_1":"13812345678","text_asset_1_hidden_result":null}"#,
        Value::Empty,
    );
    check(
        "address.email",
        r#"{"address":{"email_hidden_result":"a**@b","email":"abc@b"}}"#,
        Value::Hidden("a**@b".into()),
    );
}

#[test]
fn words_come_before_what_they_stand_for() {
    let all = r#"{"a":"sel_77aa","a_i18n":"i","a_mapped":"m","a_display":"d"}"#;
    for column in ["a", "a_display", "a_mapped", "a_i18n", "customer.a"] {
        check(column, all, text("d"));
    }
    for nothing in ["null", "\"\"", "[]", "{}"] {
        check("a", &format!(r#"{{"a":"sel_77aa","a_mapped":"m","a_display":{nothing}}}"#), text("m"));
        check("a", &format!(r#"{{"a":"sel_77aa","a_i18n":"i","a_mapped":{nothing}}}"#), text("i"));
    }
    check("a", r#"{"a":["sel_1","sel_2"],"a_display":["高","中"]}"#, names(&["高", "中"]));
    check("a", r#"{"a":["sel_1","sel_2"]}"#, names(&["sel_1", "sel_2"]));
    check("a", r#"{"a":701,"a_display":{"id":701,"name":"示例甲"}}"#, text("示例甲"));
    check(
        "staff_size_mapped",
        r#"{"staff_size":0,"staff_size_display":"50人","staff_size_mapped":""}"#,
        text("50人"),
    );
    check("x.a", r#"{"x":{"a":"sel_77aa","a_display":"d"}}"#, text("d"));
    // Never the bare id, and no other name that begins alike.
    check("a_mapped", r#"{"a":7,"ab_mapped":"m","ab_display":"d"}"#, Value::Empty);
    check("a", r#"{"a":"","a_mapped":"","a_display":null}"#, Value::Empty);
}

#[test]
fn a_hidden_result_wins_over_every_form() {
    let hidden = |shown: &str| Value::Hidden(shown.into());
    for column in ["a", "a_display", "a_mapped", "a_i18n"] {
        let customer = r#"{"a":"1","a_hidden_result":"*","a_display":"1","a_mapped":"1","a_i18n":"1"}"#;
        check(column, customer, hidden("*"));
        check(column, r#"{"a":"1","a_hidden_result":null,"a_display":"1","a_mapped":"1"}"#, Value::Empty);
        check(column, r#"{"a":"1","a_display":"1","a_display_hidden_result":"*"}"#, hidden("*"));
    }
    check("phone_display", r#"{"phone":"13812345678","phone_display":"13812345678"}"#, Value::Empty);
    check("phone", r#"{"phone":"13812345678","phone_display":"13812345678"}"#, Value::Empty);
}

#[test]
fn a_column_may_be_named_as_the_customers() {
    check("customer.text_asset_1", r#"{"text_asset_1":"甲"}"#, text("甲"));
    check("customer.user.name", r#"{"user_name":"李"}"#, text("李"));
    check("customer.name", r#"{"name":"玉名"}"#, text("玉名"));
    check("customer.phone", r#"{"phone":"13812345678"}"#, Value::Empty);
}

#[test]
fn a_raw_number_without_a_hidden_result_is_not_read() {
    for column in ["phone", "tel", "mobile", "contacts.phone", "a.tel"] {
        check(
            column,
            r#"{"phone":"13812345678","tel":"1","mobile":"2","contacts":[{"phone":"3"}],"a":{"tel":"4"}}"#,
            Value::Empty,
        );
    }
    check("address.tel", r#"{"address":{"tel":"0982-7788933"}}"#, Value::Empty);
}

#[test]
fn the_hidden_result_beside_an_address_is_a_number_that_cannot_be_called() {
    let (value, phones) = resolve_with_phones(
        "address.phone",
        r#"{"address":{"phone":"13812345678","phone_hidden_result":"13812345678"}}"#,
    );
    assert_eq!(value, Some(Value::Phones(vec![0])));
    assert_eq!(phones[0].call_address(), None);
}

proptest! {
    // Whatever stands beside a hidden result, in whatever order, the raw text never comes out.
    #[test]
    fn raw_never_comes_out(name in "[a-z_]{1,12}", raw_first in any::<bool>(), digits in "[0-9]{11}") {
        prop_assume!(!name.ends_with("hidden_result"));
        let raw = format!("\"{name}\":\"{digits}\"");
        let hidden = format!("\"{name}_hidden_result\":\"***\"");
        let pair = if raw_first { format!("{raw},{hidden}") } else { format!("{hidden},{raw}") };
        for (column, body) in [(name.clone(), format!("{{{pair}}}")), (format!("x.{name}"), format!("{{\"x\":{{{pair}}}}}")), (format!("x.{name}"), format!("{{\"x\":[{{{pair}}}]}}"))] {
            let shown = format!("{:?}", resolve(&column, &body));
            prop_assert!(!shown.contains(&digits));
        }
    }

    // Any column of any customer gives a value, and never a word of the machine.
    #[test]
    fn any_column_of_any_customer_gives_a_value(column in "[a-z_.]{0,20}", json in any_json(3)) {
        let body = format!("{{\"a\":{json},\"name\":{json},\"user\":{json},\"labels_mapped\":{json}}}");
        for column in [column.as_str(), "a", "a.name", "user.name", "name", "labels_mapped", "contacts", ".", ".."] {
            if let Value::Text(shown) = resolve(column, &body) {
                let quoted = format!("\"{shown}\"");
                let is_machine_word = ["null", "{}", "[object Object]"].contains(&shown.as_str());
                prop_assert!(!is_machine_word || json.contains(&quoted));
            }
        }
    }
}

fn any_json(depth: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("{}".to_owned()),
        Just("[]".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        "[a-z\u{4e00}-\u{4eff}]{0,6}".prop_map(|text| format!("\"{text}\"")),
    ];
    leaf.prop_recursive(depth, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|list| format!("[{}]", list.join(","))),
            ("[a-z]{1,4}|name|content|label", inner)
                .prop_map(|(name, value)| format!("{{\"{name}\":{value}}}")),
        ]
    })
}
