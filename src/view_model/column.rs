mod facts;
mod group;
mod in_words;
mod known;
mod spread;

pub use self::facts::{ColumnFacts, missing_columns};
pub(super) use self::group::under_headings;
pub use self::group::{ColumnGroup, Heading};
pub(super) use self::known::DAYS_SINCE_FOLLOW_UP;
pub use self::spread::spread;

use self::known::{COMPUTED, DAYS_UNTIL_POOL, DEFAULT, TALK_DAY, known};
use crate::i18n::{Lang, Words};
use crate::layout::Layout;
use crate::model::{ColumnId, CustomField, FieldCatalog, FieldKind};
use crate::query::ColumnChoice;
use std::sync::Arc;

/// A column as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnView {
    /// The endpoint's name of it.
    pub id: ColumnId,
    /// What a person reads above it.
    pub title: String,
    /// What it is about.
    pub group: ColumnGroup,
    /// How its values are shown.
    pub kind: ColumnKind,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Stays in sight when the table is scrolled sideways.
    pub is_pinned: bool,
    /// Where its value stands in a customer, from 0.
    pub at: usize,
    /// Where the day of what it tells stands, from 0.
    pub day_at: Option<usize>,
    /// What the catalogue says of it, where it is a field of the company's own.
    pub field: Option<Arc<CustomField>>,
    /// No row of the list has a key for it.
    pub is_missing: bool,
}

impl ColumnView {
    /// Whether this page works its values out from another column of the row.
    pub fn is_computed(&self) -> bool {
        matches!(self.kind, ColumnKind::DaysSince | ColumnKind::DaysUntil)
    }
}

/// How the values of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Plain words.
    Text,
    /// The customer's name, the head of the row.
    Name,
    /// Coloured labels.
    Labels,
    /// The approval badge.
    Badge,
    /// Phone numbers.
    Phone,
    /// What was said at the latest follow-up.
    Talk,
    /// A point in time.
    Moment,
    /// A number, also where it is written as a text.
    Number,
    /// An address in the web.
    Url,
    /// An address for mail.
    Email,
    /// Whole days since the point in time that stands there: how far a customer has cooled.
    DaysSince,
    /// Whole days until the point in time that stands there.
    DaysUntil,
}

/// The width of a column that this page has never seen.
const UNKNOWN_WIDTH: u32 = 160;

/// What has to be known of a column to read its values rightly, where that is not plain.
pub fn column_note(id: &str, is_missing: bool, words: &Words) -> Option<&'static str> {
    if is_missing {
        return Some(words.not_in_list);
    }
    matches!(id, "will_flow_time" | DAYS_UNTIL_POOL).then_some(words.pool_note)
}

/// The title of a column: this page's own, else what the company calls it, else its name.
pub fn column_title<'a>(id: &'a str, fields: &'a FieldCatalog, lang: Lang) -> &'a str {
    match (known(id), lang) {
        (Some(column), Lang::Zh) => column.zh,
        (Some(column), Lang::En) => column.en,
        (None, _) => {
            let title = fields.get(id).map(|field| field.title.as_str());
            title.filter(|title| !title.is_empty()).unwrap_or(id)
        }
    }
}

/// Whether a name is none of the endpoint's document: only for those the catalogue is worth a call.
pub fn is_custom(id: &ColumnId) -> bool {
    known(id.as_str()).is_none()
}

/// All columns that can be shown, in the endpoint's order, those computed here at the end. They
/// carry the widths of a layout. A field that the company has switched off is none of them.
pub fn available_columns(
    given: &[ColumnId],
    layout: &Layout,
    facts: &ColumnFacts,
    lang: Lang,
) -> Vec<ColumnView> {
    let fields = &*facts.fields;
    let from = |id: &ColumnId| {
        let source = COMPUTED.iter().find(|(name, _)| *name == id.as_str()).map_or(id.field(), |it| it.1);
        given.iter().position(|it| it == id).or_else(|| given.iter().position(|it| it.field() == source))
    };
    let computed = COMPUTED.iter().map(|(name, _)| ColumnId::new(name));
    let all = given.iter().cloned().chain(computed.filter(|id| !given.contains(id)));
    all.filter_map(|id| {
        let at = from(&id)?;
        let column = known(id.as_str());
        let field = if column.is_none() { fields.get(id.as_str()).cloned() } else { None };
        if field.as_ref().is_some_and(|field| !field.is_enabled) {
            return None;
        }
        let kind = match (column, &field) {
            (Some(column), _) => column.kind,
            (None, Some(field)) => kind_of_field(field.kind),
            (None, None) => kind_by_name(id.as_str()),
        };
        Some(ColumnView {
            title: column_title(id.as_str(), fields, lang).to_owned(),
            group: column.map_or(ColumnGroup::Custom, |column| column.group),
            kind,
            width: layout.width(&id).unwrap_or_else(|| own_width(&id)),
            is_pinned: false,
            at,
            day_at: (kind == ColumnKind::Talk)
                .then(|| given.iter().position(|it| it.field() == TALK_DAY))
                .flatten(),
            field,
            is_missing: facts.missing.contains(&given[at]),
            id,
        })
    })
    .collect()
}

