use crate::query::write_date;
use time::{Date, Duration, OffsetDateTime};

/// Today in China, whose days the endpoint means.
pub fn today() -> Date {
    now().date()
}

/// The present minute in China: `2026-11-20 15:30`.
pub fn moment() -> String {
    let now = now();
    let two = |number: u8| if number < 10 { format!("0{number}") } else { number.to_string() };
    format!("{} {}:{}", write_date(now.date()), two(now.hour()), two(now.minute()))
}

fn now() -> OffsetDateTime {
    let seconds = (now_ms() / 1000.0) as i64;
    let utc = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    utc.saturating_add(Duration::hours(8))
}

/// Milliseconds since 1970.
pub(super) fn now_ms() -> f64 {
    js_sys::Date::now()
}
