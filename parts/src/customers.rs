//! Made-up customers, one for each kind of text, read as an answer of the endpoint is.
use crate::contents::{HOSTILE, LONG_WORD, TEXTS};
use kehu::api::{judge, read_page};
use kehu::components::Rows;
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{AnswerIndex, Customer, CustomerPage};
use kehu::query::{ColumnChoice, Date, parse_date};
use kehu::state::ScrollPosition;
use kehu::view_model::{ColumnView, Dates, Grouping, available_columns, columns};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// The place of the customer of whom only the id is known, behind those with a text.
pub const EMPTY: usize = TEXTS.len();

/// What the list has columns for; those of no known name are a company's own.
const COLUMNS: [&str; 17] = [
    "name",
    "labels_mapped",
    "approve_status_i18n",
    "status_mapped",
    "address.phone",
    "address.tel",
    "lastest_revisit_log.content",
    "real_revisit_at",
    "revisit_remind_at",
    "will_flow_time",
    "user.name",
    "address.email",
    "address.url",
    "contacts",
    "note",
    LONG_WORD,
    HOSTILE,
];

/// An answer that rows can be shown of.
pub struct Answer(pub CustomerPage);

impl AsRef<CustomerPage> for Answer {
    fn as_ref(&self) -> &CustomerPage {
        &self.0
    }
}

/// The answer with all of them; none where it cannot be read, which a test would tell.
pub fn answer() -> CustomerPage {
    answer_after(0)
}

/// The same with ids after this one: what opens on a row is found by its customer's id.
pub fn answer_after(id: usize) -> CustomerPage {
    let texts = TEXTS.iter().enumerate().map(|(at, (_, text))| customer(id, at, text));
    let customers: Vec<Value> = texts.chain([json!({ "id": id + EMPTY + 1 })]).collect();
    read(&json!({ "code": 0, "data": { "customers": customers, "column_list": COLUMNS } }))
}

/// An answer without anybody.
pub fn nobody() -> CustomerPage {
    read(&json!({ "code": 0, "data": { "customers": [], "column_list": COLUMNS } }))
}

/// The customer with the text at this place of [`TEXTS`].
pub fn customer_at(at: usize) -> Option<Arc<Customer>> {
    answer().customers.get(AnswerIndex(at)).cloned().map(Arc::new)
}

/// All columns that can be shown.
pub fn all_columns(lang: Lang) -> Arc<[ColumnView]> {
    available_columns(&answer().columns, &Layout::default(), &Default::default(), lang).into()
}

/// The columns of a table that shows all that the list gives.
pub fn shown_columns(lang: Lang) -> Arc<[ColumnView]> {
    let all = ColumnChoice::All;
    columns(&answer().columns, &all, &Layout::default(), &Default::default(), lang).into()
}

/// The day on which the page looks at its customers, always the same.
pub fn today() -> Date {
    parse_date("2026-01-12").unwrap_or(Date::MIN)
}

/// How dates are written.
pub fn dates() -> Dates {
    Dates { today: today(), are_exact: false }
}

/// Rows of an answer: the first has changed, the second was opened.
pub fn rows(page: CustomerPage, groups: Option<Grouping>) -> Rows {
    Rows {
        stamp: 1,
        list_key: 1,
        scroll_position: ScrollPosition::default(),
        page: Arc::new(Answer(page)),
        only: None,
        groups: groups.map(Arc::new),
        dates: dates(),
        is_changed: Callback::new(|at| at == AnswerIndex(0)),
        is_opened: Callback::new(|at| at == AnswerIndex(1)),
    }
}

fn read(body: &Value) -> CustomerPage {
    judge(200, None, &body.to_string()).and_then(read_page).unwrap_or_default()
}

fn customer(id: usize, at: usize, text: &str) -> Value {
    let labels: Vec<_> = ["#ffcc00", "#2da8aa", "", "#7a3db8"]
        .iter()
        .enumerate()
        .map(|(label, color)| json!({ "id": label + 1, "content": text, "color": color }))
        .collect();
    let approval = [("approved", "已通过"), ("applying", "待审批"), ("rejected", "已驳回")][at % 3];
    json!({
        "id": id + at + 1,
        "name": text,
        "is_user_self": at.is_multiple_of(2),
        "approve_status": approval.0,
        "approve_status_i18n": approval.1,
        "status": at % 3 + 1,
        "status_mapped": text,
        "labels": labels,
        "phones_data": phones(text),
        "address": {
            "phone": "13812345678", "phone_hidden_result": "138****5678",
            "tel": "0982-7788933", "tel_hidden_result": "0982-7788933",
            "email": "someone@example.com",
            "url": "https://example.com/",
        },
        "contacts": [{ "name": text }, { "name": "王经理" }],
        "user": { "name": text },
        "lastest_revisit_log": { "content": text },
        "real_revisit_at": format!("2025-{:02}-05 10:20", at % 9 + 4),
        "revisit_remind_at": format!("2026-01-{:02} 09:30", 9 + at),
        "will_flow_time": format!("2026-01-{:02} 00:00", 12 + 3 * at),
        "note": text,
        LONG_WORD: text,
        HOSTILE: text,
    })
}

/// A masked number, one that can be called, one of a contact, one that may not be seen.
fn phones(text: &str) -> Value {
    json!([
        { "label": "手机", "call_field_name": "address.phone", "phone": "13812345678", "phone_hidden_result": "138****5678", "is_enable": true },
        { "label": "电话", "call_field_name": "address.tel", "phone": "0982-7788933", "phone_hidden_result": "0982-7788933", "is_enable": true },
        { "label": text, "call_field_name": "contact.phone", "entity_class": "Contact", "entity_name": text, "phone": "13900008933", "phone_hidden_result": "13900008933", "is_enable": false },
        { "label": text, "call_field_name": "contact.phone", "entity_class": "Contact", "entity_name": "王经理", "phone": "13900001111", "phone_hidden_result": "139****1111", "is_invisible": true, "is_enable": true },
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_made_up_answers_are_read() {
        assert_eq!(answer().customers.len(), EMPTY + 1);
        assert_eq!(answer().columns.len(), COLUMNS.len());
        assert_eq!(customer_at(3).map(|it| it.name.clone()).as_deref(), Some(HOSTILE));
        assert!(nobody().customers.is_empty() && today() > Date::MIN);
    }
}
