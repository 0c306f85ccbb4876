use crate::model::{ColumnId, PageNumber};
use crate::state::{Answer, Customers, Fields, LoadState, Navigation, Settings, Views, lasts, when_idle};
use crate::view_model::{
    ColumnFacts, ColumnView, PagerView, available_columns, columns, is_default, missing_columns,
};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Shorter waits are not seen as such.
const SLOW: Duration = Duration::from_millis(120);
/// Shorter ones end before a reader has looked: nothing is said of them, so that the rows need not wait
/// for a frame that only says that they are coming.
const VISIBLE: Duration = Duration::from_millis(50);

/// The last good answer and how the loading of the next stands, each value told only when it changes.
#[derive(Clone, Copy)]
pub(super) struct Loaded {
    /// The last good answer.
    pub answer: Memo<Option<Arc<Answer>>>,
    /// How many rows it has.
    pub row_count: Memo<Option<usize>>,
    /// Whether it has any.
    pub has_rows: Memo<bool>,
    /// The columns to show, in their order.
    pub columns: Memo<Arc<[ColumnView]>>,
    /// All columns that can be shown.
    pub available: Memo<Arc<[ColumnView]>>,
    /// What the endpoint gave as columns.
    pub given: Memo<Option<Arc<[ColumnId]>>>,
    /// Whether an answer is on its way.
    pub is_busy: Memo<bool>,
    /// Whether that lasts so long that it is said.
    pub is_waiting: Signal<bool>,
    /// Whether it lasts so long that it is shown.
    pub is_slow: Signal<bool>,
    /// Whether the rows are seen to answer another question than the one on the screen.
    pub is_foreign: Memo<bool>,
}

impl Loaded {
    /// Follows the list's state.
    pub fn follow() -> Self {
        let (customers, navigation) = (expect_context::<Customers>(), expect_context::<Navigation>());
        let (views, language) = (expect_context::<Views>(), expect_context::<Settings>().language());
        let state = customers.state();
        let is_busy = Memo::new(move |_| state.with(|state| matches!(state, LoadState::Loading(_))));
        let (is_slow, is_waiting) = (lasts(is_busy, SLOW), lasts(is_busy, VISIBLE));
        // Nothing can be done with such rows from the first moment on; a quick answer takes them away before
        // a change of their look would be seen as anything but a flicker.
        let is_failed = Memo::new(move |_| state.with(|state| matches!(state, LoadState::Failed(..))));
        let is_foreign =
            Memo::new(move |_| customers.is_foreign().get() && (is_failed.get() || is_slow.get()));
        let answer = Memo::new_with_compare(
            move |_| state.with(|state| state.answer().cloned()),
            |a: Option<&Option<Arc<Answer>>>, b| stamp(a) != stamp(b),
        );
        // Nearly every answer has the same ones.
        let given = Memo::new(move |_| {
            answer.with(|answer| answer.as_ref().map(|answer| answer.page.columns.clone()))
        });
        let fields = expect_context::<Fields>().catalog();
        let missing = missing(answer);
        let facts = Memo::new(move |_| ColumnFacts { fields: fields.get(), missing: missing.get() });
        let shown = Memo::new(move |_| {
            let choice = navigation.query().with(|query| query.columns.clone());
            let layout = views.layout().get();
            given.with(|given| {
                given
                    .as_ref()
                    .map(|given| columns(given, &choice, &layout, &facts.read(), language))
                    .unwrap_or_default()
                    .into()
            })
        });
        let available = Memo::new(move |_| {
            let layout = views.layout().get();
            given.with(|given| -> Arc<[ColumnView]> {
                given
                    .as_ref()
                    .map(|given| available_columns(given, &layout, &facts.read(), language))
                    .unwrap_or_default()
                    .into()
            })
        });
        let row_count = Memo::new(move |_| {
            answer.with(|answer| answer.as_ref().map(|answer| answer.page.customers.len()))
        });
        let has_rows = Memo::new(move |_| row_count.get().is_some_and(|count| count > 0));
        Self {
            answer,
            row_count,
            has_rows,
            columns: shown,
            available,
            given,
            is_busy,
            is_waiting,
            is_slow,
            is_foreign,
        }
    }

    /// The pager: it changes together with the rows, and at once where they take longer.
    pub fn pager(self) -> Memo<PagerView> {
        let query = expect_context::<Navigation>().query();
        Memo::new(move |_| {
            let page = query.with(|query| query.page);
            let (is_busy, is_waiting) = (self.is_busy.get(), self.is_waiting.get());
            self.answer.with(|answer| match answer {
                Some(answer) => {
                    let page = if is_busy && !is_waiting { answer.query.page } else { page };
                    let follows = (!is_waiting && answer.query.page == page).then_some(answer.follows);
                    PagerView::new(page, answer.seen, follows).with_total(&answer.page, answer.per_page)
                }
                None => PagerView::new(page, PageNumber::FIRST, None),
            })
        })
    }
}

/// The columns for which no row has a key. Those that are shown by themselves are looked at before the rows
/// are drawn, so that none comes and goes; all others when the browser has nothing better to do.
fn missing(answer: Memo<Option<Arc<Answer>>>) -> Memo<Arc<[ColumnId]>> {
    let whole = RwSignal::new((0, Arc::from([])));
    Effect::new(move |_| {
        let Some(answer) = answer.get() else { return };
        when_idle(move || {
            whole.try_set((answer.stamp, missing_columns(&answer.page, false).into()));
        });
    });
    Memo::new(move |before: Option<&Arc<[ColumnId]>>| {
        let Some(answer) = answer.get() else { return Arc::default() };
        let (stamp, missing) = whole.get();
        if stamp == answer.stamp {
            return missing;
        }
        // Until then those are missing that were so in the rows before.
        let mut missing = missing_columns(&answer.page, true);
        missing.extend(before.iter().flat_map(|it| it.iter()).filter(|id| !is_default(id)).cloned());
        missing.into()
    })
}

fn stamp(answer: Option<&Option<Arc<Answer>>>) -> Option<Option<u32>> {
    answer.map(|answer| answer.as_ref().map(|answer| answer.stamp))
}
