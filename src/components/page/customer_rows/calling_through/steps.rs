//! Who is called next, and where the list has to go on for it.
use super::CallingThrough;
use crate::components::page::list_focus::focus_table;
use crate::model::{CallMark, CallRun, Customer, NextPage, Picked};
use crate::query::Change;
use crate::state::{Answer, LoadState, RunStart};
use leptos::prelude::*;
use std::sync::Arc;

impl CallingThrough {
    pub(super) fn begin(self, start: RunStart) {
        let list = self.list;
        if list.refuses() {
            return;
        }
        let is_on = list.call_run.run().with_untracked(|run| run.as_ref().is_some_and(|run| !run.is_over()));
        list.opened.close_quietly();
        let rows = |rows: &mut dyn Iterator<Item = usize>| -> Vec<Picked> {
            rows.filter_map(|row| self.picked(row)).collect()
        };
        let is_begun = match start {
            RunStart::Group(heading) => {
                let of_group: Vec<usize> = list.rows.with_untracked(|all| {
                    (heading + 1..all.count()).take_while(|row| all.source(*row).is_some()).collect()
                });
                list.call_run.begin(rows(&mut of_group.into_iter()), None)
            }
            RunStart::Rows if list.selection.picked().with_untracked(|all| !all.is_empty()) => {
                list.call_run.begin(self.selected(), None)
            }
            // Whoever asks for it once more wants to see it.
            RunStart::Rows if is_on => true,
            RunStart::Rows => {
                let all: Vec<usize> = list.rows.with_untracked(|rows| rows.of_customers().collect());
                let is_whole = list.rows.with_untracked(|rows| rows.only.is_none());
                let query = list.answer.get_untracked().filter(|_| is_whole).map(|it| it.query.clone());
                list.call_run.begin(rows(&mut all.into_iter()), query)
            }
        };
        self.turning.set(false);
        if !is_begun {
            list.toast.show(list.words().run_nobody.to_owned());
        }
    }

    /// The selected customers in the order of the eye, then those of other pages.
    fn selected(self) -> Vec<Picked> {
        self.list.selection.picked().with_untracked(|picked| {
            let rows: Vec<usize> = self.list.rows.with_untracked(|rows| rows.of_customers().collect());
            let here = rows.into_iter().filter_map(|row| self.picked(row));
            let mut all: Vec<Picked> = here.filter(|it| picked.contains(&it.customer)).collect();
            // Who stands there already keeps the place.
            all.extend(picked.iter().cloned());
            all
        })
    }

    /// The customer of a row, as it is kept.
    pub(super) fn picked(self, row: usize) -> Option<Picked> {
        self.list.rows.with(|rows| {
            let columns = (*rows.page).as_ref().columns.clone();
            Some(Picked { customer: Arc::new(rows.customer(row)?.clone()), columns })
        })
    }

    pub(super) fn step(self, is_next: bool) {
        let state = self.list.call_run;
        let has = state.run().with_untracked(|run| run.as_ref().is_some_and(|run| run.has(is_next)));
        if has {
            self.turning.set(false);
            state.change(|run| run.step(is_next));
        } else if is_next && !self.go_on() && !untrack(|| self.turn()) {
            state.change(CallRun::end);
        }
    }

    /// Notes what came of the call. Where there is nothing more to do with the customer, the next is called.
    pub(super) fn mark(self, mark: CallMark) {
        let state = self.list.call_run;
        let known = state.run().with_untracked(|run| {
            let run = run.as_ref()?;
            run.mark_of(run.current()?)
        });
        let is_new = known != Some(mark);
        state.change(|run| run.mark(is_new.then_some(mark)));
        let has_next = state.run().with_untracked(|run| run.as_ref().is_some_and(|run| run.has(true)));
        if is_new && mark != CallMark::Reached && has_next {
            self.step(true);
        }
    }

