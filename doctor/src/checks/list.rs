//! The list, with what its rows have of custom fields.

use super::at::{self, each, has, has_list, is_count, value};
use super::{Ask, Check, call, document, known, others};
use crate::client::Answer;
use crate::shape::is_code;
use serde_json::Value;

/// The calls of the list.
pub const CHECKS: [Check; 2] = [
    call("the list", "/api/v2/customers?page=1&per_page=20", &LIST),
    call("a long page of the list", "/api/v2/customers?page=1&per_page=500", &LONG),
];

const ROWS: &str = "data.customers";

const LIST: [Ask; 6] = [
    Ask {
        question: "is a total given?",
        readings: &[
            others("data.total_count", |it| is_count(it, "data.total_count")),
            others("data.total", |it| is_count(it, "data.total")),
            document("no, only has_next_page", |it| value(it, "data.has_next_page").is_some()),
        ],
    },
    Ask {
        question: "do rows have a key for each column of the document?",
        readings: &[
            known("no, some of those that its own example rows lack too", |it| is_row(it) && lacks_some(it)),
            known("yes, also for those that its own example rows lack", is_row),
        ],
    },
    Ask {
        question: "how does column_list name custom fields?",
        readings: &[
            others("some as customer.NAME", |it| any_column(it, |it| it.starts_with("customer."))),
            document("by their keys in rows", |it| any_column(it, |it| it.contains("_asset_"))),
            known("not at all", |it| has_list(it, "data.column_list")),
        ],
    },
    Ask {
        question: "how do rows give a chosen value?",
        readings: &[
            others("a code, with a _display beside it", |it| {
                any_field(it, |row, key, value| {
                    is_chosen(value) && row.contains_key(&format!("{key}_display"))
                })
            }),
            others("a code alone", |it| any_field(it, |_, _, value| is_chosen(value))),
            known("no code in any row", is_row),
        ],
    },
    Ask {
        question: "do custom numbers have a masked form beside them?",
        readings: &[
            document("yes, _hidden_result", |it| {
                any_field(it, |row, key, _| {
                    key.contains("_asset_") && row.contains_key(&format!("{key}_hidden_result"))
                })
            }),
            known("none seen", is_row),
        ],
    },
    Ask {
        question: "are all numbers of a row in phones_data?",
        readings: &[
            document("yes, or it is null", |it| each(it, ROWS, |row| has(row, &["phones_data"]))),
            known("some rows have none", is_row),
        ],
    },
];

const LONG: [Ask; 1] = [Ask {
    question: "how many rows may a page have?",
    readings: &[
        known("500 are taken", |it| per_page(it) == Some(500)),
        known("fewer are answered than were asked for", |it| per_page(it).is_some_and(|most| most < 500)),
    ],
}];

/// The first keys of the columns that neither of the document's own rows has.
const ABSENT: [&str; 21] = [
    "submit_applying_at",
    "finish_approve_at",
    "company_name",
    "parent",
    "source",
    "industry",
    "staff_size",
    "channel",
    "note",
    "sold_products",
    "revisit_at",
    "real_revisit_at",
    "real_revisit_at_in_word",
    "shop",
    "creator",
    "before_user",
    "owned_department",
    "before_owned_department",
    "assist_users",
    "customer_common_setting",
    "before_customer_common_setting",
];

fn is_row(answer: &Answer) -> bool {
    each(answer, ROWS, Value::is_object)
}

fn lacks_some(answer: &Answer) -> bool {
    ABSENT.iter().any(|key| each(answer, ROWS, |row| row.get(key).is_none()))
}

fn any_column(answer: &Answer, passes: impl Fn(&str) -> bool) -> bool {
    at::any(answer, "data.column_list", |column| column.as_str().is_some_and(&passes))
}

fn any_field(answer: &Answer, passes: fn(&serde_json::Map<String, Value>, &str, &Value) -> bool) -> bool {
    let row =
        |row: &Value| row.as_object().is_some_and(|row| row.iter().any(|(key, it)| passes(row, key, it)));
    at::any(answer, ROWS, row)
}

fn is_chosen(value: &Value) -> bool {
    match value {
        Value::String(text) => is_code(text),
        Value::Array(items) => items.iter().any(is_chosen),
        _ => false,
    }
}

fn per_page(answer: &Answer) -> Option<u64> {
    value(answer, "data.per_page")?.as_u64()
}
