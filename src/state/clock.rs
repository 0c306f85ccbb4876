use time::{Date, Duration, OffsetDateTime};

/// Today in China, whose days the endpoint means.
pub fn today() -> Date {
    let seconds = (now_ms() / 1000.0) as i64;
    let utc = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    utc.saturating_add(Duration::hours(8)).date()
}

/// Milliseconds since 1970.
pub(super) fn now_ms() -> f64 {
    js_sys::Date::now()
}
