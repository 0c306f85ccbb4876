//! The rows as the screen shows them.
use super::grouped::Grouped;
use crate::components::Rows;
use crate::model::{AnswerIndex, CustomerPage};
use crate::state::{Answer, Remembered, Seen};
use crate::view_model::Dates;
use leptos::prelude::*;
use std::sync::Arc;

/// The rows of an answer or, where only some of them are wanted, of those that were `found`.
pub(super) fn shown_rows(
    answer: Signal<Option<Arc<Answer>>>,
    found: Signal<Option<Arc<[AnswerIndex]>>>,
    grouped: Grouped,
    dates: Signal<Dates>,
) -> Signal<Rows> {
    let (seen, remembered) = (expect_context::<Seen>(), expect_context::<Remembered>());
    let is_changed = Callback::new(move |at: AnswerIndex| {
        answer.with_untracked(|answer| {
            let seen =
                |answer: &Arc<Answer>| Some(seen.is_changed(answer.page.customers.get(at)?, answer.stamp));
            answer.as_ref().and_then(seen).unwrap_or_default()
        })
    });
    let is_opened = Callback::new(move |at: AnswerIndex| {
        let id = answer.with_untracked(|answer| answer.as_ref()?.page.customers.get(at)?.id.clone());
        id.is_some_and(|id| remembered.contains(&id))
    });
    Signal::derive(move || {
        let answer = answer.get();
        Rows {
            stamp: answer.as_ref().map_or(0, |answer| answer.stamp),
            list_key: answer.as_ref().map_or(0, |answer| answer.list_key),
            scroll_position: answer.as_ref().map(|answer| answer.scroll_position).unwrap_or_default(),
            page: answer.map_or_else(|| Arc::new(NoRows::default()) as _, |answer| answer as _),
            only: found.get(),
            groups: grouped.rows(),
            dates: dates.get(),
            is_changed,
            is_opened,
        }
    })
}

#[derive(Default)]
struct NoRows(CustomerPage);

impl AsRef<CustomerPage> for NoRows {
    fn as_ref(&self) -> &CustomerPage {
        &self.0
    }
}
