//! The column chooser: which columns stand in which group, and where a moved column goes.
use super::column::under_headings;
use super::{ColumnGroup, ColumnView, FindIndex, Haystack, Heading};
use crate::i18n::Words;
use crate::layout::LayoutChange;
use crate::model::{AnswerIndex, ColumnId};

/// A group of the chooser with the columns that were found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooserGroup {
    /// What its columns are about.
    pub heading: Heading,
    /// The columns, in the endpoint's order; never none.
    pub columns: Vec<ChooserColumn>,
}

/// A column that can be shown or hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooserColumn {
    /// The endpoint's name of it.
    pub id: ColumnId,
    /// What a person reads.
    pub title: String,
    /// Whether this page works its values out.
    pub is_computed: bool,
    /// Whether no row of the list has a key for it.
    pub is_missing: bool,
    /// Whether the table shows it now.
    pub is_shown: bool,
}

impl ChooserGroup {
    /// How many of its columns the table shows.
    pub fn shown(&self) -> usize {
        self.columns.iter().filter(|column| column.is_shown).count()
    }

    /// What its own checkbox does: show all, or hide all where all are shown. `None` where that
    /// would leave the table without a column; `shown` is how many it has in all.
    pub fn toggle(&self, shown: usize) -> Option<LayoutChange> {
        let ids = |is_shown: bool| {
            let fits = self.columns.iter().filter(|column| column.is_shown == is_shown);
            fits.map(|column| column.id.clone()).collect::<Vec<_>>()
        };
        if self.shown() < self.columns.len() {
            return Some(LayoutChange::Show(ids(false)));
        }
        (self.shown() < shown).then(|| LayoutChange::Hide(ids(true)))
    }
}

/// Where columns are looked for by title and name.
pub fn chooser_index(available: &[ColumnView]) -> FindIndex {
    let text = |column: &ColumnView| Haystack::of_texts([column.title.as_str(), column.id.as_str()]);
    FindIndex::new(available.iter().map(text))
}

/// The groups, in their order, with the columns that were `found` by [`chooser_index`]: places in the same
/// `available`.
pub fn chooser_groups(
    available: &[ColumnView],
    shown: &[ColumnView],
    found: Vec<AnswerIndex>,
) -> Vec<ChooserGroup> {
    let choice = |column: &ColumnView| ChooserColumn {
        id: column.id.clone(),
        title: column.title.clone(),
        is_computed: column.is_computed(),
        is_missing: column.is_missing,
        is_shown: shown.iter().any(|it| it.id == column.id),
    };
    let found = found.into_iter().filter_map(|at| available.get(at.0));
    let found = found.map(|column| (column.heading(), choice(column)));
    let groups = under_headings(found).into_iter();
    groups.map(|(heading, columns)| ChooserGroup { heading, columns }).collect()
}

/// The words of a heading.
pub fn group_name<'a>(heading: &'a Heading, words: &Words) -> &'a str {
    let group = match heading {
        Heading::Own(name) => return name,
        Heading::Page(group) => group,
    };
    match group {
        ColumnGroup::Basics => words.group_basics,
        ColumnGroup::Approval => words.group_approval,
        ColumnGroup::Contact => words.group_contact,
        ColumnGroup::FollowUp => words.group_follow_up,
        ColumnGroup::Ownership => words.group_ownership,
        ColumnGroup::Time => words.group_time,
        ColumnGroup::Custom => words.group_custom,
    }
}

/// The gap nearest to `gap` that a column may go to; gap 0 is before the first column. Where
/// pinned columns stand first, a column stays among the pinned or among the others.
pub fn nearest_gap(shown: &[ColumnView], pinned_first: bool, from: usize, gap: usize) -> usize {
    let is_alike = |column: &ColumnView| {
        !pinned_first || shown.get(from).is_some_and(|it| it.is_pinned == column.is_pinned)
    };
    let first = shown.iter().position(is_alike).unwrap_or(0);
    let end = shown.iter().rposition(is_alike).map_or(0, |at| at + 1);
    gap.clamp(first, end.max(first))
}

/// The change that puts a column into the gap nearest to `gap`; `None` where it stands there already.
pub fn move_to_gap(
    shown: &[ColumnView],
    pinned_first: bool,
    from: usize,
    gap: usize,
) -> Option<LayoutChange> {
    let column = shown.get(from)?;
    let gap = nearest_gap(shown, pinned_first, from, gap);
    if gap == from || gap == from + 1 {
        return None;
    }
    // The order behind it may have pinned columns anywhere: only one of its like is a sure mark.
    let before = shown.get(gap).filter(|it| !pinned_first || it.is_pinned == column.is_pinned);
    Some(LayoutChange::Move { column: column.id.clone(), before: before.map(|it| it.id.clone()) })
}

