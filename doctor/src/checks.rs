//! What is asked, and the readings of each answer.

mod at;
mod list;
mod neighbours;
mod records;

use crate::client::Answer;
use serde_json::Value;

/// Who reads an answer so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The endpoint's own document.
    Document,
    /// Other public pages, client code, or our own guess.
    Others,
    /// Both, or neither: it is only good to know.
    Known,
}

/// One way to read an answer.
#[derive(Clone, Copy)]
pub struct Reading {
    /// Who reads it so.
    pub source: Source,
    /// The way, in words.
    pub says: &'static str,
    /// Whether the answer fits.
    pub fits: fn(&Answer) -> bool,
}

/// Something that nobody is sure of.
#[derive(Clone, Copy)]
pub struct Ask {
    /// The question.
    pub question: &'static str,
    /// Its readings; the first that fits is told.
    pub readings: &'static [Reading],
}

/// One call.
#[derive(Clone, Copy)]
pub struct Check {
    /// What it is about.
    pub about: &'static str,
    /// The path as it is told, `{…}` standing for what is not.
    pub path: &'static str,
    /// Made with a token that nobody has.
    pub as_stranger: bool,
    /// What it is to settle.
    pub asks: &'static [Ask],
}

/// What earlier answers have taught.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Id of a customer.
    pub customer: Option<String>,
    /// That customer has no owner, so it has paths of its own.
    pub is_common: bool,
    /// The day up to which follow-ups are asked for.
    pub today: String,
}

impl Known {
    /// The path as it is asked; `None` where nothing is known to put into it.
    pub fn fill(&self, path: &str) -> Option<String> {
        if !path.contains("{id}") {
            return Some(path.replace("{today}", &self.today));
        }
        let kind = if self.is_common { "/common_customers/" } else { "/customers/" };
        let path = path.replace("{today}", &self.today).replace("/customers/", kind);
        Some(path.replace("{id}", self.customer.as_ref()?))
    }

    /// Takes a customer out of a page of the list: if there is one, one with an owner that somebody
    /// has followed up.
    pub fn learn(&mut self, answer: &Answer) {
        let rows = at::list(answer, "data.customers").map_or(&[][..], Vec::as_slice);
        let has_owner = |row: &&Value| !at::is_nothing(row.get("user_id"));
        let is_followed_up = |row: &&Value| {
            ["lastest_revisit_log", "last_revist_log_content"].iter().any(|key| !at::is_nothing(row.get(key)))
        };
        let best = rows.iter().find(|row| has_owner(row) && is_followed_up(row));
        let Some(row) = best.or(rows.iter().find(has_owner)).or(rows.first()) else { return };
        self.customer = match &row["id"] {
            Value::Number(id) => Some(id.to_string()),
            Value::String(id) if id.bytes().all(|byte| byte.is_ascii_digit()) => Some(id.clone()),
            _ => None,
        };
        self.is_common = !has_owner(&row);
    }
}

/// All calls in their order. The first is the list, which the others learn a customer from.
pub fn all() -> Vec<Check> {
    [list::CHECKS.as_slice(), &neighbours::CHECKS, &records::CHECKS].concat()
}

const fn document(says: &'static str, fits: fn(&Answer) -> bool) -> Reading {
    Reading { source: Source::Document, says, fits }
}

const fn others(says: &'static str, fits: fn(&Answer) -> bool) -> Reading {
    Reading { source: Source::Others, says, fits }
}

const fn known(says: &'static str, fits: fn(&Answer) -> bool) -> Reading {
    Reading { source: Source::Known, says, fits }
}

const fn call(about: &'static str, path: &'static str, asks: &'static [Ask]) -> Check {
    Check { about, path, as_stranger: false, asks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_is_learned_and_asked_for_where_it_is() {
        let answer = |rows: Value| Answer {
            status: 200,
            content_type: String::new(),
            json: Some(serde_json::json!({ "data": { "customers": rows } })),
            bytes: 0,
        };
        let path = "/api/v2/customers/{id}/contacts";
        let mut known = Known { today: "2026-11-26".into(), ..Known::default() };
        assert_eq!(known.fill(path), None);
        assert_eq!(known.fill("/x?end_date={today}").as_deref(), Some("/x?end_date=2026-11-26"));
        let owned = serde_json::json!({ "id": "8", "user_id": 3 });
        let common = serde_json::json!({ "id": 7, "user_id": null, "last_revist_log_content": "x" });
        let followed_up = serde_json::json!({ "id": 9, "user_id": 3, "last_revist_log_content": "x" });
        known.learn(&answer(serde_json::json!([common, owned])));
        assert_eq!(known.fill(path).as_deref(), Some("/api/v2/customers/8/contacts"));
        known.learn(&answer(serde_json::json!([common, owned, followed_up])));
        assert_eq!(known.fill(path).as_deref(), Some("/api/v2/customers/9/contacts"));
        known.learn(&answer(serde_json::json!([common])));
        assert_eq!(known.fill(path).as_deref(), Some("/api/v2/common_customers/7/contacts"));
        known.learn(&answer(serde_json::json!([])));
        assert!(known.customer.is_some());
    }
}
