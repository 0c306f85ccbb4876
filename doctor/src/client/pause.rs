//! How long a refusal for too many calls lasts.

use std::time::{Duration, SystemTime, UNIX_EPOCH};
use ureq::http::{HeaderMap, header};

/// Windows begin at multiples of this on the server's clock.
const WINDOW: u64 = 10;
/// Whatever a server asks for, it is tried again after a minute.
const LONGEST: u64 = 60;

/// `Retry-After` in seconds.
pub fn retry_after(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()
}

/// What `Retry-After` says, else until the server's next window begins, else a window; and a second
/// more, since clocks are read in whole seconds.
pub fn of(headers: &HeaderMap) -> Duration {
    let date = headers.get(header::DATE).and_then(|value| value.to_str().ok());
    let date = date.and_then(|text| httpdate::parse_http_date(text).ok());
    let seconds = retry_after(headers).or(date.map(until_next)).unwrap_or(WINDOW);
    Duration::from_secs(seconds.min(LONGEST) + 1)
}

fn until_next(now: SystemTime) -> u64 {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    WINDOW - now % WINDOW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_what_the_server_says() {
        let date = "Thu, 28 May 2026 20:26:47 GMT";
        for (retry_after, date, expected) in [
            (Some("10"), Some(date), 11),
            (Some("3600"), None, 61),
            (None, Some(date), 4),
            (Some("soon"), Some(date), 4),
            (None, None, 11),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(header::RETRY_AFTER, retry_after), (header::DATE, date)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(of(&headers).as_secs(), expected, "{retry_after:?} {date:?}");
        }
    }
}
