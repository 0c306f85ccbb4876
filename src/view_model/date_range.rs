use crate::i18n::{Words, fill};
use crate::query::{DateRange, RangeField, write_date};
use time::{Date, Duration};

/// A range of days with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPreset {
    /// 今天, 近 7 天, 30 天没跟进, …
    pub name: String,
    /// The days it means today.
    pub range: DateRange,
}

/// The presets of a date. The week begins on Monday.
pub fn presets(field: RangeField, today: Date, words: &Words) -> Vec<DayPreset> {
    let day = |days: i64| today.saturating_add(Duration::days(days));
    let preset = |name: String, from: Option<Date>, to: Option<Date>| DayPreset {
        name,
        range: DateRange { from, to },
    };
    let since_monday = i64::from(today.weekday().number_days_from_monday());
    let month_start = today.replace_day(1).unwrap_or(today);
    let month_end =
        month_start.saturating_add(Duration::days(i64::from(today.month().length(today.year())) - 1));
    let mut list = vec![
        preset(words.today.to_owned(), Some(today), Some(today)),
        preset(words.this_week.to_owned(), Some(day(-since_monday)), Some(day(6 - since_monday))),
        preset(words.this_month.to_owned(), Some(month_start), Some(month_end)),
    ];
    if field == RangeField::RevisitRemind {
        list.insert(1, preset(words.tomorrow.to_owned(), Some(day(1)), Some(day(1))));
        for days in [7, 30] {
            list.push(preset(fill(words.next_days, &[&days.to_string()]), Some(today), Some(day(days - 1))));
        }
        list.push(preset(words.overdue.to_owned(), None, Some(day(-1))));
    }
    for days in [7, 30, 90] {
        list.push(preset(fill(words.last_days, &[&days.to_string()]), Some(day(1 - days)), Some(today)));
    }
    let untouched = match field {
        RangeField::Created => words.older_days,
        RangeField::Updated => words.untouched_days,
        RangeField::RealRevisit => words.not_followed_days,
        RangeField::RevisitRemind => return list,
    };
    for days in [7, 15, 30, 60] {
        list.push(preset(fill(untouched, &[&days.to_string()]), None, Some(day(-days))));
    }
    list
}

/// A range in plain words: a preset's name where it is one today, else its days.
pub fn describe_range(field: RangeField, range: DateRange, today: Date, words: &Words) -> String {
    if let Some(preset) = presets(field, today, words).into_iter().find(|preset| preset.range == range) {
        return preset.name;
    }
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => write_date(from),
        (Some(from), Some(to)) => fill(words.range, &[&write_date(from), &write_date(to)]),
        (Some(from), None) => fill(words.range_from, &[&write_date(from)]),
        (None, Some(to)) => fill(words.range_to, &[&write_date(to)]),
        (None, None) => words.all_values.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::query::parse_date;

    fn today() -> Date {
        parse_date("2026-11-23").unwrap() // a Monday
    }

    #[track_caller]
    fn check(field: RangeField, name: &str, from: Option<&str>, to: Option<&str>) {
        let list = presets(field, today(), Lang::Zh.words());
        let preset = list.iter().find(|preset| preset.name == name).unwrap();
        let shown = (preset.range.from.map(write_date), preset.range.to.map(write_date));
        assert_eq!((shown.0.as_deref(), shown.1.as_deref()), (from, to), "{name}");
    }

    #[test]
    fn presets_mean_these_days() {
        use RangeField::*;
        check(Created, "今天", Some("2026-11-23"), Some("2026-11-23"));
        check(Created, "本周", Some("2026-11-23"), Some("2026-11-29"));
        check(Created, "本月", Some("2026-11-01"), Some("2026-11-30"));
        check(Created, "近 7 天", Some("2026-11-17"), Some("2026-11-23"));
        check(Created, "近 90 天", Some("2026-08-26"), Some("2026-11-23"));
        check(Updated, "7 天没动过", None, Some("2026-11-16"));
        check(RealRevisit, "60 天没跟进", None, Some("2026-09-24"));
        check(RevisitRemind, "已过期", None, Some("2026-11-22"));
        check(RevisitRemind, "明天", Some("2026-11-24"), Some("2026-11-24"));
    }

    #[test]
    fn a_range_is_said_in_plain_words() {
        let range = |from: &str, to: &str| DateRange { from: parse_date(from), to: parse_date(to) };
        let say = |range| describe_range(RangeField::Created, range, today(), Lang::Zh.words());
        assert_eq!(say(range("2026-10-25", "2026-11-23")), "近 30 天");
        assert_eq!(say(range("2019-01-01", "2019-02-01")), "2019-01-01 至 2019-02-01");
        assert_eq!(say(range("2019-01-01", "2019-01-01")), "2019-01-01");
        assert_eq!(say(range("2019-01-01", "")), "2019-01-01 起");
        assert_eq!(say(range("", "2019-01-01")), "2019-01-01 止");
    }
}
