use super::{DateRange, RangeField};
use time::{Date, Duration, Month};

/// The days for which a date is asked: as they were picked, or by a name that means others tomorrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Days {
    /// Picked by hand: these, for ever.
    Fixed(DateRange),
    /// By name: whatever the name means on the day of the call.
    Preset(DayPreset),
}

impl Days {
    /// The days that are meant today.
    pub fn on(self, today: Date) -> DateRange {
        match self {
            Self::Fixed(range) => range,
            Self::Preset(preset) => preset.on(today),
        }
    }
}

impl From<DateRange> for Days {
    fn from(range: DateRange) -> Self {
        Self::Fixed(range)
    }
}

/// Days with a name: 今天, 近 7 天, 30 天没跟进. The fragment, saved views and `views.json` keep the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The table says what each means.
pub enum DayPreset {
    Due,
    Today,
    Overdue,
    Tomorrow,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    Next7,
    Next30,
    Last7,
    Last30,
    Last90,
    Older7,
    Older15,
    Older30,
    Older60,
}

/// One end of a preset, seen from today.
#[derive(Clone, Copy)]
enum Edge {
    /// There is no end.
    Open,
    /// So many days from today.
    Day(i64),
    /// So many days from this week's Monday.
    Week(i64),
    /// The first day of the month so many months from this one.
    MonthStart(i32),
    /// The last day of that month.
    MonthEnd(i32),
}

use DayPreset::*;
use Edge::*;

/// Every preset: its name in the fragment, its first and its last day.
const TABLE: [(DayPreset, &str, Edge, Edge); 18] = [
    (Due, "due", Open, Day(0)),
    (Today, "today", Day(0), Day(0)),
    (Overdue, "overdue", Open, Day(-1)),
    (Tomorrow, "tomorrow", Day(1), Day(1)),
    (Yesterday, "yesterday", Day(-1), Day(-1)),
    (ThisWeek, "this_week", Week(0), Week(6)),
    (LastWeek, "last_week", Week(-7), Week(-1)),
    (ThisMonth, "this_month", MonthStart(0), MonthEnd(0)),
    (LastMonth, "last_month", MonthStart(-1), MonthEnd(-1)),
    (Next7, "next_7", Day(0), Day(6)),
    (Next30, "next_30", Day(0), Day(29)),
    (Last7, "last_7", Day(-6), Day(0)),
    (Last30, "last_30", Day(-29), Day(0)),
    (Last90, "last_90", Day(-89), Day(0)),
    (Older7, "older_7", Open, Day(-7)),
    (Older15, "older_15", Open, Day(-15)),
    (Older30, "older_30", Open, Day(-30)),
    (Older60, "older_60", Open, Day(-60)),
];

impl DayPreset {
    /// What the fragment calls it.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// The preset of a name; `None` for any other text.
    pub fn from_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The days that it means today. The week begins on Monday.
    pub fn on(self, today: Date) -> DateRange {
        let (_, _, from, to) = self.row();
        DateRange { from: from.on(today), to: to.on(today) }
    }

    /// The presets that are offered for a date, in groups.
    pub fn offered(field: RangeField) -> &'static [&'static [Self]] {
        const NEAR: &[DayPreset] = &[Today, Yesterday, ThisWeek, LastWeek, ThisMonth, LastMonth];
        const LAST: &[DayPreset] = &[Last7, Last30, Last90];
        const OLDER: &[DayPreset] = &[Older7, Older15, Older30, Older60];
        match field {
            RangeField::RevisitRemind => {
                &[&[Due, Today, Overdue, Tomorrow, ThisWeek, Next7], &[ThisMonth, Next30]]
            }
            _ => &[NEAR, LAST, OLDER],
        }
    }

    fn row(self) -> (Self, &'static str, Edge, Edge) {
        TABLE[self as usize]
    }
}

