//! The queue of the page's own proxy, where a company's calls meet: what the page says to it of a call, and
//! what an answer tells of it.
use super::rate_limiter::{MAX_PAUSE, Millis, Priority};

/// The request header that says who waits for a call. Only the page's own origin is told: another one would
/// have to be asked first whether it takes the header.
pub const PRIORITY: &str = "X-Kehu-Priority";
/// The answer's header with the seconds that the call stood in the queue.
pub const WAITED: &str = "X-Kehu-Queue";

/// A priority as the queue reads it.
pub fn word(priority: Priority) -> &'static str {
    match priority {
        Priority::Asked => "asked",
        Priority::Likely => "likely",
        Priority::Background => "background",
    }
}

/// Whether calls to this address (`api_base` of the configuration) stay on the page's own origin.
pub fn is_own(base: &str, origin: &str) -> bool {
    let rest = base.strip_prefix(origin).unwrap_or(base);
    rest.is_empty() || rest.starts_with('/')
}

/// How long a call stood in the queue; `None` where the answer does not tell or cannot be believed, and then
/// there is no queue. Whole numbers only are read, since reading fractions is a large part of the program.
pub fn waited(header: Option<&str>) -> Option<Millis> {
    let (seconds, fraction) = header?.trim().split_once('.').unwrap_or((header?.trim(), "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    if !is_number(seconds) || !is_number(fraction) {
        return None;
    }
    let thousandths = fraction.bytes().chain(*b"000").take(3);
    let thousandths = thousandths.fold(0, |sum, digit| sum * 10 + Millis::from(digit - b'0'));
    let waited = seconds.parse::<Millis>().ok()?.checked_mul(1000)?.checked_add(thousandths)?;
    (waited <= MAX_PAUSE).then_some(waited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_a_plain_number_of_seconds_that_somebody_can_have_waited() {
        for (header, expected) in [
            (Some("0"), Some(0)),
            (Some(" 3 "), Some(3_000)),
            (Some("17.9994"), Some(17_999)),
            (Some("0.05"), Some(50)),
            (Some("1.2"), Some(1_200)),
            (Some("60.000"), Some(60_000)),
            // Nobody has waited so long, or for less than nothing.
            (Some("60.001"), None),
            (Some("86400"), None),
            (Some("99999999999999999999"), None),
            (Some("9223372036854775807"), None),
            (Some("-1"), None),
            (Some("-0.0"), None),
            // No number, or two: a second proxy has written beside the first.
            (None, None),
            (Some(""), None),
            (Some(" "), None),
            (Some("."), None),
            (Some("1."), None),
            (Some(".5"), None),
            (Some("1.2.3"), None),
            (Some("1,5"), None),
            (Some("0, 3"), None),
            (Some("+1"), None),
            (Some("1e1"), None),
            (Some("0x10"), None),
            (Some("NaN"), None),
            (Some("inf"), None),
            (Some("$kehu_waited"), None),
            (Some("一"), None),
            (Some("٣"), None),
        ] {
            assert_eq!(waited(header), expected, "{header:?}");
        }
    }

    #[test]
    fn only_the_pages_own_origin_is_told() {
        let origin = "https://kehu.example";
        for (base, expected) in [
            ("", true),
            ("/crm/kehu", true),
            ("https://kehu.example", true),
            ("https://kehu.example/crm", true),
            ("https://crm.example", false),
            ("https://kehu.example:8443", false),
            ("https://kehu.example.elsewhere.example", false),
            ("http://kehu.example", false),
        ] {
            assert_eq!(is_own(base, origin), expected, "{base}");
        }
    }

    #[test]
    fn the_words_are_those_that_the_shipped_queue_knows() {
        let shipped = include_str!("../../deploy/nginx/conf.d/kehu.conf");
        for priority in [Priority::Likely, Priority::Background] {
            let word = word(priority);
            assert!(shipped.contains(&format!("\n    {word} ")), "{word}");
        }
        assert!(shipped.contains("default     asked;"));
        assert!(shipped.contains(&format!("$http_{}", PRIORITY.to_lowercase().replace('-', "_"))));
    }
}