    /// The rows on the screen, if they are of the list that is called through.
    fn own_answer(self) -> Option<Arc<Answer>> {
        let list = self.list;
        let answer = list.answer.get().filter(|_| list.rows.with(|rows| rows.only.is_none()))?;
        (list.call_run.goes_through(&answer.query) && !list.customers.is_foreign().get()).then_some(answer)
    }

    fn unseen(self) -> Vec<Picked> {
        if self.own_answer().is_none() {
            return Vec::new();
        }
        let rows: Vec<usize> = self.list.rows.with(|rows| rows.of_customers().collect());
        self.list.call_run.run().with(|run| {
            let Some(run) = run else { return Vec::new() };
            let is_new = |it: &Picked| it.customer.id.as_ref().is_some_and(|id| !run.contains(id));
            rows.into_iter().filter_map(|row| self.picked(row)).filter(is_new).collect()
        })
    }

    /// Whether anybody follows behind the last customer of the run.
    pub(super) fn goes_on(self) -> bool {
        self.own_answer().is_some_and(|answer| answer.follows != NextPage::No) || !self.unseen().is_empty()
    }

    /// Goes on with rows that stand there and were not called; `false` where there are none.
    fn go_on(self) -> bool {
        let unseen = untrack(|| self.unseen());
        let has_more = !unseen.is_empty();
        if has_more {
            self.list.call_run.extend(unseen);
            self.turning.set(false);
            self.list.call_run.change(|run| run.step(true));
        }
        has_more
    }

    /// Turns the list's page; `false` where there is none.
    fn turn(self) -> bool {
        let list = self.list;
        if self.turning.get_untracked() {
            match list.customers.state().get_untracked() {
                LoadState::Loading(_) => return true,
                LoadState::Failed(..) => {
                    list.customers.ask_again();
                    return true;
                }
                // What was asked for came without anybody new, or not at all: once more.
                LoadState::Ready(_) | LoadState::Idle => {}
            }
        }
        let Some(answer) = self.own_answer().filter(|answer| answer.follows != NextPage::No) else {
            return false;
        };
        let Some(page) = answer.query.page.next() else { return false };
        self.turning.set(true);
        // Who was written about may have left the list, and then this page has others now.
        if list.customers.is_outdated(&answer) {
            list.customers.ask_again();
        } else {
            list.question.change(Change::GoTo(page));
        }
        true
    }

    /// The next page has come: its first customer is called.
    pub(super) fn follow_pages(self) {
        let answer = self.list.answer;
        Effect::watch(
            move || answer.with(|answer| answer.as_ref().map(|answer| answer.stamp)),
            move |_, _, _| {
                if !self.turning.get_untracked() || self.go_on() {
                    return;
                }
                // A row that was read again by itself brings nobody.
                let own = untrack(|| self.own_answer());
                let Some(answer) = own.filter(|it| !self.list.customers.is_outdated(it)) else { return };
                self.turning.set(false);
                // All of these were called: the list goes on behind them, or is at its end.
                if answer.follows == NextPage::No || !untrack(|| self.turn()) {
                    self.list.call_run.change(CallRun::end);
                }
            },
            false,
        );
    }

    /// Back ends the run: with its summary, where there is something to sum up.
    pub(super) fn leave(self) {
        let has_marks =
            self.list.call_run.run().with_untracked(|run| run.as_ref().is_some_and(CallRun::has_marks));
        if has_marks {
            self.list.call_run.change(CallRun::end);
        } else {
            self.close();
        }
    }

    pub(super) fn close(self) {
        self.turning.set(false);
        self.list.call_run.close();
        focus_table();
    }

    /// Calls those who are to be called later.
    pub(super) fn again(self) {
        let state = self.list.call_run;
        let again = state.run().with_untracked(|run| run.as_ref().and_then(CallRun::again));
        let Some(again) = again else { return };
        let known = again.order().iter().map(|id| {
            let nothing = || Picked {
                customer: Arc::new(Customer { id: Some(id.clone()), ..Customer::default() }),
                columns: Arc::from([]),
            };
            state.customer(id).unwrap_or_else(nothing)
        });
        state.begin(known.collect(), None);
    }
}