/// The width of a column before anybody changed it, in CSS pixels.
pub fn own_width(id: &ColumnId) -> u32 {
    known(id.as_str()).map_or(UNKNOWN_WIDTH, |column| column.width)
}

/// The names of the columns that are in force, in order: those of the address, else of the layout,
/// else the default ones. Names that the endpoint does not give are among them.
pub fn columns_in_force(
    given: &[ColumnId],
    choice: &ColumnChoice,
    layout: &Layout,
    missing: &[ColumnId],
) -> Vec<ColumnId> {
    match (choice, &layout.columns) {
        (ColumnChoice::All, _) => given.to_vec(),
        (ColumnChoice::Named(names), _) | (ColumnChoice::Default, Some(names)) => names.clone(),
        (ColumnChoice::Default, None) => default_columns(given, missing),
    }
}

/// The default columns, without those for which no row has a key.
fn default_columns(given: &[ColumnId], missing: &[ColumnId]) -> Vec<ColumnId> {
    let pick = |names: &&[&str]| {
        let is_it = |id: &&ColumnId, name: &str| id.field() == name && !missing.contains(id);
        names.iter().find_map(|name| given.iter().find(|id| is_it(id, name)))
    };
    DEFAULT.iter().filter_map(pick).cloned().collect()
}

/// Whether a column may be shown before anybody chooses.
pub fn is_default(id: &ColumnId) -> bool {
    DEFAULT.iter().any(|names| names.contains(&id.field()))
}

/// The columns to show, out of those that the endpoint named. Names that it did not give are left
/// out; if none is left, all are shown, since a table without columns helps nobody. What was pinned
/// stands first.
pub fn columns(
    given: &[ColumnId],
    choice: &ColumnChoice,
    layout: &Layout,
    facts: &ColumnFacts,
    lang: Lang,
) -> Vec<ColumnView> {
    let available = available_columns(given, layout, facts, lang);
    let named = columns_in_force(given, choice, layout, &facts.missing);
    let mut shown: Vec<ColumnView> =
        named.iter().filter_map(|name| available.iter().find(|column| column.id == *name)).cloned().collect();
    if shown.is_empty() {
        shown = available;
        shown.retain(|column| !column.is_computed());
    }
    for column in &mut shown {
        column.is_pinned = match &layout.pinned {
            Some(pinned) => pinned.contains(&column.id),
            None => column.kind == ColumnKind::Name,
        };
    }
    if layout.pinned.is_some() {
        let (mut pinned, others): (Vec<_>, Vec<_>) = shown.into_iter().partition(|column| column.is_pinned);
        pinned.extend(others);
        return pinned;
    }
    shown
}

fn kind_of_field(kind: FieldKind) -> ColumnKind {
    match kind {
        FieldKind::Moment => ColumnKind::Moment,
        FieldKind::Number => ColumnKind::Number,
        FieldKind::Url => ColumnKind::Url,
        FieldKind::Email => ColumnKind::Email,
        FieldKind::Text | FieldKind::Choice | FieldKind::Thing => ColumnKind::Text,
    }
}

/// What the name of a field suggests, `datetime_asset_…`, `text_asset_…`, while the catalogue is not known.
fn kind_by_name(id: &str) -> ColumnKind {
    let last = id.rsplit('.').next().unwrap_or(id);
    if last.starts_with("datetime_asset") || last.starts_with("date_asset") || last.ends_with("_at") {
        ColumnKind::Moment
    } else if last == "phones_data" {
        ColumnKind::Phone
    } else {
        ColumnKind::Text
    }
}

#[cfg(test)]
mod tests;
