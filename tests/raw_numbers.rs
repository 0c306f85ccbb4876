//! A raw number that nobody may see is never decoded: no text of the program holds it, whatever its
//! place in a customer and however it is written. `tests/privacy.rs` has the numbers that come masked;
//! these also come with nothing beside them, in the columns' own names, and with escapes.
//!
//! Every number here is one of its own, so that what is found tells where it came from.
// Its source of randomness is not for browsers.
#![cfg(not(target_arch = "wasm32"))]
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

use kehu::api::{judge, read_details, read_page};
use kehu::export::{FileColumns, Format, push_rows};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{Customer, CustomerId, CustomerPage, Value};
use kehu::query::{ColumnChoice, Date};
use kehu::view_model::{
    Dates, FindIndex, available_columns, cell_text, cell_view, columns, copied, haystack, preview_view,
    row_texts, with_details,
};
use proptest::prelude::*;

/// Names that hold a raw number, with or without a `_hidden_result` beside them.
const NUMBERS: [&str; 3] = ["phone", "tel", "mobile"];
/// Where in a customer such a name may stand.
const PLACES: [&str; 6] = ["", "address", "user", "contacts", "labels", "phones_data"];

/// How a number stands in the answer.
#[derive(Clone, Copy, Debug)]
enum Written {
    Text,
    Number,
    /// Each digit as `\u0031`: whoever finds the digits has decoded them.
    Escaped,
    Listed,
}

/// One raw number of one customer.
#[derive(Clone, Debug)]
struct Raw {
    place: usize,
    name: usize,
    written: Written,
    /// What stands beside it, as JSON.
    hidden: Option<&'static str>,
}

fn raw() -> impl Strategy<Value = Raw> {
    let written = prop_oneof![
        Just(Written::Text),
        Just(Written::Number),
        Just(Written::Escaped),
        Just(Written::Listed)
    ];
    let hidden = prop_oneof![
        Just(None),
        Just(Some("null")),
        Just(Some("\"\"")),
        Just(Some("\"1**\"")),
        Just(Some("{}")),
        Just(Some("[]"))
    ];
    (0..PLACES.len(), 0..NUMBERS.len(), written, hidden).prop_map(|(place, name, written, hidden)| Raw {
        place,
        name,
        written,
        hidden,
    })
}

/// Ten digits that nothing else here has, and no two numbers share.
fn digits(serial: usize) -> String {
    format!("98{serial:08}")
}

impl Raw {
    fn pairs(&self, digits: &str) -> String {
        let escaped = || digits.bytes().map(|digit| format!("\\u00{digit:02x}")).collect::<String>();
        let value = match self.written {
            Written::Text => format!("\"{digits}\""),
            Written::Number => digits.to_owned(),
            Written::Escaped => format!("\"{}\"", escaped()),
            Written::Listed => format!("[\"{digits}\", {{\"name\": \"{digits}\"}}]"),
        };
        let name = NUMBERS[self.name];
        let hidden = self.hidden.map(|hidden| format!(", \"{name}_hidden_result\": {hidden}"));
        format!("\"{name}\": {value}{}", hidden.unwrap_or_default())
    }
}

