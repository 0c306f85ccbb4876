//! No number that the endpoint masks reaches any surface, whole, without its separators, or in parts of
//! seven digits. Raw numbers here are made of the digits 5 to 9 and everything else of 0 to 4, so that
//! nothing is found by chance.
// Its source of randomness is not for browsers.
#![cfg(not(target_arch = "wasm32"))]
// A test may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use kehu::api::{judge, read_page};
use kehu::export::{FileColumns, Format, push_rows};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::CustomerPage;
use kehu::query::{ColumnChoice, Date, ListQuery, fragment};
use kehu::view_model::{
    Dates, FindIndex, available_columns, cell_text, cell_view, columns, copied, filter_by, haystack,
    preview_view, row_texts,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Fields that may come with a `_hidden_result` beside them.
const FIELDS: [&str; 8] =
    ["phone", "note", "company_name", "name", "mobile", "text_asset_863cc6", "numeric_asset_a", "wechat"];
const ADDRESS: [&str; 5] = ["tel", "phone", "wechat", "fax", "qq"];

/// A raw number as somebody may have typed it, and what the endpoint shows of it.
#[derive(Clone, Debug)]
struct Secret {
    raw: String,
    shown: Option<String>,
}

fn secret() -> impl Strategy<Value = Secret> {
    let separators = prop_oneof![Just(""), Just("-"), Just(" "), Just("+")];
    ("[5-9]{11}", separators, prop::bool::ANY).prop_map(|(digits, separator, is_shown)| {
        let (head, middle, tail) = (&digits[..3], &digits[3..7], &digits[7..]);
        let raw = match separator {
            "+" => format!("+{digits}"),
            _ => [head, middle, tail].join(separator),
        };
        Secret { raw, shown: is_shown.then(|| format!("{head}****{tail}")) }
    })
}

/// A customer, with the digits of its secrets.
fn customer() -> impl Strategy<Value = (Value, Vec<String>)> {
    let fields = prop::collection::vec(prop::option::of(secret()), FIELDS.len());
    let address = prop::collection::vec(prop::option::of(secret()), ADDRESS.len());
    let phones = prop::collection::vec((secret(), prop::bool::ANY, prop::bool::ANY, 0..3_usize), 0..6);
    (0..5_u32, fields, address, phones).prop_map(|(id, fields, address, phones)| {
        let mut secrets = Vec::new();
        let mut hide = |object: &mut Map<String, Value>, name: &str, secret: &Secret| {
            secrets.push(secret.raw.chars().filter(char::is_ascii_digit).collect::<String>());
            object.insert(name.to_owned(), json!(secret.raw));
            object.insert(format!("{name}_hidden_result"), json!(secret.shown));
        };
        let mut all = Map::new();
        all.insert("name".into(), json!("客户"));
        for (name, secret) in FIELDS.iter().zip(&fields) {
            if let Some(secret) = secret {
                hide(&mut all, name, secret);
            }
        }
        let mut place = Map::new();
        for (name, secret) in ADDRESS.iter().zip(&address) {
            if let Some(secret) = secret {
                hide(&mut place, name, secret);
            }
        }
        let list: Vec<Value> = phones
            .iter()
            .map(|(secret, is_invisible, is_enable, field)| {
                let mut entry = Map::new();
                hide(&mut entry, "phone", secret);
                let field = ["address.tel", "address.phone", "contacts"][*field];
                entry.extend([
                    ("label".to_owned(), json!("手机")),
                    ("call_field_name".to_owned(), json!(field)),
                    ("is_invisible".to_owned(), json!(is_invisible)),
                    ("is_enable".to_owned(), json!(is_enable)),
                ]);
                Value::Object(entry)
            })
            .collect();
        all.insert("id".into(), json!(id));
        all.insert("address".into(), Value::Object(place));
        all.insert("phones_data".into(), json!(list));
        all.insert("contacts".into(), json!([{ "name": "联系人", "phones": list }]));
        (Value::Object(all), secrets)
    })
}

fn column_list() -> Vec<String> {
    let address = ADDRESS.iter().map(|name| format!("address.{name}"));
    let own = FIELDS.iter().map(|name| (*name).to_owned());
    own.chain(address)
        .chain(["contacts".to_owned(), "phones_data".to_owned(), "address".to_owned()])
        .collect()
}

/// All that a person or a program could get to see of a page.
fn surfaces(page: &CustomerPage, lang: Lang) -> Vec<(&'static str, String)> {
    let (today, words, layout) = (Date::MIN, lang.words(), Layout::default());
    let shown = columns(&page.columns, &ColumnChoice::All, &layout, &Default::default(), lang);
    let all = available_columns(&page.columns, &layout, &Default::default(), lang);
    let mut found = vec![("debug", format!("{page:?}"))];
    for customer in page.customers.iter() {
        found.push(("customer", format!("{customer:?}")));
        for column in &all {
            let view = cell_view(customer, column, Dates { today, are_exact: false }, words);
            found.push(("cell", format!("{view:?}")));
            found.push(("cell's copy", cell_text(&view, words)));
            if let Some((change, text)) = filter_by(customer, column) {
                found.push(("filter", text));
                found.push(("address", fragment::write(&ListQuery::default().apply(change))));
            }
        }
        found.push((
            "preview",
            format!("{:?}", preview_view(customer, &all, Dates { today, are_exact: false }, words)),
        ));
        let copy = copied(&[row_texts(customer, &shown, today, words)]);
        found.push(("clipboard", copy.text));
        found.push(("clipboard, as a table", copy.html));
    }
    let file = FileColumns { shown: shown.to_vec(), group: shown.first().cloned() };
    for format in [Format::Csv, Format::Xlsx] {
        let mut out = String::new();
        push_rows(&mut out, page.customers.iter(), &file, format, today, words);
        found.push(("export", out));
    }
    found
}

/// A text without what stands between the digits of a number.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !matches!(sign, ' ' | '-' | '(' | ')' | '+' | '\u{a0}')).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]
    #[test]
    fn a_masked_number_reaches_no_surface(made in prop::collection::vec(customer(), 1..4)) {
        let (customers, secrets): (Vec<_>, Vec<_>) = made.into_iter().unzip();
        let body = json!({
            "code": 0,
            "data": { "customers": customers, "column_list": column_list(), "has_next_page": false },
        });
        let body = body.to_string();
        let page = read_page(judge(200, None, &body).unwrap()).unwrap();
        let secrets: Vec<String> = secrets.into_iter().flatten().collect();
        for lang in [Lang::Zh, Lang::En] {
            for (surface, text) in surfaces(&page, lang) {
                let text = squeezed(&text);
                for secret in &secrets {
                    for start in 0..=secret.len() - 7 {
                        prop_assert!(!text.contains(&secret[start..start + 7]), "{surface}: {text}");
                    }
                }
            }
        }
        // What is typed finds a customer by what is shown of a number, never by what is hidden.
        let all = available_columns(&page.columns, &Layout::default(), &Default::default(), Lang::Zh);
        let index = FindIndex::new(page.customers.iter().map(|customer| haystack(customer, &all)));
        for secret in &secrets {
            for typed in [&secret[..], &secret[2..9], &secret[..7], &secret[4..]] {
                prop_assert!(index.find(typed, |_| None).is_empty(), "found by {typed}");
            }
        }
    }
}

/// The test above would be worth nothing if no number were shown at all.
#[test]
fn what_may_be_seen_is_on_every_surface() {
    let body = json!({ "code": 0, "data": {
        "customers": [{ "id": 1, "name": "客户", "address": { "tel": "599-5555-9999", "tel_hidden_result": "599****9999" },
            "phones_data": [{ "label": "电话", "call_field_name": "address.tel", "phone": "59955559999", "phone_hidden_result": "599****9999", "is_enable": true }] }],
        "column_list": ["name", "address.tel"], "has_next_page": false,
    }});
    let body = body.to_string();
    let page = read_page(judge(200, None, &body).unwrap()).unwrap();
    let found = surfaces(&page, Lang::Zh);
    for name in ["cell", "cell's copy", "preview", "clipboard", "clipboard, as a table", "export"] {
        assert!(found.iter().any(|(surface, text)| *surface == name && text.contains("9999")), "{name}");
    }
}
