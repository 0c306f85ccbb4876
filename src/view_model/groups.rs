//! The loaded rows in groups: by a day, seen from today, or by what is shown in a column.
use super::china_time::day_of;
use super::{ColumnKind, ColumnView, Dates, cell_text, cell_view};
use crate::i18n::{Words, fill};
use crate::model::{AnswerIndex, Customer, Value};
use time::Date;

/// Columns whose days are appointments: what lies behind is overdue.
const APPOINTMENTS: [&str; 2] = ["revisit_remind_at", "will_flow_time"];
/// The key of rows without a value.
const NONE: &str = "none";

/// A heading and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Tells it apart from the others: a day's place, or the text that is shown.
    pub key: String,
    /// What a person reads.
    pub title: String,
    /// Its rows, in the order of the answer.
    pub rows: Vec<AnswerIndex>,
}

/// The rows in the order of their groups, with a heading before each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// The headings, in the order of their rows.
    pub headings: Vec<GroupHeading>,
    /// The customer of each row; a heading has none.
    rows: Vec<Option<AnswerIndex>>,
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupHeading {
    /// The row in which it stands.
    pub row: usize,
    /// See [`Group::key`].
    pub key: String,
    /// What a person reads, with the number of its rows.
    pub title: String,
    /// Of how many that is.
    pub of: String,
    /// How many rows it has.
    pub count: usize,
    /// Whether its rows are folded away.
    pub is_folded: bool,
}

impl Grouping {
    /// Lays groups out, those that are folded without their rows. `loaded` is how many rows there are in all.
    pub fn new(groups: Vec<Group>, is_folded: impl Fn(&str) -> bool, words: &Words) -> Self {
        let loaded: usize = groups.iter().map(|group| group.rows.len()).sum();
        let mut grouping = Self::default();
        for Group { key, title, rows } in groups {
            let count = rows.len();
            let is_folded = is_folded(&key);
            grouping.headings.push(GroupHeading {
                row: grouping.rows.len(),
                title: format!("{title} · {count}"),
                of: fill(words.of_loaded, &[&loaded.to_string()]),
                key,
                count,
                is_folded,
            });
            grouping.rows.push(None);
            if !is_folded {
                grouping.rows.extend(rows.into_iter().map(Some));
            }
        }
        grouping
    }

    /// How many rows there are, headings among them.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The customer's place in the answer; none for a heading.
    pub fn source(&self, row: usize) -> Option<AnswerIndex> {
        self.rows.get(row).copied().flatten()
    }

    /// The heading in a row.
    pub fn heading(&self, row: usize) -> Option<&GroupHeading> {
        self.headings.binary_search_by_key(&row, |heading| heading.row).ok().map(|at| &self.headings[at])
    }

    /// The heading under which a row stands, itself included.
    pub fn heading_of(&self, row: usize) -> Option<&GroupHeading> {
        let after = self.headings.partition_point(|heading| heading.row <= row);
        after.checked_sub(1).map(|at| &self.headings[at])
    }
}

/// Whether rows are offered to be grouped by a column: one whose values come again in many rows.
pub fn can_group(column: &ColumnView) -> bool {
    let id = column.id.as_str();
    match column.kind {
        ColumnKind::Badge | ColumnKind::Moment | ColumnKind::Labels => true,
        ColumnKind::Text => id.ends_with("_mapped") || id.ends_with(".name"),
        _ => false,
    }
}

/// Groups rows by a column. Days stand in the order of their groups, all else as it first comes; rows without
/// a value come last. `today` is China's.
pub fn groups<'a>(
    rows: impl Iterator<Item = (AnswerIndex, &'a Customer)>,
    column: &ColumnView,
    today: Date,
    words: &'static Words,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let is_day = column.kind == ColumnKind::Moment;
    let is_appointment = APPOINTMENTS.contains(&column.id.as_str());
    if is_day {
        let names = if is_appointment { appointments(words) } else { past_days(words) };
        groups.extend(names.into_iter().map(|(key, title)| Group::new(key, title)));
    }
    let mut none = Group::new(NONE, if is_day { words.group_no_day } else { words.group_nothing });
    for (at, customer) in rows {
        let value = customer.values.get(column.at);
        if is_day {
            let day = value.and_then(Value::as_text).and_then(day_of);
            let group = match day {
                Some(day) if is_appointment => groups.get_mut(appointment(day, today)),
                Some(day) => groups.get_mut(past_day(day, today)),
                None => None,
            };
            group.unwrap_or(&mut none).rows.push(at);
            continue;
        }
        let text = cell_text(&cell_view(customer, column, Dates::exact(today), words), words);
        if text.is_empty() {
            none.rows.push(at);
        } else if let Some(group) = groups.iter_mut().find(|group| group.key == text) {
            group.rows.push(at);
        } else {
            groups.push(Group { rows: vec![at], ..Group::new(&text, &text) });
        }
    }
    groups.push(none);
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// What a person reads over the group in which a customer stands.
pub fn group_title(customer: &Customer, column: &ColumnView, today: Date, words: &'static Words) -> String {
    let groups = groups(std::iter::once((AnswerIndex(0), customer)), column, today, words);
    groups.into_iter().next().map(|group| group.title).unwrap_or_default()
}

impl Group {
    fn new(key: &str, title: &str) -> Self {
        Self { key: key.to_owned(), title: title.to_owned(), rows: Vec::new() }
    }
}

/// Groups of what is still to come, and what was missed.
fn appointments(words: &'static Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("overdue", words.group_overdue),
        ("today", words.group_today),
        ("tomorrow", words.group_tomorrow),
        ("week", words.group_week),
        ("later", words.group_later),
    ]
}

