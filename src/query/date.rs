use time::{Date, Month};

/// Days from one to another, both counted; an absent end is open.
///
/// The endpoint takes whole days only (不支持到时分秒的查询条件).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first day, or open.
    pub from: Option<Date>,
    /// The last day, or open.
    pub to: Option<Date>,
}

impl DateRange {
    /// A range in the right order, or `None` when both ends are open.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Option<Self> {
        match (from, to) {
            (None, None) => None,
            (Some(a), Some(b)) if a > b => Some(Self { from: Some(b), to: Some(a) }),
            _ => Some(Self { from, to }),
        }
    }
}

/// Reads `2019-01-01`; anything else, a time of day included, is no date.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    if ![year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Writes `2019-01-01`, as the endpoint and `<input type="date">` want it.
pub fn write_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_and_written_alike() {
        for text in ["2019-01-01", "2024-02-29", "0001-12-31"] {
            assert_eq!(parse_date(text).map(write_date).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2023-02-29",
            "2023-13-01",
            "2023-1",
            "2023-001-01",
            "2023-01-001",
            "02023-01-01",
            "2023-01-01 10:00",
            "+023-01-01",
            "昨天",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_the_wrong_way_round_is_turned() {
        let (a, b) = (parse_date("2019-01-01"), parse_date("2019-02-01"));
        assert_eq!(DateRange::new(b, a), DateRange::new(a, b));
        assert_eq!(DateRange::new(None, None), None);
    }
}