/// A customer as JSON; the serial numbers of its raw numbers begin at `first`.
fn customer(raws: &[Raw], first: usize) -> String {
    let mut members = vec![r#""id": 1, "name": "甲""#.to_owned()];
    let of = |place: usize| {
        let here = raws.iter().enumerate().filter(move |(_, raw)| raw.place == place);
        here.map(|(at, raw)| raw.pairs(&digits(first + at)))
    };
    members.extend(of(0));
    for (place, name) in PLACES.iter().enumerate().skip(1) {
        if matches!(*name, "address" | "user") {
            let pairs: Vec<_> = of(place).collect();
            members.push(format!("\"{name}\": {{{}}}", pairs.join(", ")));
        } else {
            let shown =
                r#""name": "乙", "content": "乙", "call_field_name": "address.tel", "is_enable": true"#;
            let items: Vec<_> = of(place).map(|pairs| format!("{{{shown}, {pairs}}}")).collect();
            members.push(format!("\"{name}\": [{}]", items.join(", ")));
        }
    }
    format!("{{{}}}", members.join(", "))
}

fn column_list() -> String {
    let paths = PLACES.iter().flat_map(|place| {
        let own = (!place.is_empty()).then(|| (*place).to_owned());
        own.into_iter().chain(NUMBERS.map(|name| [place, name].join(".").trim_start_matches('.').to_owned()))
    });
    let quoted: Vec<_> = paths.map(|path| format!("\"{path}\"")).collect();
    quoted.join(",")
}

/// Every text that a customer holds.
fn texts(customer: &Customer) -> Vec<String> {
    let mut texts = vec![customer.id_text().to_owned(), customer.name.clone()];
    texts.extend(customer.labels.iter().map(|label| label.content.clone()));
    for phone in &customer.phones {
        texts.extend([phone.label.clone(), phone.owner.clone(), phone.field.clone()]);
        texts.extend(phone.call_address());
    }
    for value in &customer.values {
        match value {
            Value::Text(text) | Value::Number(text) | Value::Hidden(text) => texts.push(text.clone()),
            Value::Names(names) => texts.extend(names.clone()),
            _ => {}
        }
    }
    texts
}

/// All that can be reached of a page, whether or not a person sees it.
fn surfaces(page: &CustomerPage, lang: Lang) -> Vec<String> {
    let (today, words, layout) = (Date::MIN, lang.words(), Layout::default());
    let dates = Dates { today, are_exact: false };
    let all = available_columns(&page.columns, &layout, &Default::default(), lang);
    let shown = columns(&page.columns, &ColumnChoice::All, &layout, &Default::default(), lang);
    // As it is before any row is read.
    let mut found = vec![format!("{page:?}")];
    for customer in page.customers.iter() {
        found.extend(texts(customer));
        found.push(format!("{customer:?}"));
        found.push(format!("{:?}", preview_view(customer, &all, dates, words)));
        for column in &all {
            let view = cell_view(customer, column, dates, words);
            found.push(format!("{view:?} {}", cell_text(&view, words)));
        }
        let copy = copied(&[row_texts(customer, &shown, today, words)]);
        found.extend([copy.text, copy.html]);
    }
    let file = FileColumns { shown: shown.to_vec(), group: shown.first().cloned() };
    for format in [Format::Csv, Format::Xlsx] {
        let mut lines = String::new();
        push_rows(&mut lines, page.customers.iter(), &file, format, today, words);
        found.push(lines);
    }
    found.push(format!("{page:?}"));
    found
}

/// Each customer's own answer, as it is read into the same columns, and the row that it fills.
fn own_answers(page: &CustomerPage, customers: &[String]) -> Vec<String> {
    let (lang, layout) = (Lang::Zh, Layout::default());
    let all = available_columns(&page.columns, &layout, &Default::default(), lang);
    let id = CustomerId::new("1").unwrap();
    let mut found = Vec::new();
    for (row, customer) in page.customers.iter().zip(customers) {
        for data in [customer.clone(), format!(r#"{{"customer": {customer}}}"#)] {
            let body = format!(r#"{{"code": 0, "data": {data}}}"#);
            let own = read_details(judge(200, None, &body).unwrap(), &id, &page.columns).unwrap();
            let (filled, _) = with_details(row, &all, &own, &page.columns);
            for customer in [own, filled] {
                found.extend(texts(&customer));
                found.push(format!("{customer:?}"));
                found.push(format!(
                    "{:?}",
                    preview_view(&customer, &all, Dates::exact(Date::MIN), lang.words())
                ));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn a_raw_number_is_never_decoded(
        made in prop::collection::vec(prop::collection::vec(raw(), 0..10), 1..4)
    ) {
        let mut serial = 0;
        let mut customers = Vec::new();
        for raws in &made {
            customers.push(customer(raws, serial));
            serial += raws.len();
        }
        let body = format!(
            r#"{{"code": 0, "data": {{"customers": [{}], "column_list": [{}]}}}}"#,
            customers.join(","), column_list()
        );
        let page = read_page(judge(200, None, &body).unwrap()).unwrap();
        prop_assert_eq!(page.customers.len(), made.len());
        for lang in [Lang::Zh, Lang::En] {
            for text in surfaces(&page, lang) {
                for secret in (0..serial).map(digits) {
                    prop_assert!(!text.contains(&secret), "{secret} in {text}");
                }
            }
        }
        for text in own_answers(&page, &customers) {
            for secret in (0..serial).map(digits) {
                prop_assert!(!text.contains(&secret), "{secret} in {text}");
            }
        }
        let all = available_columns(&page.columns, &Layout::default(), &Default::default(), Lang::Zh);
        let index = FindIndex::new(page.customers.iter().map(|customer| haystack(customer, &all)));
        for secret in (0..serial).map(digits) {
            prop_assert!(index.find(&secret, |_| None).is_empty(), "found by {secret}");
        }
    }
}

/// The test above would be worth nothing if no value of these places were read at all.
#[test]
fn what_stands_beside_a_raw_number_is_read() {
    let raws = [
        Raw { place: 0, name: 0, written: Written::Escaped, hidden: Some("\"1**\"") },
        Raw { place: 3, name: 2, written: Written::Text, hidden: None },
        Raw { place: 5, name: 0, written: Written::Number, hidden: Some("\"1**\"") },
    ];
    let body = format!(
        r#"{{"code": 0, "data": {{"customers": [{}], "column_list": [{}]}}}}"#,
        customer(&raws, 0),
        column_list()
    );
    let page = read_page(judge(200, None, &body).unwrap()).unwrap();
    let all = surfaces(&page, Lang::Zh).concat();
    assert!(all.contains("1**") && all.contains('乙'));
    assert_eq!(page.customers.get(kehu::model::AnswerIndex(0)).map(|it| it.phones.len()), Some(1));
}
