use super::cell::value_view;
use super::china_time::short_time;
use super::column::{DAYS_SINCE_FOLLOW_UP, under_headings};
use super::{
    CellView, ChipView, ColumnGroup, ColumnKind, ColumnView, Dates, Heading, PhoneView, cell_text, cell_view,
    chip_view, filter_by, phone_view,
};
use crate::i18n::Words;
use crate::model::{Approval, ColumnId, Customer, Value};
use crate::query::Change;

/// The customer's status.
const STATUS: &str = "status_mapped";
/// The appointment for the next follow-up.
const NEXT_FOLLOW_UP: &str = "revisit_remind_at";
/// The days without a follow-up, in the endpoint's own words.
const DAYS_IN_WORDS: &str = "real_revisit_at_in_word";
/// What the follow-up begins with, in this order: what comes next, what was said last, how long ago.
const FIRST_OF_FOLLOW_UP: [&str; 5] =
    [NEXT_FOLLOW_UP, "lastest_revisit_log.content", "real_revisit_at", DAYS_IN_WORDS, DAYS_SINCE_FOLLOW_UP];
/// The note stands below all of the follow-up.
const NOTE: &str = "note";
/// Columns that often say nothing but the customer's name once more.
const REPEATS: [&str; 2] = ["company_name", "contacts"];

/// All that is known of one customer, as the preview shows it: what a call needs first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// Its name, or the words for none.
    pub name: String,
    /// The approval badge.
    pub badge: Option<(Approval, String)>,
    /// Its status.
    pub status: Option<CellView>,
    /// The title and the moment of the next follow-up.
    pub due: Option<(String, CellView)>,
    /// Every label.
    pub chips: Vec<ChipView>,
    /// Every number, its contacts' too.
    pub phones: PreviewPhones,
    /// The columns that hold something, by what they are about.
    pub groups: Vec<(Heading, Vec<PreviewItem>)>,
    /// The titles of those that hold nothing.
    pub empty: Vec<String>,
}

/// The numbers of one customer, those that can be called first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewPhones {
    /// The first that can be called.
    pub first: Option<PhoneView>,
    /// The others that can be called; where none can, all of them.
    pub lines: Vec<PhoneView>,
    /// Those that cannot be called, where others can.
    pub folded: Vec<PhoneView>,
}

impl PreviewPhones {
    /// Puts numbers in order.
    pub fn new(phones: impl Iterator<Item = PhoneView>) -> Self {
        let (mut callable, others): (Vec<_>, Vec<_>) = phones.partition(|phone| phone.call.is_some());
        if callable.is_empty() {
            return Self { lines: others, ..Self::default() };
        }
        Self { first: Some(callable.remove(0)), lines: callable, folded: others }
    }
}

/// One column of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewItem {
    /// The endpoint's name of it.
    pub id: ColumnId,
    /// What a person reads before it.
    pub title: String,
    /// Whether this page worked it out.
    pub is_computed: bool,
    /// What stands there.
    pub view: CellView,
    /// The change that shows only customers like this one here, and the value in plain words.
    pub only: Option<(Change, String)>,
}

/// What the preview shows of a customer. `columns` are all that are available.
pub fn preview_view(
    customer: &Customer,
    columns: &[ColumnView],
    dates: Dates,
    words: &'static Words,
) -> PreviewView {
    let mut empty = Vec::new();
    let (mut badge, mut status, mut due) = (None, None, None);
    let mut items = Vec::new();
    let has = |id: &str| {
        columns.iter().any(|column| {
            column.id.field() == id && customer.values.get(column.at).is_some_and(|value| !value.is_empty())
        })
    };
    let has_days_in_words = has(DAYS_IN_WORDS);
    for column in columns {
        let id = column.id.field();
        let view = match whole_view(customer, column, dates, words) {
            CellView::Empty | CellView::Nothing => {
                empty.extend((!column.is_computed()).then(|| column.title.clone()));
                continue;
            }
            CellView::Approval(approval, text) => {
                badge = badge.or(Some((approval, text)));
                continue;
            }
            // These stand at the top, all of them together.
            CellView::Labels(_) | CellView::Phones(_) => continue,
            view => view,
        };
        let is_name = column.kind == ColumnKind::Name
            || REPEATS.contains(&id) && cell_text(&view, words).trim() == customer.name.trim();
        // The days are worked out from a moment that is shown itself.
        let is_double = column.is_computed() && (id != DAYS_SINCE_FOLLOW_UP || has_days_in_words);
        if is_name || is_double {
            continue;
        }
        match id {
            STATUS => status = Some(view.clone()),
            // There is no room for more at the top; the moment itself stands below.
            NEXT_FOLLOW_UP => due = Some((column.title.clone(), cell_view(customer, column, dates, words))),
            _ => {}
        }
        let item = PreviewItem {
            id: column.id.clone(),
            title: column.title.clone(),
            is_computed: column.is_computed(),
            view,
            only: filter_by(customer, column),
        };
        let heading = if id == NOTE { Heading::Page(ColumnGroup::FollowUp) } else { column.heading() };
        items.push((heading, item));
    }
    let name = if customer.name.is_empty() { words.unnamed } else { &customer.name };
    PreviewView {
        name: name.to_owned(),
        badge,
        status,
        due,
        chips: customer.labels.iter().map(chip_view).collect(),
        phones: PreviewPhones::new(customer.phones.iter().map(|phone| phone_view(phone, words))),
        groups: in_order_of_the_day(under_headings(items.into_iter())),
        empty,
    }
}

/// Follow-up first, then whom to ask for, then all else.
fn in_order_of_the_day(mut groups: Vec<(Heading, Vec<PreviewItem>)>) -> Vec<(Heading, Vec<PreviewItem>)> {
    groups.sort_by_key(|(heading, _)| match heading {
        Heading::Page(ColumnGroup::FollowUp) => 0,
        Heading::Page(ColumnGroup::Contact) => 1,
        _ => 2,
    });
    let place = |item: &PreviewItem| match item.id.field() {
        NOTE => usize::MAX,
        id => FIRST_OF_FOLLOW_UP.iter().position(|it| *it == id).unwrap_or(FIRST_OF_FOLLOW_UP.len()),
    };
    if let Some((Heading::Page(ColumnGroup::FollowUp), items)) = groups.first_mut() {
        items.sort_by_key(place);
    }
    groups
}

/// A cell's view, but with every name, and with the time itself beside how it is seen from today: here is room
/// for them, and a finger cannot hover.
fn whole_view(customer: &Customer, column: &ColumnView, dates: Dates, words: &'static Words) -> CellView {
    if column.is_computed() {
        return cell_view(customer, column, dates, words);
    }
    match &*column.in_words(customer.values.get(column.at).unwrap_or(&Value::Empty)) {
        Value::Names(names) => CellView::Text(names.join(words.names_joint)),
        value => match value_view(customer, value, column, dates, words) {
            CellView::Time { text, exact: Some(exact), tone } if !dates.are_exact => {
                let text = [text, short_time(&exact).unwrap_or_else(|| exact.clone())].join(" · ");
                CellView::Time { text, exact: Some(exact), tone }
            }
            view => view,
        },
    }
}

#[cfg(test)]
mod tests;
