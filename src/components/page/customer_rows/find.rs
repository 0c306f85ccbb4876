//! Finding in the rows that are loaded. The table draws only what is near the window, so the
//! browser's own find would miss the rest: its key opens this bar, and pressed in the bar it is the
//! browser's again.
use crate::components::page::list_focus::focus_table;
use crate::components::{FindBar, lazy_views};
use crate::model::AnswerIndex;
use crate::query::Change;
use crate::state::{Answer, Navigation, Question, Settings, pinyin_initial};
use crate::view_model::{ColumnView, FindIndex, haystack};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// What the table shows of the rows: `None` is all of them.
type Found = Option<Arc<[AnswerIndex]>>;

/// What can be read of an answer's rows in these columns.
struct Indexed {
    stamp: u32,
    columns: Arc<[ColumnView]>,
    rows: FindIndex,
}

#[derive(Clone, Copy)]
pub struct Find {
    answer: Signal<Option<Arc<Answer>>>,
    /// All columns that can be shown.
    columns: Signal<Arc<[ColumnView]>>,
    is_open: RwSignal<bool>,
    typed: RwSignal<String>,
    called: RwSignal<u32>,
    /// What finds, while the bar is open: its code comes with the bar's.
    finder: RwSignal<Option<Memo<Found>>>,
}

impl Find {
    /// `sought` is what somebody wants to look for before the rows are there.
    pub(super) fn new(
        answer: Signal<Option<Arc<Answer>>>,
        columns: Signal<Arc<[ColumnView]>>,
        sought: RwSignal<Option<String>>,
    ) -> Self {
        let typed = sought.try_update_untracked(Option::take).flatten();
        let find = Self {
            answer,
            columns,
            is_open: RwSignal::new(typed.is_some()),
            typed: RwSignal::new(typed.unwrap_or_default()),
            called: RwSignal::new(0),
            finder: RwSignal::new(None),
        };
        let listener = window_event_listener(ev::keydown, move |event| find.pressed(&event));
        on_cleanup(move || listener.remove());
        find
    }

    /// The places of the rows that hold what is typed; `None` while nothing is looked for.
    pub(super) fn found(self) -> Found {
        self.finder.get().and_then(|finder| finder.try_get().flatten())
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let is_find_key = event.key().eq_ignore_ascii_case("f")
            && (event.ctrl_key() || event.meta_key())
            && !event.shift_key()
            && !event.alt_key();
        let active = document().active_element();
        let is_here = active.as_ref().is_some_and(|active| active.closest(".find").ok().flatten().is_some());
        // Behind a dialog there is nothing to find.
        let is_covered = document().query_selector("dialog[open]").ok().flatten().is_some();
        if is_find_key && !is_here && !is_covered {
            event.prevent_default();
            self.is_open.set(true);
            self.called.update(|called| *called = called.wrapping_add(1));
        }
    }

    fn close(self) {
        self.is_open.set(false);
        // The keyboard goes back to where it was in the table.
        focus_table();
    }

    /// The bar, while it is open.
    pub(super) fn bar(self) -> impl IntoView {
        move || self.is_open.get().then(|| lazy_views::find_bar(self))
    }

    /// What the bar consists of, with all that finds.
    pub fn content(self) -> AnyView {
        let Self { answer, columns, typed, finder, .. } = self;
        // Made for an answer when something is first looked for in it.
        let index: StoredValue<Option<Indexed>> = StoredValue::new(None);
        let found = Memo::new(move |_| {
            if typed.with(|typed| typed.trim().is_empty()) {
                return None;
            }
            let answer = answer.get()?;
            let columns = columns.get();
            index.update_value(|index| {
                let is_it =
                    |known: &Indexed| known.stamp == answer.stamp && Arc::ptr_eq(&known.columns, &columns);
                if !index.as_ref().is_some_and(is_it) {
                    let rows = answer.page.customers.iter().map(|customer| haystack(customer, &columns));
                    let rows = FindIndex::new(rows);
                    *index = Some(Indexed { stamp: answer.stamp, columns: columns.clone(), rows });
                }
            });
            let found = index.with_value(|index| {
                let find = |index: &Indexed| typed.with(|typed| index.rows.find(typed, pinyin_initial));
                index.as_ref().map(find).unwrap_or_default()
            });
            Some(found.into())
        });
        finder.set(Some(found));
        on_cleanup(move || {
            finder.try_set(None);
        });
        let loaded = Signal::derive(move || {
            answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.page.customers.len()))
        });
        let found = Signal::derive(move || found.with(|found| found.as_ref().map(|found| found.len())));
        let navigation = expect_context::<Navigation>();
        let question = expect_context::<Question>();
        let settings = expect_context::<Settings>();
        let on_type = Callback::new(move |text| typed.set(text));
        let on_close = Callback::new(move |()| self.close());
        let on_send = Callback::new(move |words: String| {
            self.is_open.set(false);
            let field = navigation.query().with_untracked(|query| query.filters.search.field.clone());
            question.change(Change::Search { words, field });
        });
        let (called, words) = (self.called, settings.words());
        view! { <FindBar typed on_type found loaded on_send on_close called words /> }.into_any()
    }
}
