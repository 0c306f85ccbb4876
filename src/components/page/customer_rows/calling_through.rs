//! Calling through the rows, a group or the selected: who comes next, and where the list is asked to go on.
mod known;
mod steps;

use super::List;
use crate::components::preview::preview_pane::details::ValueActions;
use crate::components::{CallPane, RunActions, follow_ups};
use crate::config::FollowUpUse;
use crate::model::{CallRun, CustomerId};
use crate::state::{Back, Details, LoadState, is_typing, moment, today, write_clipboard};
use crate::view_model::{Copied, Dates, copied, run_summary};
use leptos::{ev, prelude::*};

impl List {
    /// Calling through, with all that it needs, while there is a run.
    pub fn calling_through(self) -> AnyView {
        let words = self.words();
        let (state, run) = (self.call_run, self.call_run.run());
        let turning = RwSignal::new(false);
        let this = CallingThrough { list: self, details: expect_context(), turning };
        Effect::new(move |_| {
            if let Some(start) = state.asked().get() {
                state.asked().set(None);
                untrack(|| this.begin(start));
            }
        });
        let id = Memo::new(move |_| run.with(|run| run.as_ref()?.current().cloned()));
        // Rows are read to find the customer, so only those before are.
        let row = Memo::new(move |_| {
            let id = id.get()?;
            self.rows.with(|rows| {
                rows.of_customers()
                    .find(|row| rows.customer(*row).is_some_and(|it| it.id.as_ref() == Some(&id)))
            })
        });
        Effect::new(move |_| self.called.set(row.get()));
        let known = Memo::new(move |_| {
            let id = id.get()?;
            let here = row.get().and_then(|row| this.picked(row));
            here.or_else(|| state.customer(&id))
        });
        this.ask_for_missing(id, known);
        this.follow_pages();
        let called = Signal::derive(move || this.called(id.get(), known.get()));
        let is_running = Signal::derive(move || id.with(Option::is_some));
        let is_over = Signal::derive(move || run.with(|run| run.as_ref().is_some_and(CallRun::is_over)));
        let back = expect_context::<Back>();
        back.closes(is_running, move || this.leave());
        back.closes(is_over, move || this.close());
        this.listen_to_keys();
        let is_last = Signal::derive(move || {
            let has_next = run.with(|run| run.as_ref().is_none_or(|run| run.has(true)));
            !has_next && !this.goes_on()
        });
        let is_turning = Signal::derive(move || {
            turning.get() && self.customers.state().with(|it| matches!(it, LoadState::Loading(_)))
        });
        let opened = self.opened.is_open();
        let shown = Signal::derive(move || run.get().filter(|_| !opened.get()));
        let actions = RunActions {
            step: Callback::new(move |is_next| this.step(is_next)),
            mark: Callback::new(move |mark| this.mark(mark)),
            end: Callback::new(move |()| state.change(CallRun::end)),
            close: Callback::new(move |()| this.close()),
            again: Callback::new(move |()| this.again()),
            go_to: Callback::new(move |id: CustomerId| {
                state.go_to(&id);
            }),
            retry: Callback::new(move |()| {
                id.get_untracked().into_iter().for_each(|id| this.ask(id));
            }),
            copy: Callback::new(move |()| {
                let text = run.with_untracked(|run| {
                    let name = |id: &CustomerId| this.name(id);
                    Some(run_summary(run.as_ref()?, name, &moment(), words))
                });
                text.into_iter().for_each(|text| this.copy(copied(&[vec![text]])));
            }),
            value: ValueActions {
                on_filter: Callback::new(move |change| self.question.change(change)),
                on_copy: Callback::new(move |copied| this.copy(copied)),
            },
        };
        let name_of = Callback::new(move |id: CustomerId| this.name(&id));
        let usage = self.operator.follow_ups;
        let follow_ups = usage.is_on().then(|| {
            // Who was written about is done: the next one, unless somebody has gone there already.
            let on_saved = Callback::new(move |saved: CustomerId| {
                if id.with_untracked(|id| id.as_ref() == Some(&saved)) {
                    this.step(true);
                }
            });
            Callback::new(move |customer: Signal<Option<CustomerId>>| {
                let by_itself = self.settings.history_in_run.into();
                follow_ups::panel(customer, usage == FollowUpUse::Write, Some(on_saved), by_itself, words)
            })
        });
        let are_exact = move || self.settings.exact_dates.get_untracked();
        let dates = Callback::new(move |()| Dates { today: today(), are_exact: are_exact() });
        view! { <CallPane run=shown called is_turning is_last name_of dates actions follow_ups words /> }
            .into_any()
    }
}

/// A run, and the list that it goes through.
#[derive(Clone, Copy)]
struct CallingThrough {
    list: List,
    details: Details,
    /// A step went over the end of the page: its customer is called when the next page is there.
    turning: RwSignal<bool>,
}

impl CallingThrough {
    fn copy(self, copied: Copied) {
        let (toast, words) = (self.list.toast, self.list.words());
        write_clipboard(copied, move |is_written| {
            toast.show(if is_written { words.copied } else { words.copy_by_key }.to_owned());
        });
    }

    /// `n` and `p` work wherever the focus is, unless single keys are switched off.
    fn listen_to_keys(self) {
        let opened = self.list.opened.is_open();
        let listener = window_event_listener(ev::keydown, move |event| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing());
            let is_shown = self.list.call_run.run().with_untracked(|run| {
                run.as_ref().is_some_and(|run| !run.is_over()) && !opened.get_untracked()
            });
            let is_free = !is_typing() && document().query_selector("dialog[open]").ok().flatten().is_none();
            if !(is_plain && is_shown && is_free && self.list.settings.single_keys.get_untracked()) {
                return;
            }
            match event.key().as_str() {
                "n" => self.step(true),
                "p" => self.step(false),
                _ => return,
            }
            event.prevent_default();
        });
        on_cleanup(move || listener.remove());
    }
}
