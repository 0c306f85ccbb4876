//! How many rows have each value of a column.
use super::{Bar, Way};
use crate::i18n::Words;
use crate::model::{AnswerIndex, Choice, Customer, Value};
use crate::query::Change;
use crate::view_model::{ColumnView, chip_view};
use std::collections::HashMap;

/// A value, the choice that it is where the endpoint can be asked for it, and a label's group. Two people may
/// have the same name, and two labels.
type Counted = (String, Option<i64>, Option<i64>);

/// The bars of a column, the longest first, and last the rows that have nothing there. A row with several labels
/// is counted for each.
pub(super) fn bars(
    rows: &[(AnswerIndex, &Customer)],
    column: &ColumnView,
    words: &'static Words,
) -> Vec<Bar> {
    let choice = Choice::from_column(column.id.field());
    let mut counted: Vec<(Counted, Vec<AnswerIndex>)> = Vec::new();
    let mut places: HashMap<Counted, usize> = HashMap::new();
    let mut none = Vec::new();
    for (at, customer) in rows {
        let mut texts = texts(customer, column);
        texts.sort_unstable();
        texts.dedup();
        if texts.is_empty() {
            none.push(*at);
        }
        let id = choice.and_then(|choice| customer.choices.get(choice));
        for (text, group) in texts {
            let key = (text, id, group);
            let place = *places.entry(key.clone()).or_insert_with(|| {
                counted.push((key, Vec::new()));
                counted.len() - 1
            });
            counted[place].1.push(*at);
        }
    }
    let bar = |((value, id, group), rows): (Counted, Vec<AnswerIndex>)| {
        let count = rows.len();
        let way = match choice.zip(id) {
            Some((choice, id)) => Way::Filter(Change::Choose(choice, Some(id))),
            None => Way::Only(rows),
        };
        Bar { group, ..Bar::new(value, count, way) }
    };
    let mut bars: Vec<Bar> = counted.into_iter().map(bar).collect();
    if !none.is_empty() {
        let nothing = Bar::new(words.group_nothing.to_owned(), none.len(), Way::Only(none));
        bars.push(Bar { is_nothing: true, ..nothing });
    }
    sort(&mut bars);
    bars
}

/// The longest first, and last what is no value.
pub(super) fn sort(bars: &mut [Bar]) {
    bars.sort_by_key(|bar| (bar.is_nothing, std::cmp::Reverse(bar.count)));
}

fn texts(customer: &Customer, column: &ColumnView) -> Vec<(String, Option<i64>)> {
    let value = customer.values.get(column.at).unwrap_or(&Value::Empty);
    let texts: Vec<(String, Option<i64>)> = match &*column.in_words(value) {
        Value::Labels => customer.labels.iter().map(|label| (chip_view(label).text, label.group)).collect(),
        Value::Names(names) => names.iter().map(|name| (name.clone(), None)).collect(),
        value => value.as_text().map(|text| (text.to_owned(), None)).into_iter().collect(),
    };
    let trimmed = texts.into_iter().map(|(text, group)| (text.trim().to_owned(), group));
    trimmed.filter(|(text, _)| !text.is_empty()).collect()
}
