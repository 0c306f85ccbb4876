use crate::query::write_date;
use time::{Date, Duration, Weekday};

/// The days that are offered for the next follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextDay {
    /// Tomorrow.
    Tomorrow,
    /// In three days.
    InThreeDays,
    /// Monday of next week.
    NextMonday,
}

/// When people begin to be called.
const HOUR: &str = "10:00";

/// What is offered for the next follow-up on this day (China's), each as the browser's field writes it.
pub fn next_days(today: Date) -> [(NextDay, String); 3] {
    let to_monday = 7 - i64::from(today.weekday().number_days_from_monday());
    debug_assert_eq!(today.saturating_add(Duration::days(to_monday)).weekday(), Weekday::Monday);
    [(NextDay::Tomorrow, 1), (NextDay::InThreeDays, 3), (NextDay::NextMonday, to_monday)].map(
        |(name, days)| {
            let day = today.saturating_add(Duration::days(days));
            (name, format!("{}T{HOUR}", write_date(day)))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse_date;

    #[test]
    fn next_monday_is_always_to_come() {
        for (today, expected) in [
            ("2026-11-23", ["2026-11-24", "2026-11-26", "2026-11-30"]),
            ("2026-11-29", ["2026-11-30", "2026-12-02", "2026-11-30"]),
            ("2026-12-30", ["2026-12-31", "2027-01-02", "2027-01-04"]),
        ] {
            let days = next_days(parse_date(today).unwrap()).map(|(_, text)| text);
            assert_eq!(days, expected.map(|day| format!("{day}T10:00")), "{today}");
        }
    }
}
