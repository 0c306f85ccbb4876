//! How far a customer has cooled, from dates that stand in its row. Nothing is asked for it, and the
//! page says that it was computed here.
use super::china_time::{can_be_meant, day_of};
use super::{CellView, ColumnKind, ColumnView};
use crate::i18n::{RowWords, fill};
use crate::model::{Customer, Value};
use time::Date;

/// How much a number of days matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Not at all.
    Plain,
    /// No follow-up for 7 days.
    Week,
    /// No follow-up for 15 days.
    Fortnight,
    /// No follow-up for 30 days.
    Month,
    /// Less than 3 days until the customer goes to the pool.
    Soon,
}

impl Band {
    /// The class for style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "cell__days",
            Self::Week => "cell__days--week",
            Self::Fortnight => "cell__days--fortnight",
            Self::Month => "cell__days--month",
            Self::Soon => "cell__days--soon",
        }
    }
}

/// A cell of a computed column.
pub(super) fn days_view(
    customer: &Customer,
    column: &ColumnView,
    today: Date,
    words: &'static RowWords,
) -> CellView {
    let day = customer.values.get(column.at).and_then(Value::as_text).and_then(day_of);
    match day.filter(|day| can_be_meant(*day, today)) {
        Some(day) if column.kind == ColumnKind::DaysUntil => until(day, today, words),
        // Nobody has followed up tomorrow.
        Some(day) if day <= today => since(day, today, words),
        _ => CellView::Empty,
    }
}

fn since(day: Date, today: Date, words: &RowWords) -> CellView {
    let days = (today - day).whole_days();
    let band = match days {
        30.. => Band::Month,
        15.. => Band::Fortnight,
        7.. => Band::Week,
        _ => Band::Plain,
    };
    let text = if days == 0 { words.today.to_owned() } else { fill(words.days, &[&days.to_string()]) };
    CellView::Days { text, band }
}

fn until(day: Date, today: Date, words: &RowWords) -> CellView {
    let days = (day - today).whole_days();
    let text = match days {
        0 => words.today.to_owned(),
        1.. => fill(words.days, &[&days.to_string()]),
        _ => fill(words.days_over, &[&(-days).to_string()]),
    };
    CellView::Days { text, band: if days < 3 { Band::Soon } else { Band::Plain } }
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::ColumnId;
    use crate::query::parse_date;

    fn words() -> &'static RowWords {
        Lang::Zh.words()
    }

    #[track_caller]
    fn check(view: CellView, text: &str, band: Band) {
        assert_eq!(view, CellView::Days { text: text.into(), band });
    }

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn a_customer_cools_at_7_15_and_30_days() {
        let today = day("2026-03-31");
        for (since_day, text, band) in [
            ("2026-03-31", "今天", Band::Plain),
            ("2026-03-25", "6 天", Band::Plain),
            ("2026-03-24", "7 天", Band::Week),
            ("2026-03-16", "15 天", Band::Fortnight),
            ("2026-03-01", "30 天", Band::Month),
        ] {
            check(since(day(since_day), today, words()), text, band);
        }
    }

    #[test]
    fn under_three_days_before_the_pool_is_red() {
        let today = day("2026-02-27");
        for (pool_day, text, band) in [
            ("2026-03-02", "3 天", Band::Plain),
            ("2026-03-01", "2 天", Band::Soon),
            ("2026-02-27", "今天", Band::Soon),
            ("2026-02-20", "已过 7 天", Band::Soon),
        ] {
            check(until(day(pool_day), today, words()), text, band);
        }
    }

    /// What the computed column after a column of this name shows on 2026-11-26.
    fn computed(column: &str, value: &str) -> CellView {
        let columns =
            available_columns(&[ColumnId::new(column)], &Layout::default(), &Default::default(), Lang::Zh);
        let customer = Customer { values: vec![Value::Text(value.into())], ..Customer::default() };
        assert!(columns[1].is_computed());
        days_view(&customer, &columns[1], day("2026-11-26"), words())
    }

    #[test]
    fn what_is_no_day_that_can_be_meant_is_no_number_of_days() {
        for text in ["", "昨天下午三点", "not a date", "1970-01-01 08:00", "0001-01-01", "9999-12-31"] {
            assert_eq!(computed("real_revisit_at", text), CellView::Empty, "{text}");
            assert_eq!(computed("will_flow_time", text), CellView::Empty, "{text}");
        }
        // A follow-up that is still to come was none; the pool may well be ahead.
        assert_eq!(computed("real_revisit_at", "2026-11-27 09:00"), CellView::Empty);
        check(computed("will_flow_time", "2026-11-30 05:00"), "4 天", Band::Plain);
    }

    #[test]
    fn a_time_of_greenwich_is_counted_by_chinas_day() {
        check(computed("real_revisit_at", "2026-11-24T18:30:00Z"), "1 天", Band::Plain);
        check(computed("will_flow_time", "2026-11-26T18:30:00Z"), "1 天", Band::Soon);
        assert_eq!(computed("real_revisit_at", "2026-11-26T18:30:00Z"), CellView::Empty);
    }
}
