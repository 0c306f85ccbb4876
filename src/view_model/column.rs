mod known;

use self::known::{COMPUTED, DAYS_UNTIL_POOL, DEFAULT, known};
use crate::i18n::{Lang, Words};
use crate::layout::Layout;
use crate::model::ColumnId;
use crate::query::ColumnChoice;

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
}

impl ColumnView {
    /// Whether this page works its values out from another column of the row.
    pub fn is_computed(&self) -> bool {
        matches!(self.kind, ColumnKind::DaysSince | ColumnKind::DaysUntil)
    }
}

/// What a column is about; the chooser is ordered so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnGroup {
    /// Who the customer is.
    Basics,
    /// 审批.
    Approval,
    /// 联系方式.
    Contact,
    /// 跟进.
    FollowUp,
    /// 归属.
    Ownership,
    /// 时间.
    Time,
    /// Fields that the company made, and names never seen.
    Custom,
}

impl ColumnGroup {
    /// All of them, in the order of the chooser.
    pub const ALL: [Self; 7] = [
        Self::Basics,
        Self::Contact,
        Self::FollowUp,
        Self::Ownership,
        Self::Approval,
        Self::Time,
        Self::Custom,
    ];
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
    /// A point in time.
    Moment,
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
pub fn column_note(id: &str, words: &Words) -> Option<&'static str> {
    matches!(id, "will_flow_time" | DAYS_UNTIL_POOL).then_some(words.pool_note)
}

/// The title of a column; an unknown one is called by its name.
pub fn column_title(id: &str, lang: Lang) -> &str {
    match (known(id), lang) {
        (Some(column), Lang::Zh) => column.zh,
        (Some(column), Lang::En) => column.en,
        (None, _) => id,
    }
}

