use super::Navigation;
use crate::layout::{InForce, Layout, LayoutChange};
use crate::model::ColumnId;
use crate::query::{Change, ColumnChoice};
use crate::view_model::{columns, columns_in_force};
use leptos::prelude::*;

/// How the table looks, and the saved views. Which view is open stands in the address, so that back
/// and reload find it again.
#[derive(Clone, Copy)]
pub struct Views {
    navigation: Navigation,
    /// The looks that somebody changed, by the name of the view in which it was done; the plain
    /// list's name is empty.
    looks: RwSignal<Vec<(String, Layout)>>,
    layout: Memo<Layout>,
}

impl Views {
    /// Follows the address.
    pub(super) fn follow(navigation: Navigation) -> Self {
        let looks: RwSignal<Vec<(String, Layout)>> = RwSignal::new(Vec::new());
        let view = navigation.view();
        let layout = Memo::new(move |_| {
            let view = view.get().unwrap_or_default();
            looks
                .with(|looks| looks.iter().find(|(name, _)| *name == view).map(|(_, layout)| layout.clone()))
                .unwrap_or_default()
        });
        Self { navigation, looks, layout }
    }

    /// How the table looks at present.
    pub fn layout(self) -> Signal<Layout> {
        self.layout.into()
    }

    /// Changes the look. `given` are the columns of the endpoint. Where the address names the
    /// columns, it is the address that changes.
    pub fn lay_out(self, change: LayoutChange, given: &[ColumnId]) {
        let choice = self.navigation.query().with_untracked(|query| query.columns.clone());
        let layout = self.layout.get_untracked();
        let in_force = columns_in_force(given, &choice, &layout);
        let shown = columns(given, &choice, &layout, Default::default());
        let pinned: Vec<ColumnId> =
            shown.into_iter().filter(|column| column.is_pinned).map(|column| column.id).collect();
        let is_reset = change == LayoutChange::Reset;
        let is_of_columns = change.is_of_columns();
        let mut next = layout.apply(change, InForce { columns: &in_force, pinned: &pinned });
        if is_of_columns && choice != ColumnChoice::Default {
            let named = if is_reset { None } else { next.columns.take() };
            if !is_reset {
                next.columns = layout.columns;
            }
            self.navigation.go(Change::Columns(named.map_or(ColumnChoice::Default, ColumnChoice::Named)));
        }
        self.keep(next);
    }

    fn keep(self, layout: Layout) {
        let view = self.navigation.view().get_untracked().unwrap_or_default();
        self.looks.update(|looks| {
            looks.retain(|(name, _)| *name != view);
            if layout != Layout::default() {
                looks.push((view, layout));
            }
        });
    }
}
