use super::*;

/// A value as each of the types that somebody may ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct As<'a> {
    text: Option<&'a str>,
    integer: Option<i64>,
    flag: bool,
    items: usize,
    is_object: bool,
}

#[track_caller]
fn check(value: &str, expected: As<'_>) {
    let body = format!("{{\"before\": 0, \"it\" : {value} , \"after\": 0}}");
    let object = Json::parse(&body).unwrap().object().unwrap();
    let text = object.text("it");
    let found = As {
        text: text.as_deref(),
        integer: object.integer("it"),
        flag: object.flag("it"),
        items: object.list("it").len(),
        is_object: object.get("it").unwrap().object().is_some(),
    };
    assert_eq!(found, expected, "{value}");
}

const NOTHING: As<'_> = As { text: None, integer: None, flag: false, items: 0, is_object: false };

fn text(text: &str) -> As<'_> {
    As { text: Some(text), ..NOTHING }
}

fn integer(shown: &str, integer: i64) -> As<'_> {
    As { integer: Some(integer), ..text(shown) }
}

fn object(text: &str) -> Object<'_> {
    Json::parse(text).unwrap().object().unwrap()
}

#[test]
fn a_number_is_one_in_whichever_way_it_is_written() {
    check("7", integer("7", 7));
    check("\"7\"", integer("7", 7));
    check("\" 7 \"", integer(" 7 ", 7));
    check("7.0", integer("7.0", 7));
    check("-0", integer("-0", 0));
    check("-12", integer("-12", -12));
    check("9223372036854775807", integer("9223372036854775807", i64::MAX));
}

#[test]
fn what_is_no_whole_number_is_its_text() {
    for number in ["0.5", "1e3", "1e999", "-1.5E-7", "9223372036854775808"] {
        check(number, text(number));
    }
    // Of a long id no digit is lost.
    check("12345678901234567890123", text("12345678901234567890123"));
    check("\"12,5\"", text("12,5"));
    check("\"NaN\"", text("NaN"));
}

#[test]
fn a_flag_is_one_in_whichever_way_it_is_written() {
    check("true", As { flag: true, ..text("true") });
    check("false", text("false"));
    check("1", As { flag: true, ..integer("1", 1) });
    check("\"1\"", As { flag: true, ..integer("1", 1) });
    check("0", integer("0", 0));
    for yes in ["true", "yes", "t", "是"] {
        check(&format!("\"{yes}\""), As { flag: true, ..text(yes) });
    }
    for no in ["false", "no", "f", "否", "TRUE", "2x"] {
        check(&format!("\"{no}\""), text(no));
    }
}

#[test]
fn nothing_is_nothing_however_it_is_written() {
    for nothing in ["null", "\"\"", "\"  \"", "\"\\u3000\"", "[]"] {
        check(nothing, NOTHING);
    }
    check("{}", As { is_object: true, ..NOTHING });
    let empty = object("{}");
    assert_eq!((empty.text("it"), empty.integer("it"), empty.flag("it")), (None, None, false));
    assert!(empty.list("it").is_empty() && empty.get("it").is_none());
}

#[test]
fn a_list_in_the_place_of_an_object_is_none_and_the_other_way_round() {
    check("[1, null, \"x\"]", As { items: 3, ..NOTHING });
    check("{\"a\": [1]}", As { is_object: true, ..NOTHING });
    check("[{}]", As { items: 1, ..NOTHING });
}