fn appointment(day: Date, today: Date) -> usize {
    match (day - today).whole_days() {
        ..0 => 0,
        0 => 1,
        1 => 2,
        2..=6 => 3,
        _ => 4,
    }
}

/// Groups of what has been.
fn past_days(words: &'static Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("today", words.group_today),
        ("week", words.group_past_week),
        ("month", words.group_past_month),
        ("older", words.group_older),
    ]
}

fn past_day(day: Date, today: Date) -> usize {
    match (today - day).whole_days() {
        ..=0 => 0,
        1..=6 => 1,
        7..=30 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::query::{ColumnChoice, parse_date};
    use crate::view_model::{ColumnFacts, columns};

    /// Keys and rows of customers with these values.
    #[track_caller]
    fn check(column: &str, values: &[&str], expected: &[(&str, &[usize])]) {
        let facts = ColumnFacts::default();
        let columns = columns(&[column.into()], &ColumnChoice::All, &Layout::default(), &facts, Lang::Zh);
        let customers: Vec<Customer> = values
            .iter()
            .map(|value| Customer { values: vec![Value::text((*value).to_owned())], ..Customer::default() })
            .collect();
        let rows = customers.iter().enumerate().map(|(at, customer)| (AnswerIndex(at), customer));
        let today = parse_date("2026-11-20").unwrap();
        let groups = groups(rows, &columns[0], today, Lang::Zh.words());
        let found: Vec<(&str, Vec<usize>)> =
            groups.iter().map(|it| (it.key.as_str(), it.rows.iter().map(|at| at.0).collect())).collect();
        let expected: Vec<(&str, Vec<usize>)> =
            expected.iter().map(|(key, rows)| (*key, rows.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn appointments_stand_by_chinas_day_whatever_the_order_of_the_rows() {
        check(
            "revisit_remind_at",
            &[
                "2026-11-27 09:00",
                "2026-11-26 09:00",
                "2026-11-22 09:00",
                "2026-11-21 23:59",
                "2026-11-20 00:00",
                // Its hour is over, its day is not.
                "2026-11-20 08:00",
                "2026-11-19 23:59",
                "",
                // The next day in China.
                "2026-11-19T16:30:00Z",
                "改天",
            ],
            &[
                ("overdue", &[6]),
                ("today", &[4, 5, 8]),
                ("tomorrow", &[3]),
                ("week", &[1, 2]),
                ("later", &[0]),
                ("none", &[7, 9]),
            ],
        );
    }

    #[test]
    fn other_days_lie_behind() {
        check(
            "created_at",
            &["2026-10-20", "2026-10-21", "2026-11-13", "2026-11-14", "2026-11-19", "2026-11-20 10:00", ""],
            &[("today", &[5]), ("week", &[3, 4]), ("month", &[1, 2]), ("older", &[0]), ("none", &[6])],
        );
    }

    #[test]
    fn other_values_are_their_text_and_what_has_none_comes_last() {
        check(
            "status_mapped",
            &["", "意向", "初访", "意向", " "],
            &[("意向", &[1, 3]), ("初访", &[2]), ("none", &[0, 4])],
        );
    }

    #[test]
    fn a_folded_group_keeps_its_heading_and_its_number() {
        let group = |key: &str, rows: &[usize]| Group {
            rows: rows.iter().map(|at| AnswerIndex(*at)).collect(),
            ..Group::new(key, key)
        };
        let groups = vec![group("a", &[4, 1]), group("b", &[0]), group("c", &[2, 3])];
        let grouping = Grouping::new(groups, |key| key == "b", Lang::Zh.words());
        let sources: Vec<Option<usize>> =
            (0..grouping.count() + 1).map(|row| grouping.source(row).map(|at| at.0)).collect();
        assert_eq!(sources, [None, Some(4), Some(1), None, None, Some(2), Some(3), None]);
        let heading = |row| grouping.heading(row).map(|it| (it.key.as_str(), it.title.as_str()));
        assert_eq!(
            [heading(0), heading(1), heading(3), heading(4)],
            [Some(("a", "a · 2")), None, Some(("b", "b · 1")), Some(("c", "c · 2"))]
        );
        assert_eq!(grouping.heading_of(6).map(|it| it.row), Some(4));
        assert!(grouping.headings[0].of.contains('5'));
    }
}
