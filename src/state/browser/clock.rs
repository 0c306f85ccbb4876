use crate::api::rate_limiter::Millis;
use crate::query::write_date;
use leptos::prelude::*;
use time::{Date, Duration, OffsetDateTime};

/// Today in China, as the page knows it: it turns soon after China's midnight, though not while nobody
/// looks at the page, and whatever it means is asked anew.
#[derive(Clone, Copy)]
pub struct Today(RwSignal<Date>);

impl Today {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(today()))
    }

    /// The day; who asks is told when it turns.
    pub fn get(self) -> Date {
        self.0.get()
    }

    /// Looks whether it has turned.
    pub(crate) fn update(self) {
        let now = today();
        self.0.maybe_update(|known| std::mem::replace(known, now) != now);
    }
}

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

/// The present second in Greenwich, as calendars write it: `20261126T073700Z`.
pub fn utc_stamp() -> String {
    let now = utc();
    let clock = [now.hour(), now.minute(), now.second()].map(|number| format!("{number:02}")).concat();
    format!("{}T{clock}Z", write_date(now.date()).replace('-', ""))
}

fn now() -> OffsetDateTime {
    utc().saturating_add(Duration::hours(8))
}

fn utc() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(now_ms() / 1000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// The present time.
pub fn now_ms() -> Millis {
    js_sys::Date::now() as Millis
}
