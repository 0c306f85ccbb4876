//! Times as answers: 今天 15:37, 周五, 3 天前, 逾期 6 天.
use super::china_time::{can_be_meant, short_time};
use crate::i18n::{RowWords, fill};
use crate::query::parse_date;
use time::Date;

/// How dates are written, and on which day they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// China's today.
    pub today: Date,
    /// As given, or seen from today.
    pub are_exact: bool,
}

impl Dates {
    /// As given: for copies, files and paper.
    pub fn exact(today: Date) -> Self {
        Self { today, are_exact: true }
    }
}

/// How much a day matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Not more than others.
    Plain,
    /// A follow-up that was due before today.
    Overdue,
    /// A follow-up that is due today.
    Today,
}

impl Tone {
    /// The class for style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "cell__time",
            Self::Overdue => "cell__time--overdue",
            Self::Today => "cell__time--today",
        }
    }
}

/// So many days before and after today a day of another year is told by month and day too.
const HALF_YEAR: i64 = 180;

/// A time as it is seen from today; `None` for what is no time that can be meant. A follow-up (`is_due`) that
/// lies behind is overdue.
pub(super) fn relative(text: &str, is_due: bool, today: Date, words: &RowWords) -> Option<(String, Tone)> {
    let short = short_time(text);
    let whole = short.as_deref().unwrap_or(text);
    let (date, rest) = whole.split_at_checked(10)?;
    let day = parse_date(date).filter(|day| can_be_meant(*day, today))?;
    let clock = rest.strip_prefix([' ', 'T']).unwrap_or(rest);
    if !(clock.is_empty() || is_clock(clock)) {
        return None;
    }
    let at = |day: &str| if clock.is_empty() { day.to_owned() } else { [day, " ", clock].concat() };
    let days = (day - today).whole_days();
    let tone = match days {
        ..0 if is_due => Tone::Overdue,
        0 if is_due => Tone::Today,
        _ => Tone::Plain,
    };
    let text = match days {
        ..0 if is_due => fill(words.days_overdue, &[&(-days).to_string()]),
        0 => at(words.today),
        1 => at(words.tomorrow),
        -1 => at(words.yesterday),
        2..=6 => {
            let weekday = usize::from(day.weekday().number_days_from_monday());
            words.weekdays.split(' ').nth(weekday)?.to_owned()
        }
        -6..=-2 => fill(words.days_ago, &[&(-days).to_string()]),
        _ if day.year() == today.year() || days.abs() <= HALF_YEAR => date.get(5..)?.to_owned(),
        _ => date.get(..7)?.to_owned(),
    };
    Some((text, tone))
}

/// `15:37`.
fn is_clock(text: &str) -> bool {
    let is_digit = |(at, byte): (usize, u8)| if at == 2 { byte == b':' } else { byte.is_ascii_digit() };
    text.len() == 5 && text.bytes().enumerate().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[track_caller]
    fn check(text: &str, is_due: bool, expected: &str, tone: Tone) {
        let today = parse_date("2026-11-26").unwrap();
        let found = relative(text, is_due, today, Lang::Zh.row_words());
        assert_eq!(found, Some((expected.to_owned(), tone)), "{text}");
    }

    #[test]
    fn a_time_is_seen_from_chinas_today() {
        for (text, expected) in [
            ("2026-11-26 15:37", "今天 15:37"),
            ("2026-11-26", "今天"),
            ("2026-11-27 09:30", "明天 09:30"),
            ("2026-11-25 00:00", "昨天 00:00"),
            // A Saturday, and the last of the six days.
            ("2026-11-28 10:00", "周六"),
            ("2026-12-02 10:00", "周三"),
            ("2026-12-03 10:00", "12-03"),
            ("2026-11-24 10:00", "2 天前"),
            ("2026-11-20 10:00", "6 天前"),
            ("2026-11-19 10:00", "11-19"),
            ("2026-01-02", "01-02"),
            // Over the new year, and too far from it.
            ("2027-01-08 10:00", "01-08"),
            ("2025-12-31", "2025-12"),
            ("2024-04-05T10:00:00+08:00", "2024-04"),
            // It is the next day in China already.
            ("2026-11-25T16:30:00Z", "今天 00:30"),
            ("2026-11-26T09:05:41.000+08:00", "今天 09:05"),
        ] {
            check(text, false, expected, Tone::Plain);
        }
    }

    #[test]
    fn a_follow_up_is_overdue_from_the_next_day_on() {
        check("2026-11-20 10:00", true, "逾期 6 天", Tone::Overdue);
        check("2026-11-25 23:59", true, "逾期 1 天", Tone::Overdue);
        // Its hour is over, its day is not.
        check("2026-11-26 00:01", true, "今天 00:01", Tone::Today);
        check("2026-11-27 09:30", true, "明天 09:30", Tone::Plain);
    }

    #[test]
    fn what_is_no_time_that_can_be_meant_stays_as_it_is() {
        let today = parse_date("2026-11-26").unwrap();
        for text in
            ["", "改天", "2026-11-26 下午", "2026-11-26 9:00", "2026-13-01", "1970-01-01 08:00", "9999-12-31"]
        {
            assert_eq!(relative(text, true, today, Lang::Zh.row_words()), None, "{text}");
        }
    }

    #[test]
    fn every_weekday_has_a_name() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(lang.row_words().weekdays.split(' ').count(), 7);
        }
    }
}
