mod address;
mod phone;
#[cfg(test)]
mod tests;

pub use self::phone::{PhoneState, PhoneView, phone_view};

use self::address::{is_mail, short_address, web_address};
use super::china_time::short_time;
use super::cooling::days_view;
use super::relative_day::relative;
use super::{Band, ChipView, ColumnKind, ColumnView, Dates, Tone, chip_view};
use crate::i18n::{RowWords, fill};
use crate::model::{Approval, Customer, Value, is_mask};

/// The column whose days can be overdue.
const NEXT_FOLLOW_UP: &str = "revisit_remind_at";

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellView {
    /// A cell that was never filled.
    Nothing,
    /// Nothing there; a quiet dash.
    Empty,
    /// Plain words, as they are given or put together here.
    Text(String),
    /// A number, set in figures of one width.
    Number(String),
    /// A value that the endpoint masks.
    Masked(String),
    /// A point in time: what is shown, and what exactly was given where that is more.
    Time {
        /// Seen from today, or down to the minute.
        text: String,
        /// As given, when it says more.
        exact: Option<String>,
        /// How much it matters.
        tone: Tone,
    },
    /// A number of days, worked out here.
    Days {
        /// "23 天".
        text: String,
        /// How much it matters.
        band: Band,
    },
    /// Leads out of the page.
    Link {
        /// What is shown.
        text: String,
        /// `http:`, `https:` or `mailto:`, nothing else.
        href: String,
        /// What stands behind the address, and is no part of it.
        rest: String,
    },
    /// The approval badge.
    Approval(Approval, String),
    /// Labels.
    Labels(Vec<ChipView>),
    /// Numbers.
    Phones(Vec<PhoneView>),
}

/// What stands in a customer's cell of a column.
pub fn cell_view(
    customer: &Customer,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> CellView {
    if column.is_computed() {
        return days_view(customer, column, dates.today, words);
    }
    let value = column.in_words(customer.values.get(column.at).unwrap_or(&Value::Empty));
    value_view(customer, &value, column, dates, words)
}

/// When it was that a cell tells of, as seen from today: "3 天前".
pub fn told_when(
    customer: &Customer,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> Option<String> {
    match customer.values.get(column.day_at?)? {
        Value::Text(text) => match time_view(text.trim(), false, dates, words) {
            CellView::Time { text, .. } => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// What is shown of a value of a customer's column, which is in words already.
pub(super) fn value_view(
    customer: &Customer,
    value: &Value,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> CellView {
    match value {
        Value::Empty => CellView::Empty,
        Value::Labels => CellView::Labels(customer.labels.iter().map(chip_view).collect()),
        Value::Phones(list) => {
            let phones = list.iter().filter_map(|at| customer.phones.get(*at));
            CellView::Phones(phones.map(|phone| phone_view(phone, words)).collect())
        }
        Value::Text(text) if column.kind == ColumnKind::Moment => {
            time_view(text.trim(), column.id.as_str() == NEXT_FOLLOW_UP, dates, words)
        }
        Value::Text(text) => text_view(text, column.kind, customer.approval),
        Value::Number(text) => CellView::Number(text.clone()),
        Value::Flag(flag) => CellView::Text(if *flag { words.yes } else { words.no }.to_owned()),
        Value::Hidden(text) if text.contains(is_mask) => CellView::Masked(text.clone()),
        Value::Hidden(text) => CellView::Text(text.clone()),
        Value::Names(names) => CellView::Text(names_text(names, words)),
    }
}

fn text_view(text: &str, kind: ColumnKind, approval: Approval) -> CellView {
    let text = text.trim();
    match kind {
        ColumnKind::Badge => CellView::Approval(approval, text.to_owned()),
        ColumnKind::Number if text.parse::<f64>().is_ok() => CellView::Number(text.to_owned()),
        ColumnKind::Email if is_mail(text) => {
            CellView::Link { text: text.to_owned(), href: format!("mailto:{text}"), rest: String::new() }
        }
        ColumnKind::Url | ColumnKind::Text | ColumnKind::Talk => match web_address(text) {
            Some((href, rest)) => CellView::Link {
                text: short_address(href).to_owned(),
                href: href.to_owned(),
                rest: rest.to_owned(),
            },
            None => CellView::Text(text.to_owned()),
        },
        _ => CellView::Text(text.to_owned()),
    }
}

/// A time, which is overdue (`can_be_due`) where it lies behind.
fn time_view(text: &str, can_be_due: bool, dates: Dates, words: &RowWords) -> CellView {
    let seen = if dates.are_exact { None } else { relative(text, can_be_due, dates.today, words) };
    let shown = seen.or_else(|| Some((short_time(text)?, Tone::Plain)));
    match shown {
        Some((shown, tone)) => CellView::Time { text: shown, exact: Some(text.to_owned()), tone },
        None => CellView::Time { text: text.to_owned(), exact: None, tone: Tone::Plain },
    }
}

fn names_text(names: &[String], words: &RowWords) -> String {
    match names {
        [] => String::new(),
        [first, .., _] if names.len() > 3 => fill(words.names_count, &[first, &names.len().to_string()]),
        _ => names.join(words.names_joint),
    }
}
