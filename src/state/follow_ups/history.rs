use super::FollowUps;
use crate::api::rate_limiter::{Millis, Priority};
use crate::api::{Request, read_follow_ups};
use crate::follow_up::{KEPT_FOR, Known};
use crate::model::{CustomerId, FollowUp, FollowUpPage, Problem};
use crate::state::Meter;
use crate::state::browser::clock::{now_ms, today};
use leptos::prelude::*;
use std::sync::Arc;

/// How it stands with the follow-ups of one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Those that are here.
    pub known: Arc<Known>,
    /// The call for the next page.
    pub call: HistoryCall,
    /// When the first of them came.
    at: Millis,
}

/// How the call for a page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryCall {
    /// There is none.
    Idle,
    /// Asked, not yet answered.
    Loading,
    /// Not answered, and why.
    Failed(Problem),
}

impl FollowUps {
    /// How it stands with a customer's follow-ups; `None` where nobody asked.
    pub fn history(self, id: &CustomerId) -> Option<History> {
        self.histories.with(|all| all.get(id).cloned())
    }

    /// Somebody wants to see a customer's follow-ups: they are asked for unless they came in the last minutes.
    pub fn ask(self, id: &CustomerId) {
        let known = self.histories.with_untracked(|all| all.get(id).cloned());
        match known {
            Some(History { call: HistoryCall::Loading, .. }) => {}
            Some(History { call: HistoryCall::Idle, at, .. }) if now_ms() - at < KEPT_FOR => {}
            Some(history) if matches!(history.call, HistoryCall::Failed(_)) => {
                self.load(id, history.known, Priority::Asked);
            }
            _ => self.load(id, Arc::default(), Priority::Asked),
        }
    }

    /// Somebody will likely want to see them: they are asked for if that goes at once. What fails is not worth a
    /// word, and leaves the way to ask.
    pub fn foresee(self, id: &CustomerId) {
        let is_known = self.histories.with_untracked(|all| {
            all.get(id).is_some_and(|it| it.call != HistoryCall::Idle || now_ms() - it.at < KEPT_FOR)
        });
        if !is_known {
            self.load(id, Arc::default(), Priority::Likely);
        }
    }

    /// Whether there are calls to spare for what is only likely.
    pub fn has_room(self) -> Memo<bool> {
        let meter = self.calls.meter();
        Memo::new(move |_| meter.with(Meter::has_half_free))
    }

    /// The reader is at the end of those that are here.
    pub fn more(self, id: &CustomerId) {
        let known = self.histories.with_untracked(|all| {
            all.get(id).filter(|it| it.call != HistoryCall::Loading).map(|it| it.known.clone())
        });
        if let Some(known) = known {
            self.load(id, known, Priority::Asked);
        }
    }

    /// Asks for the page that follows what is known.
    fn load(self, id: &CustomerId, known: Arc<Known>, priority: Priority) {
        let (Some(token), Some(page)) = (self.session.token_untracked(), known.next_page()) else { return };
        if !self.usage.is_on() {
            return;
        }
        self.put(id, known.clone(), HistoryCall::Loading);
        let (id, person) = (id.clone(), self.session.person());
        leptos::task::spawn_local(async move {
            let outcome = self.page(&id, page, &token, priority).await;
            if !person.is_newest() {
                return;
            }
            if outcome.is_err() && priority == Priority::Likely {
                return self.histories.update(|all| {
                    all.remove(&id);
                });
            }
            // One that was written meanwhile is among them.
            let mut known = self.histories.with_untracked(|all| match all.get(&id) {
                Some(history) => Known::clone(&history.known),
                None => Known::clone(&known),
            });
            let call = match outcome {
                Ok(page) => {
                    known.add(page);
                    HistoryCall::Idle
                }
                Err(problem) => HistoryCall::Failed(problem),
            };
            self.learn(&known);
            self.put(&id, Arc::new(known), call);
        });
    }

    /// One page of a customer's follow-ups.
    pub(super) async fn page(
        self,
        id: &CustomerId,
        page: u32,
        token: &str,
        priority: Priority,
    ) -> Result<FollowUpPage, Problem> {
        let request = Request::follow_ups(id, page, today());
        Ok(self.calls.get_whole(&request, token, priority, None, read_follow_ups).await?)
    }

    /// One was written: it stands among those that are here, and what it teaches is known.
    pub(super) fn add(self, id: &CustomerId, item: FollowUp) {
        self.histories.maybe_update(|all| match all.get_mut(id) {
            Some(history) => {
                Arc::make_mut(&mut history.known).put(item);
                true
            }
            None => false,
        });
    }

    fn put(self, id: &CustomerId, known: Arc<Known>, call: HistoryCall) {
        self.histories.update(|all| {
            let at = all.get(id).filter(|it| !it.known.items().is_empty()).map(|it| it.at);
            let at = at.filter(|_| !known.items().is_empty()).unwrap_or_else(now_ms);
            all.insert(id.clone(), History { known, call, at });
        });
    }

    fn learn(self, known: &Known) {
        self.kinds.maybe_update(|kinds| {
            let before = kinds.len();
            for kind in known.kinds() {
                if kinds.iter().all(|it| it.id != kind.id) {
                    kinds.push(kind);
                }
            }
            kinds.len() != before
        });
    }
}
