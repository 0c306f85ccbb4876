use crate::model::FollowUp;
use crate::query::parse_date;
use std::collections::HashSet;

/// How long ago one may have been written to be the one that is looked for, in minutes.
const MOST_MINUTES: i64 = 10;

/// The minute of a time as the endpoint writes it (`2026-11-30 10:00`), counted from the calendar's first.
pub fn minute_of(text: &str) -> Option<i64> {
    let (day, clock) = (text.get(..10)?, text.get(11..16)?);
    let (hour, minute) = clock.split_once(':')?;
    let (hour, minute) = (hour.parse::<i64>().ok()?, minute.parse::<i64>().ok()?);
    Some(i64::from(parse_date(day)?.to_julian_day()) * 1440 + hour * 60 + minute)
}

/// The follow-up with this text that I have written within the last minutes. Those that were known before it
/// was sent are other ones, though they say the same.
pub fn find<'a>(
    items: &'a [FollowUp],
    text: &str,
    me: &str,
    known: &HashSet<String>,
    now: i64,
) -> Option<&'a FollowUp> {
    items.iter().find(|item| {
        let written = minute_of(if item.written_at.is_empty() { &item.at } else { &item.written_at });
        is_same(&item.content, text)
            && item.user.as_deref() == Some(me)
            && written.is_some_and(|written| (written - now).abs() <= MOST_MINUTES)
            && !known.contains(&item.id)
    })
}

/// Whether two texts are one: what is sent may come back with other line ends, or without blanks around it.
fn is_same(one: &str, other: &str) -> bool {
    let lines = |text: &str| text.trim().replace("\r\n", "\n");
    lines(one) == lines(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(content: &str, user: &str, written_at: &str) -> FollowUp {
        FollowUp {
            id: "5".into(),
            content: content.into(),
            user: Some(user.into()),
            written_at: written_at.into(),
            ..FollowUp::default()
        }
    }

    #[test]
    fn only_my_own_text_of_these_minutes_is_it() {
        let now = minute_of("2026-11-26 10:00").unwrap();
        for (content, user, written_at, expected) in [
            ("没接", "701", "2026-11-26 10:00", true),
            (" 没接\r\n", "701", "2026-11-26 09:50", true),
            // The endpoint's clock may be ahead of this one.
            ("没接", "701", "2026-11-26 10:02", true),
            ("没接", "701", "2026-11-26 09:49", false),
            ("没接", "701", "2026-11-25 10:00", false),
            ("没接", "702", "2026-11-26 10:00", false),
            ("没接了", "701", "2026-11-26 10:00", false),
            ("没接", "701", "昨天", false),
        ] {
            let items = [item(content, user, written_at)];
            let found = find(&items, "没接", "701", &HashSet::new(), now);
            assert_eq!(found.is_some(), expected, "{content} {user} {written_at}");
        }
    }

    #[test]
    fn one_that_was_known_before_is_another_one() {
        let now = minute_of("2026-11-26 10:00").unwrap();
        let items = [item("没接", "701", "2026-11-26 09:58")];
        assert!(find(&items, "没接", "701", &HashSet::from(["5".to_owned()]), now).is_none());
    }

    #[test]
    fn midnight_is_no_edge() {
        let minutes = |one: &str, other: &str| minute_of(one).unwrap() - minute_of(other).unwrap();
        assert_eq!(minutes("2027-01-01 00:03", "2026-12-31 23:58"), 5);
        for none in ["", "2026-11-26", "2026-11-26 10", "上午十点"] {
            assert_eq!(minute_of(none), None, "{none}");
        }
    }
}