/// All columns that can be shown, in the endpoint's order, those computed here at the end. They
/// carry the widths of a layout.
pub fn available_columns(given: &[ColumnId], layout: &Layout, lang: Lang) -> Vec<ColumnView> {
    let from = |id: &ColumnId| {
        let source = COMPUTED.iter().find(|(name, _)| *name == id.as_str()).map_or(id.as_str(), |it| it.1);
        given.iter().position(|it| it.as_str() == source)
    };
    let computed = COMPUTED.iter().map(|(name, _)| ColumnId::new(name));
    let all = given.iter().cloned().chain(computed.filter(|id| !given.contains(id)));
    all.filter_map(|id| {
        let at = from(&id)?;
        let column = known(id.as_str());
        let width = layout.width(&id).unwrap_or_else(|| own_width(&id));
        Some(ColumnView {
            title: column_title(id.as_str(), lang).to_owned(),
            group: column.map_or(ColumnGroup::Custom, |column| column.group),
            kind: column.map_or_else(|| kind_of_custom(id.as_str()), |column| column.kind),
            width,
            is_pinned: false,
            at,
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
pub fn columns_in_force(given: &[ColumnId], choice: &ColumnChoice, layout: &Layout) -> Vec<ColumnId> {
    match (choice, &layout.columns) {
        (ColumnChoice::All, _) => given.to_vec(),
        (ColumnChoice::Named(names), _) | (ColumnChoice::Default, Some(names)) => names.clone(),
        (ColumnChoice::Default, None) => default_columns(given),
    }
}

fn default_columns(given: &[ColumnId]) -> Vec<ColumnId> {
    let pick = |names: &&[&str]| names.iter().find_map(|name| given.iter().find(|id| id.as_str() == *name));
    DEFAULT.iter().filter_map(pick).cloned().collect()
}

/// The columns to show, out of those that the endpoint named. Names that it did not give are left
/// out; if none is left, all are shown, since a table without columns helps nobody. What was pinned
/// stands first.
pub fn columns(given: &[ColumnId], choice: &ColumnChoice, layout: &Layout, lang: Lang) -> Vec<ColumnView> {
    let available = available_columns(given, layout, lang);
    let named = columns_in_force(given, choice, layout);
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

/// Custom fields say their type in their name: `datetime_asset_…`, `text_asset_…`.
fn kind_of_custom(id: &str) -> ColumnKind {
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
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<ColumnId> {
        names.iter().map(|name| ColumnId::new(name)).collect()
    }

    fn given() -> Vec<ColumnId> {
        ids(&["approve_status_i18n", "name", "text_asset_863cc6", "datetime_asset_1", "will_flow_time"])
    }

    fn named(names: &[&str]) -> ColumnChoice {
        ColumnChoice::Named(ids(names))
    }

    #[track_caller]
    fn check(choice: &ColumnChoice, layout: &Layout, expected: &[&str]) {
        let shown = columns(&given(), choice, layout, Lang::Zh);
        assert_eq!(shown.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn only_the_way_to_the_pool_needs_a_note() {
        let all = COMPUTED.iter().map(|(name, _)| *name).chain(["will_flow_time", "created_at", "name", "x"]);
        let noted: Vec<&str> = all.filter(|id| column_note(id, Lang::Zh.words()).is_some()).collect();
        assert_eq!(noted, [DAYS_UNTIL_POOL, "will_flow_time"]);
    }

    #[test]
    fn every_column_of_the_documents_example_has_a_title_in_both_languages() {
        let fixture = include_str!("../../fixtures/customers-example.json");
        let start = fixture.find("\"column_list\"").unwrap();
        for column in &known::KNOWN {
            let is_computed = COMPUTED.iter().any(|(id, _)| *id == column.id);
            assert!(is_computed || fixture[start..].contains(&format!("\"{}\"", column.id)), "{}", column.id);
            assert!(!column.zh.is_empty() && !column.en.is_empty(), "{}", column.id);
            assert!(column.en != column.zh || column.id == "address.qq", "{}", column.id);
        }
    }

    #[test]
    fn all_columns_stand_in_the_endpoints_order_and_unknown_ones_by_their_name() {
        let all = ["审批状态", "客户名称", "text_asset_863cc6", "datetime_asset_1", "预计流入公海时间"];
        check(&ColumnChoice::All, &Layout::default(), &all);
    }

    #[test]
    fn named_columns_stand_in_the_order_asked_for() {
        check(
            &named(&["name", "gone", "approve_status_i18n"]),
            &Layout::default(),
            &["客户名称", "审批状态"],
        );
        assert_eq!(columns(&given(), &named(&["gone"]), &Layout::default(), Lang::Zh).len(), 5);
    }

    #[test]
    fn the_default_is_a_few_columns_and_a_layout_overrules_it() {
        check(&ColumnChoice::Default, &Layout::default(), &["客户名称", "审批状态"]);
        let own = Layout { columns: Some(ids(&["gone", "datetime_asset_1", "name"])), ..Layout::default() };
        check(&ColumnChoice::Default, &own, &["datetime_asset_1", "客户名称"]);
        check(&named(&["name"]), &own, &["客户名称"]);
        let only_custom =
            columns(&ids(&["text_asset_1"]), &ColumnChoice::Default, &Layout::default(), Lang::Zh);
        assert_eq!(only_custom.len(), 1);
    }

    #[test]
    fn what_is_pinned_stands_first_and_the_name_is_pinned_where_it_stands() {
        let plain = columns(&given(), &ColumnChoice::All, &Layout::default(), Lang::Zh);
        assert_eq!(plain.iter().position(|column| column.is_pinned), Some(1));
        let layout =
            Layout { pinned: Some(ids(&["datetime_asset_1", "text_asset_863cc6"])), ..Layout::default() };
        check(
            &ColumnChoice::All,
            &layout,
            &["text_asset_863cc6", "datetime_asset_1", "审批状态", "客户名称", "预计流入公海时间"],
        );
    }

    #[test]
    fn a_computed_column_is_offered_where_its_dates_are_given_and_only_shown_when_chosen() {
        let available = available_columns(&given(), &Layout::default(), Lang::En);
        let computed: Vec<_> = available.iter().filter(|column| column.is_computed()).collect();
        assert_eq!(computed.len(), 1);
        assert_eq!((computed[0].kind, computed[0].at), (ColumnKind::DaysUntil, 4));
        check(&named(&["kehu.days_until_pool"]), &Layout::default(), &["离流入公海"]);
    }

    #[test]
    fn a_value_is_found_wherever_its_column_stands() {
        let column = &columns(&given(), &named(&["datetime_asset_1"]), &Layout::default(), Lang::En)[0];
        assert_eq!((column.at, column.kind), (3, ColumnKind::Moment));
    }
}
