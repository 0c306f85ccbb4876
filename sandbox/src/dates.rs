//! Days and minutes in China time, which is the only time the endpoint knows.

use std::time::{SystemTime, UNIX_EPOCH};
use time::{Date, Month};

/// Julian day of 1970-01-01, the zero of [`Day`].
const EPOCH_JULIAN: i64 = 2_440_588;
const MINUTES_A_DAY: i64 = 24 * 60;

/// A calendar day in China, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// A minute on China's wall clock, counted from 1970-01-01 00:00; the finest time the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(pub i64);

impl Day {
    /// Today in China. A machine whose clock stands before 1970 gets 1970.
    pub fn today() -> Self {
        let utc = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self((utc as i64 + 8 * 3600).div_euclid(86_400))
    }

    /// Reads `YYYY-MM-DD` and nothing looser: the document allows no time of day.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return None;
        }
        let month = Month::try_from(text[5..7].parse::<u8>().ok()?).ok()?;
        let date = Date::from_calendar_date(text[..4].parse().ok()?, month, text[8..].parse().ok()?);
        Some(Self(i64::from(date.ok()?.to_julian_day()) - EPOCH_JULIAN))
    }

    /// The first minute of this day.
    pub fn start(self) -> Minute {
        Minute(self.0 * MINUTES_A_DAY)
    }

    /// The day after.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let julian = i32::try_from(self.0 + EPOCH_JULIAN).unwrap_or(i32::MAX);
        let date = Date::from_julian_day(julian).unwrap_or(Date::MAX);
        let (year, month, day) = date.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl Minute {
    /// The day this minute belongs to.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(MINUTES_A_DAY))
    }

    /// The minute in China of a time in milliseconds since 1970.
    pub fn of_ms(ms: u64) -> Self {
        Self(i64::try_from(ms / 60_000).unwrap_or(i64::MAX - 480) + 8 * 60)
    }

    /// Reads the list's own form, `2023-11-03 18:25`.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, clock) = text.split_once(' ')?;
        let (hour, minute) = clock.split_once(':')?;
        let (hour, minute) = (hour.parse::<i64>().ok()?, minute.parse::<i64>().ok()?);
        Some(Self(Day::parse(day)?.start().0 + hour * 60 + minute))
    }

    /// The form inside `address`: ISO with China's offset and Ruby's milliseconds.
    pub fn iso(self, second: u8) -> String {
        let rest = self.0.rem_euclid(MINUTES_A_DAY);
        format!("{}T{:02}:{:02}:{:02}.000+08:00", self.day(), rest / 60, rest % 60, second % 60)
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rest = self.0.rem_euclid(MINUTES_A_DAY);
        write!(f, "{} {:02}:{:02}", self.day(), rest / 60, rest % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(Day::parse("1970-01-02"), Some(Day(1)));
        assert_eq!(Day::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
        for wrong in ["2023-02-29", "2023-1-01", "2023-01-01 10:00", "昨天", "", "2023/01/01"] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_minute_survives_the_round_trip() {
        let minute = Minute::parse("2023-11-03 18:25").unwrap();
        assert_eq!(minute.to_string(), "2023-11-03 18:25");
        assert_eq!(minute.iso(41), "2023-11-03T18:25:41.000+08:00");
    }
}
