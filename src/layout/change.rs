use super::{Density, Layout, MAX_WIDTH, MIN_WIDTH};
use crate::model::ColumnId;

/// What a user did to the table's look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutChange {
    /// Show these too, after the others.
    Show(Vec<ColumnId>),
    /// Show these no longer.
    Hide(Vec<ColumnId>),
    /// Another place for a column.
    Move {
        /// The column.
        column: ColumnId,
        /// The column that it now stands before; `None` puts it last.
        before: Option<ColumnId>,
    },
    /// Keep a column in sight at the left.
    Pin(ColumnId),
    /// Let it scroll with the others.
    Unpin(ColumnId),
    /// Another width, in CSS pixels.
    Width(ColumnId, u32),
    /// The column's own width again.
    OwnWidth(ColumnId),
    /// More or less air.
    Density(Density),
    /// Whether long texts go on in further lines.
    Wrap(bool),
    /// Everything as the page has it by itself.
    Reset,
}

/// What the table shows at present, whatever decided it: the layout, the address, the default.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'a> {
    /// The columns shown.
    pub columns: &'a [ColumnId],
    /// Those of them that stay in sight.
    pub pinned: &'a [ColumnId],
}

impl LayoutChange {
    /// Whether it decides which columns are shown, or in which order.
    pub fn is_of_columns(&self) -> bool {
        matches!(self, Self::Show(_) | Self::Hide(_) | Self::Move { .. } | Self::Reset)
    }
}

impl Layout {
    /// The layout after a change.
    pub fn apply(&self, change: LayoutChange, now: InForce<'_>) -> Self {
        let mut next = self.clone();
        match change {
            LayoutChange::Show(more) => {
                let mut columns = now.columns.to_vec();
                for column in more {
                    if !columns.contains(&column) {
                        columns.push(column);
                    }
                }
                next.columns = Some(columns);
            }
            LayoutChange::Hide(fewer) => {
                let mut columns = now.columns.to_vec();
                columns.retain(|column| !fewer.contains(column));
                next.columns = Some(columns);
            }
            LayoutChange::Move { column, before } => {
                next.columns = Some(moved(now.columns, column, before.as_ref()));
            }
            LayoutChange::Pin(column) => {
                let mut pinned = now.pinned.to_vec();
                if !pinned.contains(&column) {
                    pinned.push(column);
                }
                next.pinned = Some(pinned);
            }
            LayoutChange::Unpin(column) => {
                let mut pinned = now.pinned.to_vec();
                pinned.retain(|it| *it != column);
                next.pinned = Some(pinned);
            }
            LayoutChange::Width(column, width) => {
                next.widths.retain(|(id, _)| *id != column);
                next.widths.push((column, width.clamp(MIN_WIDTH, MAX_WIDTH)));
            }
            LayoutChange::OwnWidth(column) => next.widths.retain(|(id, _)| *id != column),
            LayoutChange::Density(density) => next.density = density,
            LayoutChange::Wrap(wraps) => next.wraps = wraps,
            LayoutChange::Reset => next = Self::default(),
        }
        next
    }
}

fn moved(columns: &[ColumnId], column: ColumnId, before: Option<&ColumnId>) -> Vec<ColumnId> {
    if before == Some(&column) {
        return columns.to_vec();
    }
    let mut next: Vec<ColumnId> = columns.iter().filter(|it| **it != column).cloned().collect();
    let at = before.and_then(|before| next.iter().position(|it| it == before)).unwrap_or(next.len());
    next.insert(at, column);
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<ColumnId> {
        names.iter().map(|name| ColumnId::new(name)).collect()
    }

    #[track_caller]
    fn check(change: LayoutChange, expected: &[&str]) {
        let now = InForce { columns: &ids(&["a", "gone", "b", "c"]), pinned: &ids(&["a"]) };
        let columns = Layout::default().apply(change.clone(), now).columns;
        assert_eq!(columns.as_deref(), Some(ids(expected).as_slice()), "{change:?}");
    }

    fn step(column: &str, before: Option<&str>) -> LayoutChange {
        LayoutChange::Move { column: column.into(), before: before.map(ColumnId::new) }
    }

    #[test]
    fn columns_come_go_and_move_and_unknown_ones_stay() {
        check(LayoutChange::Show(ids(&["b", "d"])), &["a", "gone", "b", "c", "d"]);
        check(LayoutChange::Hide(ids(&["a", "c"])), &["gone", "b"]);
        check(step("c", Some("b")), &["a", "gone", "c", "b"]);
        check(step("a", None), &["gone", "b", "c", "a"]);
        check(step("a", Some("a")), &["a", "gone", "b", "c"]);
        check(step("b", Some("nobody")), &["a", "gone", "c", "b"]);
    }

    #[test]
    fn what_is_pinned_joins_what_was_pinned_already() {
        let (columns, name) = (ids(&["name", "b"]), ids(&["name"]));
        let now = InForce { columns: &columns, pinned: &name };
        let layout = Layout::default().apply(LayoutChange::Pin("b".into()), now);
        assert_eq!(layout.pinned, Some(ids(&["name", "b"])));
        let pinned = ids(&["name", "b"]);
        let now = InForce { columns: &columns, pinned: &pinned };
        assert_eq!(layout.apply(LayoutChange::Unpin("name".into()), now).pinned, Some(ids(&["b"])));
        assert_eq!(layout.columns, None);
    }

    #[test]
    fn a_width_stays_within_reason_and_can_be_taken_back() {
        let now = InForce { columns: &[], pinned: &[] };
        let narrow = Layout::default().apply(LayoutChange::Width("a".into(), 1), now);
        assert_eq!(narrow.width(&"a".into()), Some(MIN_WIDTH));
        let wide = narrow.apply(LayoutChange::Width("a".into(), u32::MAX), now);
        assert_eq!((wide.width(&"a".into()), wide.widths.len()), (Some(MAX_WIDTH), 1));
        assert_eq!(wide.apply(LayoutChange::OwnWidth("a".into()), now), Layout::default());
    }

    #[test]
    fn a_reset_forgets_everything() {
        let now = InForce { columns: &ids(&["a"]), pinned: &[] };
        let layout = Layout::default()
            .apply(LayoutChange::Density(Density::Roomy), now)
            .apply(LayoutChange::Wrap(true), now)
            .apply(LayoutChange::Hide(ids(&["a"])), now);
        assert_ne!(layout, Layout::default());
        assert_eq!(layout.apply(LayoutChange::Reset, now), Layout::default());
    }
}
