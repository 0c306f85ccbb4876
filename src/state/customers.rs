use super::idle::when_idle;
use super::{Navigation, SessionState, Settings};
use crate::api::transport::{Client, Failure};
use crate::api::{Request, read_page};
use crate::model::{CustomerPage, Problem};
use crate::query::ListQuery;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Waker};
use std::time::Duration;
use web_sys::AbortController;

/// How long an answer stands before its rows are read that are not on the screen: who turns pages
/// quickly never sees them.
const CALM: Duration = Duration::from_secs(1);
/// Rows read at a time: a millisecond, so that no key has to wait.
const ROWS_AHEAD: usize = 8;

/// The list as it was answered last, and how the loading of the next stands.
#[derive(Clone, Copy)]
pub struct Customers {
    state: RwSignal<LoadState>,
    again: Trigger,
}

/// How the loading stands. Each state keeps the last good answer, so that the rows stay on the
/// screen while the next ones come.
#[derive(Clone, Debug)]
pub enum LoadState {
    /// Nobody has asked yet.
    Idle,
    /// Asked, not yet answered.
    Loading(Option<Arc<Answer>>),
    /// Answered.
    Ready(Arc<Answer>),
    /// Not answered, and why.
    Failed(Problem, Option<Arc<Answer>>),
}

/// An answer with the question that it belongs to.
#[derive(Debug)]
pub struct Answer {
    /// A number that no other answer has.
    pub stamp: u32,
    /// The customers.
    pub page: CustomerPage,
    /// The question.
    pub query: ListQuery,
    /// Rows a page, as asked.
    pub per_page: u16,
    /// The highest page known to exist for this question.
    pub seen: u32,
}

impl AsRef<CustomerPage> for Answer {
    fn as_ref(&self) -> &CustomerPage {
        &self.page
    }
}

impl LoadState {
    /// The last good answer.
    pub fn answer(&self) -> Option<&Arc<Answer>> {
        match self {
            Self::Idle => None,
            Self::Ready(answer) => Some(answer),
            Self::Loading(last) | Self::Failed(_, last) => last.as_ref(),
        }
    }
}

impl Customers {
    /// Asks whenever the question, the session or the wish to ask again changes.
    ///
    /// Not a Leptos resource: that one waits for the old answer before it asks anew, and shows the
    /// stale one in between. Here a newer question aborts the older, and an old answer never shows.
    pub(super) fn load(
        client: StoredValue<Client>,
        navigation: Navigation,
        session: SessionState,
        settings: Settings,
    ) -> Self {
        let customers = Self { state: RwSignal::new(LoadState::Idle), again: Trigger::new() };
        // Other columns are no other question, and neither is a page size that stays the same.
        let question = Memo::new(move |_| {
            let query = navigation.query().get();
            let per_page = query.per_page.unwrap_or_else(|| settings.per_page.get());
            let query =
                ListQuery { columns: Default::default(), view: None, per_page: Some(per_page), ..query };
            (query, per_page)
        });
        // A name that became known is no other session.
        let token = Memo::new(move |_| session.token());
        let running: StoredValue<Option<AbortController>, LocalStorage> = StoredValue::new_local(None);
        let newest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            customers.again.track();
            let (query, per_page) = question.get();
            if let Some(older) = running.try_update_value(Option::take).flatten() {
                older.abort();
            }
            let ticket = newest.get_value().wrapping_add(1);
            newest.set_value(ticket);
            let Some(token) = token.get() else {
                // Signing out leaves nothing; an ended session keeps the rows under the sign-in.
                if session.over().with_untracked(Option::is_none) {
                    customers.state.set(LoadState::Idle);
                }
                return;
            };
            let last = customers.state.with_untracked(|state| state.answer().cloned());
            customers.state.set(LoadState::Loading(last.clone()));
            let abort = AbortController::new().ok();
            let signal = abort.as_ref().map(AbortController::signal);
            running.set_value(abort);
            let task = async move {
                let client = client.get_value();
                let request = Request::list(&query, per_page);
                let outcome = client.get(&request, &token, signal.as_ref(), read_page).await;
                if newest.try_get_value() != Some(ticket) {
                    return;
                }
                running.set_value(None);
                let settled = match outcome {
                    Ok(page) => {
                        let seen = seen_pages(last.as_deref(), &query, per_page, page.has_next_page);
                        let answer = Arc::new(Answer { stamp: ticket, page, query, per_page, seen });
                        let kept = Arc::downgrade(&answer);
                        set_timeout(move || read_ahead(kept), CALM);
                        LoadState::Ready(answer)
                    }
                    Err(Failure::Aborted) => return,
                    Err(Failure::Problem(Problem::SignedOut { message })) => {
                        customers.state.set(LoadState::Loading(last));
                        session.end(message);
                        return;
                    }
                    Err(Failure::Problem(problem)) => {
                        leptos::logging::warn!("{problem:?}");
                        LoadState::Failed(problem, last)
                    }
                };
                customers.state.set(settled);
            };
            untrack(|| begin(Box::pin(task)));
        });
        customers
    }

    /// How the loading stands.
    pub fn state(self) -> Signal<LoadState> {
        self.state.into()
    }

    /// Asks the same question again.
    pub fn ask_again(self) {
        self.again.notify();
    }
}

/// Reads what is left of an answer, bit by bit while the browser has nothing to do: its text holds
/// more than this program may know, and is let go as soon as all is read.
fn read_ahead(answer: Weak<Answer>) {
    let is_more = |answer: Arc<Answer>| answer.page.customers.read_ahead(ROWS_AHEAD);
    when_idle(move || {
        if answer.upgrade().is_some_and(is_more) {
            read_ahead(answer);
        }
    });
}

/// Begins a task at once, so that its request is on the way before the page turns to all else that
/// the same click changes, and leaves the rest of it to the browser.
fn begin(mut task: Pin<Box<dyn Future<Output = ()>>>) {
    let is_waiting = task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending();
    if is_waiting {
        leptos::task::spawn_local(task);
    }
}

/// The highest page known to exist: it grows with each page turned, and begins anew with another
/// question.
fn seen_pages(last: Option<&Answer>, query: &ListQuery, per_page: u16, has_next: bool) -> u32 {
    let here = query.page.saturating_add(u32::from(has_next));
    let same = last.filter(|last| {
        last.per_page == per_page && last.query.filters == query.filters && last.query.sort == query.sort
    });
    match same {
        // The endpoint says that this is the last page: higher ones are gone.
        Some(last) if has_next => last.seen.max(here),
        _ => here,
    }
}
