//! How many rows have each value of a column.
use super::{Bar, Way};
use crate::i18n::Words;
use crate::model::{AnswerIndex, Choice, Customer, Value};
use crate::query::Change;
use crate::view_model::{ColumnView, chip_view};
use std::collections::HashMap;

/// The bars of a column, the longest first, and last the rows that have nothing there. A row with several labels
/// is counted for each.
pub(super) fn bars(
    rows: &[(AnswerIndex, &Customer)],
    column: &ColumnView,
    words: &'static Words,
) -> Vec<Bar> {
    let choice = Choice::from_column(column.id.field());
    let mut counted: Vec<(String, Option<i64>, Vec<AnswerIndex>)> = Vec::new();
    let mut places: HashMap<(String, Option<i64>), usize> = HashMap::new();
    let mut none = Vec::new();
    for (at, customer) in rows {
        let mut texts = texts(customer, column);
        texts.sort_unstable();
        texts.dedup();
        if texts.is_empty() {
            none.push(*at);
        }
        // Two people may have the same name.
        let id = choice.and_then(|choice| customer.choices.get(choice));
        for text in texts {
            let place = *places.entry((text.clone(), id)).or_insert_with(|| {
                counted.push((text, id, Vec::new()));
                counted.len() - 1
            });
            counted[place].2.push(*at);
        }
    }
    counted.sort_by_key(|(_, _, rows)| std::cmp::Reverse(rows.len()));
    let mut bars: Vec<Bar> = counted
        .into_iter()
        .map(|(value, id, rows)| {
            let count = rows.len();
            let way = match choice.zip(id) {
                Some((choice, id)) => Way::Filter(Change::Choose(choice, Some(id))),
                None => Way::Only(rows),
            };
            Bar { value, count, way }
        })
        .collect();
    if !none.is_empty() {
        bars.push(Bar { value: words.group_nothing.to_owned(), count: none.len(), way: Way::Only(none) });
    }
    bars
}

fn texts(customer: &Customer, column: &ColumnView) -> Vec<String> {
    let value = customer.values.get(column.at).unwrap_or(&Value::Empty);
    let texts = match &*column.in_words(value) {
        Value::Labels => customer.labels.iter().map(|label| chip_view(label).text).collect(),
        Value::Names(names) => names.clone(),
        value => value.as_text().map(str::to_owned).into_iter().collect::<Vec<_>>(),
    };
    texts.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}
