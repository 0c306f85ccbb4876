//! The question as the URL's fragment: `#?tab_type=my&status=1476046&page=3`.
//!
//! A fragment never reaches a server's log or a `Referer`, and searches hold phone numbers. It is
//! canonical when written (defaults left out, order fixed) and forgiving when read: what a chat did to
//! a link is undone where it is sure what was meant, other junk is left out and reported, never an error.
//!
//! Days with a name keep it: `revisit_remind_at=due` means other days tomorrow, `revisit_remind_at[]=`
//! and its two days mean the same for ever.
mod mend;

use super::{ColumnChoice, DateRange, DayPreset, Days, Direction, Filters, ListQuery};
use super::{RangeField, Sort, Tab, pairs, parse_date, write_date};
use crate::model::{Choice, ColumnId, CustomerId, PageNumber, PageSize, without_invisible};
use std::borrow::Cow;
use time::Date;

/// Longer search words than this are cut: no salesperson types them, and a URL must stay a URL.
const MAX_WORDS: usize = 500;
/// More columns than this in a fragment are left out.
const MAX_COLUMNS: usize = 500;
/// A longer name of a saved view is none, in characters.
pub const MAX_VIEW_NAME: usize = 40;
/// A longer name of a field or column is junk.
const MAX_NAME: usize = 200;

/// The pair that names an open customer.
const CUSTOMER: &str = "customer";
/// A longer id is junk.
const MAX_ID: usize = 40;

/// The pairs that both the fragment and the request hold, in a fixed order, defaults left out. A request
/// takes them from filters [on a day](Filters::on), which have no preset any more.
pub fn shared_pairs(filters: &Filters, sort: Option<&Sort>) -> Vec<(&'static str, String)> {
    let Filters { search, saved: filters } = filters;
    let mut list = Vec::new();
    if filters.tab != Tab::All {
        list.push(("tab_type", filters.tab.as_str().to_owned()));
    }
    // The field goes with the words: alone it asks nothing, but the choice is kept in the fragment.
    if !search.field.is_empty() {
        list.push(("custom_field_name", search.field.clone()));
    }
    if !search.words.is_empty() {
        list.push(("query", search.words.clone()));
    }
    for choice in Choice::ALL {
        list.extend(filters.choices.get(choice).map(|id| (choice.key(), id.to_string())));
    }
    list.extend(filters.product.map(|id| ("product_id", id.to_string())));
    list.extend(filters.real_revisit_day().map(|day| ("real_revisit_at", write_date(day))));
    for field in RangeField::ALL {
        match filters.days(field) {
            None => {}
            Some(Days::Preset(preset)) => list.push((field.as_str(), preset.as_str().to_owned())),
            Some(Days::Fixed(range)) => {
                let end = |day: Option<Date>| day.map(write_date).unwrap_or_default();
                list.push((field.key(), end(range.from)));
                list.push((field.key(), end(range.to)));
            }
        }
    }
    if let Some(sort) = sort {
        list.push(("sort", sort.column.as_str().to_owned()));
        list.push(("order", sort.direction.as_str().to_owned()));
    }
    list
}

/// The fragment of a question, with its `#`.
pub fn write(query: &ListQuery) -> String {
    let mut list = shared_pairs(&query.filters, query.sort.as_ref());
    if query.page > PageNumber::FIRST {
        list.push(("page", query.page.to_string()));
    }
    list.extend(query.per_page.map(|size| ("per_page", size.to_string())));
    match &query.columns {
        ColumnChoice::Default => {}
        ColumnChoice::All => list.push(("columns", "all".to_owned())),
        ColumnChoice::Named(names) => {
            let names: Vec<&str> = names.iter().map(ColumnId::as_str).collect();
            list.push(("columns", names.join(",")));
        }
    }
    list.extend(query.group.as_ref().map(|column| ("group", column.as_str().to_owned())));
    list.extend(query.view.clone().map(|name| ("view", name)));
    format!("#?{}", pairs::write(&list))
}

/// The customer whom a fragment opens. That is a place on the screen and no part of the question: it makes no
/// call another one, and views and shared questions never carry it.
pub fn customer(fragment: &str) -> Option<CustomerId> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let text = mend::pairs(text);
    let mut pairs = pairs::read(text.strip_prefix('?').unwrap_or(&text));
    let (_, value) = pairs.find(|(name, _)| mend::name(name) == CUSTOMER)?;
    customer_id(&value)
}

/// The fragment that opens a customer over the list of a question.
pub fn with_customer(query: &ListQuery, id: &CustomerId) -> String {
    let list = write(query);
    let joint = if list == "#?" { "" } else { "&" };
    [&list, joint, &pairs::write(&[(CUSTOMER, id.to_string())])].concat()
}

fn customer_id(value: &str) -> Option<CustomerId> {
    let value = mend::word(value);
    let is_id = value.len() <= MAX_ID && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    CustomerId::new(&value).filter(|_| is_id)
}