impl Edge {
    fn on(self, today: Date) -> Option<Date> {
        let month = |months: i32| {
            let at = today.year() * 12 + i32::from(u8::from(today.month())) - 1 + months;
            let month = Month::try_from(u8::try_from(at.rem_euclid(12)).ok()? + 1).ok()?;
            Date::from_calendar_date(at.div_euclid(12), month, 1).ok()
        };
        match self {
            Self::Open => None,
            Self::Day(days) => today.checked_add(Duration::days(days)),
            Self::Week(days) => {
                let since_monday = i64::from(today.weekday().number_days_from_monday());
                today.checked_add(Duration::days(days - since_monday))
            }
            Self::MonthStart(months) => month(months),
            Self::MonthEnd(months) => month(months + 1)?.previous_day(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{parse_date, write_date};
    use super::*;

    #[test]
    fn every_preset_has_its_row_and_its_name() {
        for (at, (preset, name, ..)) in TABLE.iter().enumerate() {
            assert_eq!((*preset as usize, preset.as_str()), (at, *name));
            assert_eq!(DayPreset::from_name(name), Some(*preset));
            // A name is never a day, nor a day a name.
            assert_eq!(parse_date(name), None);
        }
        for junk in ["", "Today", "last_8", "last", "today ", "2026-11-23"] {
            assert_eq!(DayPreset::from_name(junk), None, "{junk}");
        }
    }

    #[track_caller]
    fn check(today: &str, preset: DayPreset, from: &str, to: &str) {
        let range = preset.on(parse_date(today).unwrap());
        let text = |day: Option<Date>| day.map(write_date).unwrap_or_default();
        assert_eq!((text(range.from).as_str(), text(range.to).as_str()), (from, to), "{preset:?} on {today}");
    }

    #[test]
    fn presets_mean_these_days() {
        let monday = "2026-11-23";
        for (preset, from, to) in [
            (Due, "", "2026-11-23"),
            (Today, "2026-11-23", "2026-11-23"),
            (Overdue, "", "2026-11-22"),
            (Tomorrow, "2026-11-24", "2026-11-24"),
            (Yesterday, "2026-11-22", "2026-11-22"),
            (ThisWeek, "2026-11-23", "2026-11-29"),
            (LastWeek, "2026-11-16", "2026-11-22"),
            (ThisMonth, "2026-11-01", "2026-11-30"),
            (LastMonth, "2026-10-01", "2026-10-31"),
            (Next7, "2026-11-23", "2026-11-29"),
            (Next30, "2026-11-23", "2026-12-22"),
            (Last7, "2026-11-17", "2026-11-23"),
            (Last30, "2026-10-25", "2026-11-23"),
            (Last90, "2026-08-26", "2026-11-23"),
            (Older7, "", "2026-11-16"),
            (Older15, "", "2026-11-08"),
            (Older30, "", "2026-10-24"),
            (Older60, "", "2026-09-24"),
        ] {
            check(monday, preset, from, to);
        }
    }

    #[test]
    fn weeks_and_months_go_over_the_ends_of_years() {
        // A Sunday is the last day of its week.
        check("2026-11-29", ThisWeek, "2026-11-23", "2026-11-29");
        check("2027-01-01", LastMonth, "2026-12-01", "2026-12-31");
        check("2027-01-01", ThisWeek, "2026-12-28", "2027-01-03");
        check("2026-12-31", ThisMonth, "2026-12-01", "2026-12-31");
        check("2024-03-31", LastMonth, "2024-02-01", "2024-02-29");
    }

    #[test]
    fn what_is_due_comes_first_for_the_next_follow_up() {
        for field in RangeField::ALL {
            let first = DayPreset::offered(field)[0][0];
            assert_eq!(first == Due, field == RangeField::RevisitRemind, "{field:?}");
        }
    }

    #[test]
    fn days_picked_by_hand_stay() {
        let range = DateRange::new(parse_date("2019-01-01"), None).unwrap();
        assert_eq!(Days::from(range).on(parse_date("2026-11-23").unwrap()), range);
    }
}
