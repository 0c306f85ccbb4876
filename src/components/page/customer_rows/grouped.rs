//! The rows in groups, where the address asks for them.
use crate::model::{AnswerIndex, ColumnId};
use crate::state::{Answer, Customers, LoadState, Navigation, Settings, Today};
use crate::view_model::{ColumnView, Grouping, groups};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub(super) struct Grouped {
    rows: Memo<Option<Arc<Grouping>>>,
    /// The keys of the groups whose rows are folded away.
    folded: RwSignal<BTreeSet<String>>,
}

impl Grouped {
    /// Groups the rows of an answer, or those of them that were found.
    pub fn new(
        answer: Signal<Option<Arc<Answer>>>,
        available: Signal<Arc<[ColumnView]>>,
        found: Signal<Option<Arc<[AnswerIndex]>>>,
    ) -> Self {
        let (settings, navigation) = (expect_context::<Settings>(), expect_context::<Navigation>());
        let today = expect_context::<Today>();
        let folded = RwSignal::new(BTreeSet::new());
        let customers = expect_context::<Customers>();
        // Another question's rows are on their way: until they are here or cannot be had, these need no other groups.
        let is_waiting = move || {
            customers.is_foreign().get()
                && !customers.state().with(|state| matches!(state, LoadState::Failed(..)))
        };
        let by = Memo::new(move |known: Option<&Option<ColumnId>>| match known {
            Some(known) if is_waiting() => known.clone(),
            _ => navigation.query().with(|query| query.group.clone()),
        });
        // Another column has other groups.
        Effect::watch(move || by.get(), move |_, _, _| folded.update(BTreeSet::clear), false);
        // A row that was read again by itself, after a follow-up, stays in the group where the reader left it.
        let as_it_came = Memo::new_with_compare(
            move |known: Option<&Option<(ColumnId, Arc<Answer>)>>| {
                let (by, now) = (by.get()?, answer.get()?);
                let known =
                    known.cloned().flatten().filter(|(known, _)| *known == by).map(|(_, known)| known);
                let known = known.filter(|known| now.is_renewed(known));
                Some((by, known.unwrap_or(now)))
            },
            |before, now| {
                let key = |it: Option<&Option<(ColumnId, Arc<Answer>)>>| {
                    it.cloned().flatten().map(|(by, answer)| (by, answer.stamp))
                };
                key(before) != key(now)
            },
        );
        let rows = Memo::new(move |_| {
            let (by, answer) = as_it_came.get()?;
            let column = available.with(|all| all.iter().find(|column| column.id == by).cloned())?;
            let customers = &answer.page.customers;
            let shown: Vec<AnswerIndex> = match found.get() {
                Some(found) => found.to_vec(),
                None => (0..customers.len()).map(AnswerIndex).collect(),
            };
            let rows = shown.into_iter().filter_map(|at| Some((at, customers.get(at)?)));
            let words = settings.words();
            let groups = groups(rows, &column, today.get(), words);
            Some(Arc::new(folded.with(|folded| Grouping::new(groups, |key| folded.contains(key), words))))
        });
        Self { rows, folded }
    }

    /// The rows in their groups.
    pub fn rows(self) -> Option<Arc<Grouping>> {
        self.rows.get()
    }

    /// Folds the group of a heading away, or shows it again.
    pub fn fold(self, row: usize) {
        let key = self.rows.with_untracked(|rows| Some(rows.as_ref()?.heading(row)?.key.clone()));
        if let Some(key) = key {
            self.folded.update(|folded| {
                if !folded.remove(&key) {
                    folded.insert(key);
                }
            });
        }
    }
}
