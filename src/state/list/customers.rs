//! The list: what is asked when the question changes, and the answer that is shown.
mod answer;
mod asked;
mod calling;
mod decide;
mod renew;
mod showing;

pub use answer::{Answer, LoadState};

use crate::api::rate_limiter::{Millis, Priority};
use crate::model::{CACHE_BYTES, NextPage, PageNumber, Problem, Recent};
use crate::query::{Change, ListQuery};
use crate::state::browser::clock::{Today, now_ms};
use crate::state::calls::Calls;
use crate::state::run::Run;
use crate::state::{Navigation, SessionState, Settings};
use asked::{Asked, CachedAnswer};
use calling::{Purpose, Running};
use leptos::prelude::*;
use std::sync::Arc;

/// The list as it was answered last, and how the loading of the next stands.
#[derive(Clone, Copy)]
pub struct Customers {
    state: RwSignal<LoadState>,
    is_refreshing: RwSignal<bool>,
    again: Trigger,
    calls: Calls,
    session: SessionState,
    navigation: Navigation,
    question: Memo<Asked>,
    is_foreign: Memo<bool>,
    /// Earlier answers, in memory only.
    cache: StoredValue<Recent<Asked, CachedAnswer>>,
    /// The call that the rows wait for.
    running: StoredValue<Option<Running>, LocalStorage>,
    /// The call for the page that will likely be asked for next.
    prefetch: StoredValue<Option<Running>, LocalStorage>,
    /// Calls and answers, whichever began last.
    run: Run,
    is_asked_again: StoredValue<bool>,
    /// The session is over; the rows wait for their person.
    is_interrupted: StoredValue<bool>,
    /// The page that was found to be the last one by turning to an empty one.
    end: RwSignal<Option<PageNumber>>,
    is_turned_back: StoredValue<bool>,
    /// When a customer was changed here last: they may have left a list, and those behind them moved up.
    changed_at: StoredValue<Millis>,
}

impl Customers {
    /// Asks whenever the question, the session or the wish to ask again changes.
    ///
    /// Not a Leptos resource: that one waits for the old answer before it asks anew, and shows the
    /// stale one in between. Here a newer question aborts the older, and an old answer never shows.
    pub(crate) fn load(
        calls: Calls,
        navigation: Navigation,
        session: SessionState,
        settings: Settings,
        today: Today,
    ) -> Self {
        // Other columns are no other question, and neither is a page size that stays the same. Another
        // day is one only where the address has a preset.
        let question = Memo::new(move |_| {
            let query = navigation.query().get();
            let per_page = query.per_page.unwrap_or_else(|| settings.per_page.get());
            Asked::new(query.on(today.get()), per_page)
        });
        let state = RwSignal::new(LoadState::Idle);
        let is_foreign = Memo::new(move |_| {
            let answers = |answer: &Arc<Answer>| question.with(|question| question.is_answered_by(answer));
            state.with(|state| state.answer().is_some_and(|answer| !answers(answer)))
        });
        let customers = Self {
            state,
            is_refreshing: RwSignal::new(false),
            again: Trigger::new(),
            calls,
            session,
            navigation,
            question,
            is_foreign,
            cache: StoredValue::new(Recent::new(CACHE_BYTES)),
            running: StoredValue::new_local(None),
            prefetch: StoredValue::new_local(None),
            run: Run::new(),
            is_asked_again: StoredValue::new(false),
            is_interrupted: StoredValue::new(false),
            end: RwSignal::new(None),
            is_turned_back: StoredValue::new(false),
            changed_at: StoredValue::new(0),
        };
        // A name that became known is no other session; that nobody waits for an ended one any more is.
        let standing = Memo::new(move |_| (session.token(), session.over().with(Option::is_some)));
        Effect::new(move |_| {
            customers.again.track();
            let (question, (token, _)) = (question.get(), standing.get());
            untrack(|| customers.ask(question, token));
        });
        customers
    }

    /// Runs when nobody's customers are here any more: what was remembered of them goes too.
    pub(crate) fn on_gone(self, run: impl Fn() + 'static) {
        Effect::new(move |_| {
            if self.state.with(|state| matches!(state, LoadState::Idle)) {
                run();
            }
        });
    }

