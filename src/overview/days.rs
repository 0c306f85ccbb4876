//! Rows by days: since the last follow-up, until the next one, until the pool.
use super::{Bar, Way};
use crate::i18n::{Words, fill};
use crate::model::{AnswerIndex, Customer, Value};
use crate::query::{Change, DateRange, DayPreset, Days, RangeField};
use crate::view_model::{ColumnView, day_that_is_meant};
use time::{Date, Duration};

/// The steps of days since the last follow-up, both ends counted.
const SINCE: [(i64, i64); 4] = [(0, 3), (4, 7), (8, 15), (16, 30)];
/// So many days ahead are shown.
const AHEAD: i64 = 7;
/// How near the pool is.
const TO_POOL: [i64; 2] = [3, 7];

type Rows<'a> = &'a [(AnswerIndex, &'a Customer)];

fn day(customer: &Customer, column: &ColumnView, today: Date) -> Option<Date> {
    customer.values.get(column.at).and_then(Value::as_text).and_then(|text| day_that_is_meant(text, today))
}

/// The change that asks for these days, counted from today; an absent end is open.
fn asks(field: RangeField, today: Date, from: Option<i64>, to: Option<i64>) -> Way {
    let at = |days: Option<i64>| days.and_then(|days| today.checked_add(Duration::days(days)));
    Way::Filter(Change::Days(field, DateRange::new(at(from), at(to)).map(Days::Fixed)))
}

/// How long ago the last follow-up was.
pub(super) fn since(rows: Rows<'_>, column: &ColumnView, today: Date, words: &Words) -> Vec<Bar> {
    let mut counts = [0; SINCE.len() + 1];
    let mut never = Vec::new();
    for (at, customer) in rows {
        // Nobody has followed up tomorrow.
        match day(customer, column, today).map(|day| (today - day).whole_days()).filter(|days| *days >= 0) {
            Some(days) => {
                counts[SINCE.iter().position(|(_, last)| days <= *last).unwrap_or(SINCE.len())] += 1;
            }
            None => never.push(*at),
        }
    }
    let field = RangeField::RealRevisit;
    let steps = SINCE.iter().zip(counts).map(|((first, last), count)| {
        let value = fill(words.overview_days, &[&first.to_string(), &last.to_string()]);
        Bar::new(value, count, asks(field, today, Some(-last), Some(-first)))
    });
    let longest = SINCE[SINCE.len() - 1].1;
    let value = fill(words.overview_more_days, &[&longest.to_string()]);
    let more = Bar::new(value, counts[SINCE.len()], asks(field, today, None, Some(-longest - 1)));
    let never = Bar::new(words.overview_never.to_owned(), never.len(), Way::Only(never));
    steps.chain([more, never]).collect()
}

/// What is overdue, and what is due on each of the next days.
pub(super) fn due(rows: Rows<'_>, column: &ColumnView, today: Date, words: &Words) -> Vec<Bar> {
    let mut counts = [0; AHEAD as usize];
    let mut overdue = 0;
    for (_, customer) in rows {
        match day(customer, column, today).map(|day| (day - today).whole_days()) {
            Some(..0) => overdue += 1,
            Some(days) if days < AHEAD => counts[days as usize] += 1,
            _ => {}
        }
    }
    let field = RangeField::RevisitRemind;
    let way = Way::Filter(Change::Days(field, Some(Days::Preset(DayPreset::Overdue))));
    let overdue = Bar::new(words.group_overdue.to_owned(), overdue, way);
    let days = (0..AHEAD).zip(counts).map(|(days, count)| {
        Bar::new(name_of(today, days, words), count, asks(field, today, Some(days), Some(days)))
    });
    std::iter::once(overdue).chain(days).collect()
}

/// Who goes to the pool soon; who goes in three days goes in seven too.
pub(super) fn to_pool(rows: Rows<'_>, column: &ColumnView, today: Date, words: &Words) -> Vec<Bar> {
    let within = |most: i64| {
        let goes = |customer: &Customer| {
            day(customer, column, today).is_some_and(|day| (day - today).whole_days() <= most)
        };
        let rows: Vec<AnswerIndex> =
            rows.iter().filter(|(_, customer)| goes(customer)).map(|(at, _)| *at).collect();
        let value = fill(words.overview_within, &[&most.to_string()]);
        Bar::new(value, rows.len(), Way::Only(rows))
    };
    TO_POOL.map(within).into()
}

fn name_of(today: Date, days: i64, words: &Words) -> String {
    match days {
        0 => words.today.to_owned(),
        1 => words.tomorrow.to_owned(),
        _ => {
            let day = today.saturating_add(Duration::days(days));
            let weekday = usize::from(day.weekday().number_days_from_monday());
            words.weekdays.split(' ').nth(weekday).unwrap_or_default().to_owned()
        }
    }
}