#[test]
fn half_a_surrogate_is_left_out_of_a_text() {
    check(r#""\ud83d\ude00王\ud83d""#, text("😀王"));
    check(r#""\ude00\u738b\ud83dx\ud83d\ud83d\ude00\ud83d!""#, text("王x😀!"));
    check(r#""\ud83d""#, NOTHING);
    // A name that holds one can be asked by nobody.
    let odd = object(r#"{"\ud83dname": 1, "name\ude00": 2, "\u0061": 3}"#);
    assert_eq!(odd.pairs().map(|(name, _)| name).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn escapes_are_read() {
    check(r#""\"\\\/\b\f\n\r\t\u5ba2""#, text("\"\\/\u{8}\u{c}\n\r\t客"));
}

#[test]
fn of_repeated_names_the_last_counts() {
    let twice = object(r#"{"\u0061": 1, "b": 2, "a": 3}"#);
    assert_eq!((twice.integer("a"), twice.pairs().count()), (Some(3), 3));
    let answer = Opened::parse(r#"{"data": {"x": 1}, "data": [1, 2]}"#, &["data"]).unwrap();
    assert_eq!(answer.inner.and_then(|it| it.list).map(|it| it.len()), Some(2));
}

#[test]
fn depth_is_no_danger() {
    let (open, close) = ("[".repeat(200_000), "]".repeat(200_000));
    check(&format!("{open}{close}"), As { items: 1, ..NOTHING });
    let objects = format!("{}1{}", "{\"a\":".repeat(200_000), "}".repeat(200_000));
    check(&objects, As { is_object: true, ..NOTHING });
    let body = format!("{{\"data\":{{\"customers\":[{open}{close}]}}}}");
    let rows = Opened::parse(&body, &["data", "customers"]).unwrap().inner.unwrap().inner.unwrap().list;
    assert_eq!(rows.map(|rows| rows.len()), Some(1));
    assert!(Opened::parse(&open, &["data"]).is_err());
}

#[test]
fn what_is_opened_along_a_path_is_what_is_opened_step_by_step() {
    let text = r#" {"code": 0, "data": {"rows": [{"a": [1, {"b": 2}]}, {}, [], {"a": "]"}], "x": {}}} "#;
    let at_once = Opened::parse(text, &["data", "rows"]).unwrap().inner.unwrap();
    let data = object(text).get("data").unwrap().object().unwrap();
    let raw = |list: Vec<Json<'_>>| list.into_iter().map(|it| it.kept().get().to_owned()).collect::<Vec<_>>();
    assert_eq!(raw(at_once.inner.unwrap().list.unwrap()), raw(data.list("rows")));
    assert_eq!(raw(data.list("rows")), [r#"{"a": [1, {"b": 2}]}"#, "{}", "[]", r#"{"a": "]"}"#]);
    assert_eq!(at_once.object.unwrap().pairs().map(|(name, _)| name).collect::<Vec<_>>(), ["x"]);
    // What is not there, or of another type, is none.
    for text in ["[]", "7", "null", "true", "-1", "0.5", "\"x\"", "{}", "{\"data\": 7}"] {
        let opened = Opened::parse(text, &["data", "rows"]).unwrap();
        assert!(opened.inner.is_none_or(|it| it.object.is_none() && it.list.is_none()), "{text}");
    }
}

#[test]
fn what_is_no_json_is_told_with_its_place_and_not_quoted() {
    for (text, place) in [
        ("", "cut off at line 1, column 0"),
        ("{\"a\": [1,\n 2", "cut off at line 2, column 2"),
        ("{\"a\":\n\n  x}", "no JSON at line 3, column 3"),
        ("{} {}", "no JSON at line 1, column 4"),
        ("{\"客户\": \"\\x\"}", "no JSON at line 1, column 14"),
        ("{\"a\": NaN}", "no JSON at line 1, column 7"),
        ("\u{feff}{}", "no JSON at line 1, column 1"),
    ] {
        assert_eq!(Json::parse(text).err().map(|it| it.to_string()).as_deref(), Some(place), "{text}");
        assert_eq!(Opened::parse(text, &[]).err().map(|it| it.to_string()).as_deref(), Some(place), "{text}");
    }
}

#[test]
fn a_field_of_another_type_loses_no_other() {
    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Stored {
        #[serde(deserialize_with = "or_default")]
        size: Option<u16>,
        #[serde(deserialize_with = "or_default")]
        name: String,
    }
    let read = |text| Json::parse(text).unwrap().read::<Stored>();
    let stored = |size, name: &str| Some(Stored { size, name: name.into() });
    for odd in ["null", "\"50\"", "-1", "1e999", "70000", "{}", "[[]]", "\"\\ud800\""] {
        let text = format!(r#"{{"size": {odd}, "name": "甲", "later": {odd}}}"#);
        assert_eq!(serde_json::from_str(&text).ok(), stored(None, "甲"), "{odd}");
    }
    assert_eq!(read(r#"{"name": 7, "size": 50}"#), stored(Some(50), ""));
    assert_eq!(read("7"), None);
}