    /// How the loading stands.
    pub fn state(self) -> Signal<LoadState> {
        self.state.into()
    }

    /// Whether the rows on the screen answer another question than the one on the screen: the next ones are
    /// on their way, or could not be had. Nothing may be done with them meanwhile, from the very moment of
    /// the other question on: whoever called one would call the wrong customer.
    pub fn is_foreign(self) -> Memo<bool> {
        self.is_foreign
    }

    /// The question of the rows on the screen, and the question on the screen.
    pub fn questions(self) -> Option<(ListQuery, ListQuery)> {
        let shown = self.state.with_untracked(|state| Some(state.answer()?.query.clone()))?;
        Some((shown, self.question.with_untracked(|question| question.query.clone())))
    }

    /// Whether the rows on the screen are being asked for again.
    pub fn is_refreshing(self) -> Signal<bool> {
        self.is_refreshing.into()
    }

    /// The page that turned out to be the last one when somebody turned to the next; whoever says so
    /// takes it.
    pub fn end(self) -> RwSignal<Option<PageNumber>> {
        self.end
    }

    /// Asks the same question again, whatever is remembered.
    pub fn ask_again(self) {
        self.is_asked_again.set_value(true);
        self.again.notify();
    }

    /// The user does not want to wait for the rows any longer; those of before stay, and the question too.
    pub fn stop_waiting(self) {
        if self.state.with_untracked(|state| matches!(state, LoadState::Loading(_))) {
            self.stop(self.running);
            self.stop(self.prefetch);
            let last = self.last();
            self.state.set(LoadState::Failed(Problem::Stopped, last));
        }
    }

    /// Asks for the rows on the screen again, and leaves them there meanwhile. Without the user's
    /// wish it only happens when calls are to spare, and a failure is not worth a word.
    pub fn refresh(self, is_wished: bool) {
        let question = self.question.get_untracked();
        // Rows of another question, as of the day before, are about to be replaced anyway.
        let is_idle = self.running.with_value(Option::is_none)
            && self.state.with_untracked(
                |state| matches!(state, LoadState::Ready(answer) if answer.query == question.query),
            );
        if !is_idle {
            return;
        }
        if is_wished {
            self.call(question, Purpose::Refresh, Priority::Asked);
        } else if self.calls.is_free(Priority::Likely) {
            self.call(question, Purpose::Renew, Priority::Likely);
        }
    }

    /// Something of a customer was changed here, by which they may leave a list.
    pub(crate) fn note_change(self) {
        self.changed_at.set_value(now_ms());
    }

    /// Whether customers may have moved up in a list since this answer came: those that followed it then may
    /// stand in it now, and not on the page after it. Without a filter nobody leaves.
    pub fn is_outdated(self, answer: &Answer) -> bool {
        // One that is yet to come is of a clock that was set back.
        let is_later = self.changed_at.with_value(|changed| *changed > answer.at && *changed <= now_ms());
        is_later && answer.query.filters.count() > 0
    }

    /// The reader is about to turn the page: it is asked for now, if at least half of the calls are
    /// free and nothing is known of it.
    pub fn prefetch_next(self) {
        let next = self.state.with_untracked(|state| match state {
            LoadState::Ready(answer) if answer.follows != NextPage::No => {
                let query = answer.query.apply(Change::GoTo(answer.query.page.next()?));
                Some(Asked::new(query, answer.per_page))
            }
            _ => None,
        });
        let Some(next) = next else { return };
        let is_known = self.cache.try_update_value(|cache| cache.get(&next).is_some()) == Some(true);
        let is_coming =
            self.prefetch.with_value(|prefetch| prefetch.as_ref().is_some_and(|it| it.question == next));
        if !is_known && !is_coming && self.calls.is_free(Priority::Likely) {
            self.stop(self.prefetch);
            self.call(next, Purpose::Prefetch, Priority::Likely);
        }
    }

    /// How old the rows on the screen are, in milliseconds.
    pub(crate) fn age(self) -> Option<Millis> {
        self.state.with_untracked(|state| state.answer().map(|answer| now_ms() - answer.at))
    }
}
