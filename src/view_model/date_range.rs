use crate::i18n::{Words, fill};
use crate::query::{DateRange, DayPreset, Days, RangeField, write_date};

/// A preset in plain words: 今天, 近 7 天, 30 天没跟进.
pub fn preset_name(field: RangeField, preset: DayPreset, words: &Words) -> String {
    let older = match field {
        RangeField::Created => words.older_days,
        RangeField::Updated => words.untouched_days,
        RangeField::RealRevisit => words.not_followed_days,
        RangeField::RevisitRemind => words.before_days,
    };
    let (text, days) = match preset {
        DayPreset::Due => (words.due, ""),
        DayPreset::Today => (words.today, ""),
        DayPreset::Overdue => (words.overdue, ""),
        DayPreset::Tomorrow => (words.tomorrow, ""),
        DayPreset::Yesterday => (words.yesterday, ""),
        DayPreset::ThisWeek => (words.this_week, ""),
        DayPreset::LastWeek => (words.last_week, ""),
        DayPreset::ThisMonth => (words.this_month, ""),
        DayPreset::LastMonth => (words.last_month, ""),
        DayPreset::Next7 => (words.next_days, "7"),
        DayPreset::Next30 => (words.next_days, "30"),
        DayPreset::Last7 => (words.last_days, "7"),
        DayPreset::Last30 => (words.last_days, "30"),
        DayPreset::Last90 => (words.last_days, "90"),
        DayPreset::Older7 => (older, "7"),
        DayPreset::Older15 => (older, "15"),
        DayPreset::Older30 => (older, "30"),
        DayPreset::Older60 => (older, "60"),
    };
    if days.is_empty() { text.to_owned() } else { fill(text, &[days]) }
}

/// Days in plain words: a preset by its name, others as they were picked. That those of today are
/// picked does not make them move, so they have no name.
pub fn describe_days(field: RangeField, days: Days, words: &Words) -> String {
    match days {
        Days::Preset(preset) => preset_name(field, preset, words),
        Days::Fixed(range) => range_text(range, words),
    }
}

/// From which day to which.
pub fn range_text(range: DateRange, words: &Words) -> String {
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

    #[test]
    fn a_preset_is_called_by_its_name_and_picked_days_by_their_days() {
        let say = |field, days| describe_days(field, days, Lang::Zh.words());
        for (field, preset, name) in [
            (RangeField::RevisitRemind, DayPreset::Due, "到今天为止"),
            (RangeField::RevisitRemind, DayPreset::Overdue, "已逾期"),
            (RangeField::Created, DayPreset::Last30, "近 30 天"),
            (RangeField::Updated, DayPreset::Older7, "7 天没动过"),
            (RangeField::RealRevisit, DayPreset::Older60, "60 天没跟进"),
        ] {
            assert_eq!(say(field, Days::Preset(preset)), name);
        }
        let range = |from: &str, to: &str| DateRange { from: parse_date(from), to: parse_date(to) };
        for (from, to, text) in [
            ("2019-01-01", "2019-02-01", "2019-01-01 至 2019-02-01"),
            ("2019-01-01", "2019-01-01", "2019-01-01"),
            ("2019-01-01", "", "2019-01-01 起"),
            ("", "2019-01-01", "2019-01-01 止"),
        ] {
            assert_eq!(say(RangeField::Created, range(from, to).into()), text);
        }
    }

    #[test]
    fn no_two_presets_of_a_date_have_one_name() {
        for words in [Lang::Zh.words(), Lang::En.words()] {
            for field in RangeField::ALL {
                let all = DayPreset::offered(field).iter().copied().flatten();
                let names: Vec<String> = all.map(|preset| preset_name(field, *preset, words)).collect();
                let distinct: std::collections::HashSet<&String> = names.iter().collect();
                assert_eq!(distinct.len(), names.len(), "{names:?}");
            }
        }
    }
}