#[cfg(test)]
mod tests {
    use super::super::{available_columns, columns};
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::{InForce, Layout};
    use crate::query::ColumnChoice;

    fn ids(names: &[&str]) -> Vec<ColumnId> {
        names.iter().map(|name| ColumnId::new(name)).collect()
    }

    const GIVEN: [&str; 6] =
        ["name", "address.tel", "address.phone", "text_asset_1", "created_at", "real_revisit_at"];

    fn shown(layout: &Layout) -> Vec<ColumnView> {
        columns(&ids(&GIVEN), &ColumnChoice::Default, layout, &Default::default(), Lang::Zh)
    }

    fn layout(columns: &[&str], pinned: Option<&[&str]>) -> Layout {
        Layout { columns: Some(ids(columns)), pinned: pinned.map(ids), ..Layout::default() }
    }

    fn groups(shown_ids: &[&str], wanted: &str) -> Vec<ChooserGroup> {
        let available = available_columns(&ids(&GIVEN), &Layout::default(), &Default::default(), Lang::Zh);
        let initial =
            |character| "创造手机".chars().position(|it| it == character).map(|at| ['c', 'z', 's', 'j'][at]);
        let found = chooser_index(&available).find(wanted, initial);
        chooser_groups(&available, &shown(&layout(shown_ids, None)), found)
    }

    #[test]
    fn every_column_stands_in_one_group_and_empty_groups_nowhere() {
        let names: Vec<_> = groups(&["name"], "")
            .iter()
            .map(|group| {
                (group_name(&group.heading, Lang::Zh.words()).to_owned(), group.columns.len(), group.shown())
            })
            .collect();
        assert_eq!(
            names,
            [("基本", 1, 1), ("联系方式", 2, 0), ("跟进", 2, 0), ("时间", 1, 0), ("自定义", 1, 0)]
                .map(|(name, all, shown)| (name.to_owned(), all, shown))
        );
    }

    #[test]
    fn a_column_is_found_by_title_and_by_name() {
        let found = |wanted| {
            let columns = groups(&["name"], wanted).into_iter().flat_map(|group| group.columns);
            columns.map(|column| column.title).collect::<Vec<_>>()
        };
        assert_eq!(found("手机"), ["手机"]);
        assert_eq!(found(" ASSET "), ["text_asset_1"]);
        assert_eq!(found("address"), ["电话", "手机"]);
        assert_eq!(found("sj"), ["手机"]);
        assert!(found("nothing").is_empty());
    }

    #[test]
    fn a_groups_checkbox_shows_the_rest_then_hides_all_but_never_everything() {
        let contact = |shown: &[&str]| {
            groups(shown, "").into_iter().find(|it| it.heading == Heading::Page(ColumnGroup::Contact))
        };
        let toggle = |shown: &[&str]| contact(shown).and_then(|group| group.toggle(shown.len()));
        assert_eq!(toggle(&["name", "address.tel"]), Some(LayoutChange::Show(ids(&["address.phone"]))));
        let both = ["name", "address.tel", "address.phone"];
        assert_eq!(toggle(&both), Some(LayoutChange::Hide(ids(&both[1..]))));
        assert_eq!(toggle(&both[1..]), None);
    }

    #[track_caller]
    fn check(layout: &Layout, from: usize, gap: usize, expected: &[&str]) {
        let now = shown(layout);
        let names: Vec<_> = now.iter().filter(|it| it.is_pinned).map(|it| it.id.clone()).collect();
        let columns = layout.columns.clone().unwrap_or_default();
        let next = match move_to_gap(&now, layout.pinned.is_some(), from, gap) {
            Some(change) => layout.apply(change, InForce { columns: &columns, pinned: &names }),
            None => layout.clone(),
        };
        let next = shown(&next);
        assert_eq!(next.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_column_goes_where_it_is_put() {
        let plain = layout(&["name", "address.tel", "created_at"], None);
        check(&plain, 2, 0, &["created_at", "name", "address.tel"]);
        check(&plain, 0, 2, &["address.tel", "name", "created_at"]);
        check(&plain, 0, 9, &["address.tel", "created_at", "name"]);
        check(&plain, 1, 1, &["name", "address.tel", "created_at"]);
        check(&plain, 1, 2, &["name", "address.tel", "created_at"]);
    }

    #[test]
    fn pinned_columns_stay_first_whatever_is_moved() {
        let order = ["created_at", "name", "text_asset_1", "address.tel"];
        let pinned = layout(&order, Some(&["name", "address.tel"]));
        check(&pinned, 0, 2, &["address.tel", "name", "created_at", "text_asset_1"]);
        check(&pinned, 0, 4, &["address.tel", "name", "created_at", "text_asset_1"]);
        check(&pinned, 3, 0, &["name", "address.tel", "text_asset_1", "created_at"]);
        check(&pinned, 2, 1, &["name", "address.tel", "created_at", "text_asset_1"]);
    }
}
