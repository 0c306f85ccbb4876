use super::asked::{Asked, CachedAnswer};
use super::decide::{self, AfterFailure, Visit};
use super::{Customers, LoadState};
use crate::api::rate_limiter::Priority;
use crate::api::transport::Failure;
use crate::api::{Request, read_page};
use crate::model::{CustomerPage, MAX_AGE, Recent};
use crate::state::browser::clock::{now_ms, today};
use crate::state::run::Ticket;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Waker};
use web_sys::AbortController;

/// A call on its way.
pub(super) struct Running {
    pub question: Asked,
    abort: Option<AbortController>,
    ticket: Ticket,
}

/// Why a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Its rows are to be shown.
    Show,
    /// Its rows are shown, and the user wants newer ones.
    Refresh,
    /// Its rows are shown and old. That nothing newer came is not worth a word.
    Renew,
    /// Its rows will likely be asked for.
    Prefetch,
}

impl Customers {
    pub(super) fn ask(self, question: Asked, token: Option<String>) {
        let is_asked_again = self.is_asked_again.get_value();
        self.is_asked_again.set_value(false);
        self.stop(self.running);
        self.is_refreshing.maybe_update(std::mem::take);
        if token.is_none() {
            self.stop(self.prefetch);
            // Whoever comes next may be somebody else.
            self.cache.update_value(Recent::clear);
            // Signing out leaves nothing; an ended session keeps the rows for the same person.
            let is_over = self.session.over().with_untracked(Option::is_some);
            self.is_interrupted.set_value(is_over);
            if !is_over {
                self.state.set(LoadState::Idle);
            }
            return;
        }
        let is_back = self.is_interrupted.get_value();
        self.is_interrupted.set_value(false);
        let visit = Visit {
            arrival: self.navigation.take_arrival(),
            is_turned_back: self.is_turned_back.try_update_value(std::mem::take) == Some(true),
            is_asked_again,
        };
        // A page before this one that customers may have moved to is asked for again.
        let is_before = self.last().is_some_and(|here| {
            let (here, query) = (&here.query, &question.query);
            query.page < here.page && query.is_same_list(here)
        });
        let changed_at = self.changed_at.get_value();
        let is_old =
            |known: &CachedAnswer| now_ms() - known.at > MAX_AGE || is_before && known.at < changed_at;
        let known = self.cache.try_update_value(|cache| cache.get(&question)).flatten();
        if let Some(known) = known.filter(|known| decide::may_use(visit, is_old(known))) {
            let is_old = is_old(&known);
            self.show(question, known, if visit.is_turned_back { Purpose::Renew } else { Purpose::Show });
            if is_old {
                self.refresh(false);
            }
            return;
        }
        let last = self.last();
        // Who goes on after signing in again stays where they were.
        let stays = is_back
            && last.as_ref().is_some_and(|it| it.query == question.query && it.per_page == question.per_page);
        let purpose = if stays { Purpose::Refresh } else { Purpose::Show };
        self.state.set(LoadState::Loading(last));
        let is_coming =
            self.prefetch.with_value(|prefetch| prefetch.as_ref().is_some_and(|it| it.question == question));
        if !is_coming {
            self.stop(self.prefetch);
            self.call(question, purpose, Priority::Asked);
        }
    }

    pub(super) fn call(self, question: Asked, purpose: Purpose, priority: Priority) {
        let Some(token) = self.session.token_untracked() else { return };
        let ticket = self.run.start();
        let abort = AbortController::new().ok();
        let place = if purpose == Purpose::Prefetch { self.prefetch } else { self.running };
        place.set_value(Some(Running { question: question.clone(), abort: abort.clone(), ticket }));
        self.is_refreshing.maybe_update(|known| {
            let is_refreshing = matches!(purpose, Purpose::Refresh | Purpose::Renew);
            std::mem::replace(known, is_refreshing) != is_refreshing
        });
        let task = async move {
            let request = Request::list(&question.query, question.per_page, today());
            let outcome = self.calls.get(&request, &token, priority, abort, read_page).await;
            let is_newest =
                |running: &Option<Running>| running.as_ref().is_some_and(|it| it.ticket == ticket);
            if place.try_with_value(is_newest) == Some(true) {
                place.set_value(None);
                self.settle(question, purpose, outcome);
            }
        };
        begin(Box::pin(task));
    }

    fn settle(self, question: Asked, purpose: Purpose, outcome: Result<CustomerPage, Failure>) {
        self.is_refreshing.maybe_update(std::mem::take);
        // The user may have turned to the page that was prefetched.
        let is_awaited = purpose == Purpose::Show
            || self.running.with_value(Option::is_none)
                && self.question.with_untracked(|it| *it == question)
                && self.state.with_untracked(|state| matches!(state, LoadState::Loading(_)));
        match outcome {
            Ok(page) => {
                let size = page.size;
                let known = CachedAnswer { page: Arc::new(page), at: now_ms(), is_end: false };
                self.cache.update_value(|cache| cache.put(question.clone(), known.clone(), size));
                if is_awaited || matches!(purpose, Purpose::Refresh | Purpose::Renew) {
                    self.show(question, known, purpose);
                } else if let Some(before) = self.left_behind(&question, &known) {
                    // Prefetched, and empty: there is no page to turn to.
                    let known = self.note_end(&before);
                    self.show(Asked::of(&before), known, Purpose::Renew);
                }
            }
            Err(Failure::Aborted) => {}
            Err(Failure::Problem(problem)) => {
                let then = decide::after_failure(&problem, purpose, is_awaited);
                if matches!(then, AfterFailure::Tell | AfterFailure::Note) {
                    leptos::logging::warn!("{problem:?}");
                }
                match then {
                    AfterFailure::WaitForSignIn => {
                        let last = self.last();
                        self.state.set(LoadState::Loading(last));
                    }
                    AfterFailure::AskAgain => self.call(question, Purpose::Show, Priority::Asked),
                    AfterFailure::Tell => {
                        let last = self.last();
                        self.state.set(LoadState::Failed(problem, last));
                    }
                    AfterFailure::Note | AfterFailure::Nothing => {}
                }
            }
        }
    }

    pub(super) fn stop(self, call: StoredValue<Option<Running>, LocalStorage>) {
        if let Some(Running { abort: Some(abort), .. }) = call.try_update_value(Option::take).flatten() {
            self.calls.give_up(&abort);
        }
    }
}

/// Begins a task at once, so that its request is on the way before the page turns to all else that
/// the same click changes, and leaves the rest of it to the browser.
fn begin(mut task: Pin<Box<dyn Future<Output = ()>>>) {
    let is_waiting = task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending();
    if is_waiting {
        leptos::task::spawn_local(task);
    }
}
