use super::fold::fold_into;
use crate::model::{Customer, Shown, Value, is_mask};
use crate::view_model::ColumnView;
use crate::view_model::china_time::short_time;

/// Stands between fields and in the place of a mask: no word reaches across it, since a folded text
/// holds no other.
pub(super) const FIELD_END: char = '\n';
/// Stands before each number. It is no digit, so what is typed cannot hold it.
pub(super) const START: char = '^';

/// Fewer digits are a house or a postcode, which nobody groups.
const NUMBER_DIGITS: usize = 7;

/// What a person can read of one customer, folded. It has no `Debug`: numbers are not printed by
/// accident.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Haystack {
    /// The fields, each ended by [`FIELD_END`].
    pub(super) text: String,
    /// The digits of each number in a row, as far as they are shown.
    pub(super) numbers: String,
}

/// Gathers what is shown of a customer in these columns, and nothing else: a hidden digit is not known here, and the
/// shown ones on the two sides of a mask are no neighbours.
pub fn haystack(customer: &Customer, columns: &[ColumnView]) -> Haystack {
    let mut hay = Haystack::default();
    hay.add_text(&customer.name);
    for column in columns.iter().filter(|column| !column.is_computed()) {
        let Some(value) = customer.values.get(column.at) else { continue };
        match &*column.in_words(value) {
            Value::Text(text) => match short_time(text.trim()) {
                Some(short) => hay.add_text(&short),
                None => hay.add_text(text),
            },
            Value::Number(text) => hay.add_text(text),
            Value::Hidden(text) => hay.add_hidden(text),
            Value::Names(names) => names.iter().for_each(|name| hay.add_text(name)),
            // Both are added below, once a customer.
            Value::Phones(_) | Value::Labels => {}
            Value::Empty | Value::Flag(_) => {}
        }
    }
    customer.labels.iter().for_each(|label| hay.add_text(&label.content));
    for phone in &customer.phones {
        hay.add_text(&phone.label);
        hay.add_text(&phone.owner);
        if let Shown::Number(number) = &phone.shown {
            let start = hay.add_masked(number);
            hay.add_number(start);
        }
    }
    hay
}

impl Haystack {
    /// What is shown in a few fields of text.
    pub fn of_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hay = Self::default();
        texts.into_iter().for_each(|text| hay.add_text(text));
        hay
    }

    fn add_text(&mut self, text: &str) {
        let start = self.text.len();
        fold_into(&mut self.text, text);
        self.text.push(FIELD_END);
        if is_grouped_number(&self.text[start..]) {
            self.add_number(start);
        }
    }

    fn add_hidden(&mut self, text: &str) {
        let start = self.add_masked(text);
        if is_grouped_number(&self.text[start..]) {
            self.add_number(start);
        }
    }

    /// Adds a text whose masks nothing may match; says where it begins.
    fn add_masked(&mut self, text: &str) -> usize {
        let start = self.text.len();
        for part in text.split(is_mask) {
            fold_into(&mut self.text, part);
            self.text.push(FIELD_END);
        }
        start
    }

    /// Adds the digits of the text from `start` on, with and without the country before them.
    fn add_number(&mut self, start: usize) {
        let text = &self.text[start..];
        add_digits(&mut self.numbers, text);
        if let Some(rest) = without_country(text) {
            add_digits(&mut self.numbers, rest);
        }
    }
}

fn add_digits(numbers: &mut String, text: &str) {
    numbers.push(START);
    for c in text.chars() {
        if c.is_ascii_digit() {
            numbers.push(c);
        } else if !is_grouping(c) {
            numbers.push(FIELD_END);
        }
    }
}

/// Whether a sign may stand between the digits of one number.
pub(super) fn is_grouping(c: char) -> bool {
    matches!(c, ' ' | '-' | '(' | ')' | '+')
}

/// What follows China's own number at the beginning; `None` where it does not stand there.
pub(super) fn without_country(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', '(']);
    text.strip_prefix("+86").or_else(|| text.strip_prefix("0086"))
}

/// A fax or a second number in a field of text: digits in groups, but no day.
fn is_grouped_number(text: &str) -> bool {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || is_grouping(c) || c == FIELD_END);
    is_number
        && text.contains(is_grouping)
        && text.bytes().filter(u8::is_ascii_digit).count() >= NUMBER_DIGITS
        && !is_day(text.trim())
}

/// `2026-11-03`: run together it would be found by a part of somebody's number.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-').map(str::len);
    parts.next() == Some(4) && parts.all(|len| len <= 2)
}