/// The question of a fragment, and the names of what was left out of it as junk.
pub fn read(fragment: &str) -> (ListQuery, Vec<String>) {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let text = mend::pairs(text);
    let mut reader = Reader::default();
    for (name, value) in pairs::read(text.strip_prefix('?').unwrap_or(&text)) {
        let (name, value) = (mend::name(&name), without_invisible(&value));
        let is_taken = |value: &str| reader.take(&name, value).is_some();
        if !name.is_empty() && ![&*value, &mend::word(&value)].into_iter().any(is_taken) {
            reader.ignored.push(name.into_owned());
        }
    }
    reader.finish()
}

/// A question while its pairs come in.
#[derive(Default)]
struct Reader {
    query: ListQuery,
    sort: Option<ColumnId>,
    direction: Option<Direction>,
    real_revisit_day: Option<Date>,
    ends: [Vec<Option<Date>>; RangeField::ALL.len()],
    ignored: Vec<String>,
}

impl Reader {
    /// Takes one pair; `None` when it is junk.
    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        let Filters { search, saved: filters } = &mut self.query.filters;
        if let Some(choice) = Choice::from_key(name) {
            filters.choices.set(choice, Some(value.parse().ok()?));
            return Some(());
        }
        if let Some(at) = RangeField::ALL.iter().position(|field| field.key() == name) {
            let end = if value.is_empty() { None } else { Some(parse_date(value)?) };
            self.ends[at].push(end);
            return Some(());
        }
        if let Some(field) = RangeField::ALL.into_iter().find(|field| field.as_str() == name) {
            match parse_date(value) {
                // One day of actual follow-up has the name of its presets.
                Some(day) if field == RangeField::RealRevisit => self.real_revisit_day = Some(day),
                _ => filters.set_days(field, Some(Days::Preset(DayPreset::from_name(value)?))),
            }
            return Some(());
        }
        match name {
            "tab_type" => filters.tab = Tab::ALL.into_iter().find(|tab| tab.as_str() == value)?,
            "custom_field_name" => search.field = plain_name(&mend::word(value))?.to_owned(),
            "query" => {
                let words: String = value.trim().chars().take(MAX_WORDS).collect();
                search.words = mend::text(&words).into_owned();
            }
            "product_id" => filters.product = Some(value.parse().ok()?),
            "sort" => self.sort = Some(ColumnId::new(plain_name(&mend::word(value))?)),
            "order" => {
                self.direction = Some(match value {
                    "asc" => Direction::Ascending,
                    "desc" => Direction::Descending,
                    _ => return None,
                });
            }
            "page" => self.query.page = value.parse().ok()?,
            "per_page" => self.query.per_page = Some(value.parse().ok().and_then(PageSize::asked)?),
            "columns" => self.query.columns = read_columns(value)?,
            "group" => self.query.group = Some(ColumnId::new(plain_name(&mend::word(value))?)),
            CUSTOMER => customer_id(value).map(drop)?,
            "view" => self.query.view = Some(view_name(&mend::text(value))?),
            _ => return None,
        }
        Some(())
    }

    fn finish(mut self) -> (ListQuery, Vec<String>) {
        for (field, ends) in RangeField::ALL.into_iter().zip(&self.ends) {
            let end = |at: usize| ends.get(at).copied().flatten();
            // Whoever names days means them.
            if let Some(range) = DateRange::new(end(0), end(1)) {
                self.query.filters.saved.set_days(field, Some(range.into()));
            }
        }
        // The day counts wherever it stands in the link.
        self.query.filters.saved.set_real_revisit_day(self.real_revisit_day);
        self.query.sort = self
            .sort
            .map(|column| Sort { column, direction: self.direction.unwrap_or(Direction::Ascending) });
        (self.query, self.ignored)
    }
}

/// The name of a saved view as it may be: one line, not empty, not endless. Anything else is none.
pub fn view_name(text: &str) -> Option<String> {
    let text = without_invisible(text);
    let text = text.trim();
    let is_name =
        !text.is_empty() && text.chars().count() <= MAX_VIEW_NAME && !text.chars().any(char::is_control);
    is_name.then(|| text.to_owned())
}

/// A name of a field or column: not empty, not endless, nothing that cannot be seen.
fn plain_name(text: &str) -> Option<&str> {
    let is_plain =
        !text.is_empty() && text.len() <= MAX_NAME && !text.chars().any(|c| c.is_control() || c == ',');
    is_plain.then_some(text)
}

fn read_columns(text: &str) -> Option<ColumnChoice> {
    if text == "all" {
        return Some(ColumnChoice::All);
    }
    let mut names: Vec<ColumnId> = Vec::new();
    // A list that was escaped once more has no comma of its own.
    let text = if text.contains(',') { Cow::Borrowed(text) } else { mend::word(text) };
    for name in text.split(',').map(mend::word).take(MAX_COLUMNS) {
        let Some(name) = plain_name(&name) else { continue };
        let id = ColumnId::new(name);
        if !names.contains(&id) {
            names.push(id);
        }
    }
    // `all,` is written as `all`, so it has to mean the same.
    if names.len() == 1 && names[0].as_str() == "all" {
        return Some(ColumnChoice::All);
    }
    (!names.is_empty()).then_some(ColumnChoice::Named(names))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
