//! What is copied of the rows.
use super::List;
use crate::state::today;
use crate::view_model::{
    ColumnFacts, ColumnView, Copied, Dates, Place, cell_text, cell_view, columns, copied, row_texts,
};
use leptos::prelude::*;

impl List {
    /// What copying takes: the selected rows or, where none are, the cell.
    pub(super) fn copied(self, place: Place) -> Option<Copied> {
        if self.refuses() {
            return None;
        }
        if self.selection.picked().with_untracked(|picked| !picked.is_empty()) {
            return Some(self.copied_rows(false));
        }
        self.copied_cell(place)
    }

    pub(super) fn copied_cell(self, place: Place) -> Option<Copied> {
        let words = self.words();
        let text = self.rows.with_untracked(|rows| {
            self.columns.with_untracked(|columns| {
                let column = columns.get(place.column)?;
                let Some(row) = place.customer() else { return Some(column.title.clone()) };
                let view = cell_view(rows.customer(row)?, column, Dates::exact(rows.dates.today), words);
                Some(cell_text(&view, words))
            })
        })?;
        Some(copied(&[vec![text]]))
    }

    /// The selected rows in the columns that are shown, those from other pages too.
    pub(super) fn copied_rows(self, with_titles: bool) -> Copied {
        let (today, words, lang) = (today(), self.words(), self.settings.language());
        let layout = self.views.layout().get_untracked();
        let choice = self.navigation.query().with_untracked(|query| query.columns.clone());
        let shown = self.columns.get_untracked();
        let facts = ColumnFacts { fields: self.fields.catalog().get_untracked(), ..ColumnFacts::default() };
        let mut texts = Vec::new();
        if with_titles {
            texts.push(shown.iter().map(|column| column.title.clone()).collect());
        }
        self.selection.picked().with_untracked(|all| {
            for picked in all.iter() {
                let own = columns(&picked.columns, &choice, &layout, &facts, lang);
                // Another tab of the list may give other columns: each title keeps its own.
                let aligned: Vec<ColumnView> = shown
                    .iter()
                    .map(|column| {
                        let found = own.iter().find(|it| it.id == column.id).cloned();
                        found.unwrap_or_else(|| ColumnView { at: usize::MAX, ..column.clone() })
                    })
                    .collect();
                texts.push(row_texts(&picked.customer, &aligned, today, words));
            }
        });
        copied(&texts)
    }
}
