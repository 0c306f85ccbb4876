//! A refusal for too many calls is no answer but a wait: for how long, and how often.
use super::rate_limiter::{MAX_PAUSE, Millis, WINDOW};

/// So many refusals of one call are told as a fault.
const MOST: u32 = 3;

/// How long the endpoint wants no call, from the headers of its refusal. `parse` reads a day and time as HTTP
/// writes it. A date is compared with the endpoint's own clock where that is known, else with `now`.
///
/// Without `Retry-After` its windows are taken to begin at multiples of ten seconds of its clock.
pub fn pause(
    retry_after: Option<&str>,
    date: Option<&str>,
    now: Millis,
    parse: impl Fn(&str) -> Option<Millis>,
) -> Millis {
    let clock = date.and_then(&parse);
    let named = retry_after.map(str::trim).and_then(|text| {
        if !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit()) {
            // More digits than a number has are a mistake of the same kind as a year.
            return Some(text.parse::<Millis>().unwrap_or(Millis::MAX).saturating_mul(1000));
        }
        // A browser reads much as a date that is none: a negative number, a fraction.
        let is_date = text.starts_with(|sign: char| sign.is_ascii_alphabetic());
        let until = is_date.then(|| parse(text)).flatten()?;
        Some(until.saturating_sub(clock.unwrap_or(now)).max(0))
    });
    named.or_else(|| clock.map(|clock| WINDOW - clock.rem_euclid(WINDOW))).unwrap_or(WINDOW)
}

/// How often one call was refused, and since when.
#[derive(Clone, Copy, Debug, Default)]
pub struct Refusals(Option<(u32, Millis)>);

impl Refusals {
    /// Whether there was none yet.
    pub fn are_none(self) -> bool {
        self.0.is_none()
    }

    /// One more; tells whether it was the last that is waited for.
    pub fn add(&mut self, now: Millis) -> bool {
        let (count, first) = self.0.map_or((1, now), |(count, first)| (count + 1, first));
        self.0 = Some((count, first));
        count >= MOST || now - first >= MAX_PAUSE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = 1_795_000_003_000;

    /// The endpoint's clock is an hour behind in these.
    fn parse(text: &str) -> Option<Millis> {
        let seconds = text.strip_prefix("Day ")?.parse::<Millis>().ok()?;
        Some(NOW - 3_600_000 + seconds * 1000)
    }

    #[test]
    fn a_refusal_says_how_long_to_wait_in_many_ways() {
        for (retry_after, date, expected) in [
            (Some("3"), None, 3000),
            (Some(" 0 "), Some("Day 0"), 0),
            (Some("86400"), None, 86_400_000),
            (Some("99999999999999999999"), None, Millis::MAX),
            // A date: by the endpoint's clock, else by ours.
            (Some("Day 7"), Some("Day 2"), 5000),
            (Some("Day 3607"), None, 7000),
            (Some("Day 2"), Some("Day 7"), 0),
            // No word, or none that can be read: the end of the window by its clock, else a whole window.
            (None, Some("Day 0"), 7000),
            (None, Some("Day 7"), 10_000),
            (Some("soon"), Some("Day 6"), 1000),
            (Some("-5"), None, WINDOW),
            (Some("2.5"), None, WINDOW),
            (Some(""), Some("yesterday"), WINDOW),
            (None, None, WINDOW),
        ] {
            assert_eq!(pause(retry_after, date, NOW, parse), expected, "{retry_after:?} {date:?}");
        }
    }

    #[test]
    fn the_third_refusal_is_a_fault_and_so_is_one_after_a_minute() {
        let mut quick = Refusals::default();
        assert!(quick.are_none());
        assert_eq!([quick.add(NOW), quick.add(NOW + 10_000), quick.add(NOW + 20_000)], [false, false, true]);
        let mut slow = Refusals::default();
        assert_eq!([slow.add(NOW), slow.add(NOW + 60_000)], [false, true]);
        assert!(!slow.are_none());
    }
}
