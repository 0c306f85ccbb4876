//! The times that the endpoint writes, as China's days.
use crate::query::{parse_date, write_date};
use time::{Date, Duration, Month, PrimitiveDateTime, Time};

/// The day in China of a time as the endpoint writes it: `2023-11-03 18:25` is China's already,
/// `2023-11-03T18:30:00Z` is the next day there.
pub(super) fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    match with_offset(text) {
        Some(time) => Some(time.date()),
        None => parse_date(text.get(..10)?),
    }
}

/// The day in China of a time, where it is one that can be meant.
pub fn day_that_is_meant(text: &str, today: Date) -> Option<Date> {
    day_of(text).filter(|day| can_be_meant(*day, today))
}

/// Whether a day can be meant: 1990 to ten years from now. What lies beyond is a program's way of
/// saying "never", and nobody counts days to it.
pub(super) fn can_be_meant(day: Date, today: Date) -> bool {
    let first = Date::from_calendar_date(1990, Month::January, 1).unwrap_or(Date::MIN);
    let last = today.saturating_add(Duration::days(3653));
    (first..=last).contains(&day)
}

/// `2023-11-03T18:30:00Z` becomes `2023-11-04 02:30`; a time that is short already, or none, stays `None`.
pub(super) fn short_time(text: &str) -> Option<String> {
    let looks_like_time = text.is_ascii()
        && text.len() > 16
        && matches!(text.as_bytes()[10], b'T' | b' ')
        && text.as_bytes()[13] == b':'
        && text.as_bytes()[..10].iter().all(|byte| byte.is_ascii_digit() || *byte == b'-');
    if !looks_like_time {
        return None;
    }
    let two = |number: u8| if number < 10 { format!("0{number}") } else { number.to_string() };
    Some(match with_offset(text) {
        Some(time) => format!("{} {}:{}", write_date(time.date()), two(time.hour()), two(time.minute())),
        None => format!("{} {}", &text[..10], &text[11..16]),
    })
}

/// A time with an offset, as China's clocks show it; `None` for any other text.
fn with_offset(text: &str) -> Option<PrimitiveDateTime> {
    let (day, rest) = (parse_date(text.get(..10)?)?, text.get(10..)?);
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let end = clock.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(end);
    let mut parts = clock.split([':', '.']).map(str::parse::<u8>);
    let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let time = Time::from_hms(hour, minute, 0).ok()?;
    let ahead = Duration::hours(8).checked_sub(offset(zone.trim())?)?;
    PrimitiveDateTime::new(day, time).checked_add(ahead)
}

/// `Z`, `UTC`, `+08:00`, `+0800`, `-05`: how far a clock is ahead of Greenwich.
fn offset(zone: &str) -> Option<Duration> {
    if ["Z", "UTC", "GMT"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(Duration::ZERO);
    }
    let (sign, digits) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits = digits.replacen(':', "", 1);
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |part: Option<&str>| part.unwrap_or("0").parse::<i64>().ok();
    let minutes = number(digits.get(..2))? * 60 + number(digits.get(2..4))?;
    (minutes <= 14 * 60).then(|| Duration::minutes(sign * minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn a_time_with_an_offset_is_chinas_before_its_day_is_taken() {
        for (text, expected) in [
            ("2023-11-03 18:25", "2023-11-03"),
            ("2023-11-03", "2023-11-03"),
            (" 2023-11-03T18:25:41.000+08:00", "2023-11-03"),
            ("2023-11-03T18:30:00Z", "2023-11-04"),
            ("2023-11-03T15:59:59.999Z", "2023-11-03"),
            ("2023-11-03 16:00:00 UTC", "2023-11-04"),
            ("2023-11-03 23:59 +0800", "2023-11-03"),
            ("2023-11-03T00:30:00+09:30", "2023-11-02"),
            ("2023-12-31T11:00:00-05:00", "2024-01-01"),
            ("2023-11-03T11:00:00-05", "2023-11-04"),
            // No offset that anybody knows: the day as it stands.
            ("2023-11-03T18:30:00+99:00", "2023-11-03"),
            ("2023-11-03T18:30:00 CST", "2023-11-03"),
            ("2023-11-03T99:30:00Z", "2023-11-03"),
            ("2023-11-03 下午", "2023-11-03"),
        ] {
            assert_eq!(day_of(text), Some(day(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_has_no_day() {
        for text in ["", "昨天下午三点", "2026-13-01 10:00", "not a date", "9999-12-31T23:00:00Zé"] {
            assert!(day_of(text).is_none_or(|day| day.year() == 9999), "{text}");
        }
    }

    #[test]
    fn only_days_of_a_working_life_can_be_meant() {
        let today = day("2026-11-26");
        for (text, expected) in [
            ("0001-01-01", false),
            ("1970-01-01", false),
            ("1989-12-31", false),
            ("1990-01-01", true),
            ("2026-11-26", true),
            ("2036-11-20", true),
            ("2038-01-19", false),
            ("9999-12-31", false),
        ] {
            assert_eq!(can_be_meant(day(text), today), expected, "{text}");
        }
        assert!(can_be_meant(day("2026-11-26"), Date::MAX) && !can_be_meant(Date::MAX, Date::MIN));
    }

    #[test]
    fn a_short_time_is_chinas() {
        for (text, short) in [
            ("2023-11-03T18:25:41.000+08:00", Some("2023-11-03 18:25")),
            ("2023-11-03T18:30:00Z", Some("2023-11-04 02:30")),
            ("2023-11-03 18:25:41", Some("2023-11-03 18:25")),
            ("2023-11-03 18:25", None),
            ("2023-11-03", None),
            ("昨天下午三点多一点点吧大概", None),
        ] {
            assert_eq!(short_time(text).as_deref(), short, "{text}");
        }
    }
}
