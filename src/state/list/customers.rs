use crate::api::rate_limiter::{Millis, Priority};
use crate::api::transport::Failure;
use crate::api::{Request, read_page};
use crate::model::{CustomerPage, NextPage, PageNumber, PageSize, Problem, Recent};
use crate::query::{Change, ListQuery};
use crate::state::browser::clock::{Today, now_ms, today};
use crate::state::browser::history::Arrival;
use crate::state::browser::idle::when_idle;
use crate::state::calls::Calls;
use crate::state::run::{Run, Ticket};
use crate::state::{Navigation, ScrollPosition, SessionState, Settings};
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Waker};
use std::time::Duration;
use web_sys::AbortController;

/// How long an answer stands before its other rows are read, those that are not on the screen: who turns
/// pages quickly never sees them.
const DECODE_DELAY: Duration = Duration::from_secs(1);
/// Rows read at a time: a millisecond, so that no key has to wait.
const ROWS_AT_A_TIME: usize = 8;
/// How old an answer may be that is shown without asking again, in milliseconds.
pub(crate) const MAX_AGE: Millis = 60_000;
/// How much is kept of what was answered, in bytes of the answers.
const CACHE_BYTES: usize = 16 << 20;

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

/// An answer with the question that it belongs to, as it is shown.
#[derive(Debug)]
pub struct Answer {
    /// A number that no other answer has.
    pub stamp: u32,
    /// The same for every answer to a question that is only asked again: the scroll position stays.
    pub list_key: u32,
    /// Where the reader was when this list was left.
    pub scroll_position: ScrollPosition,
    /// The customers.
    pub page: Arc<CustomerPage>,
    /// The question.
    pub query: ListQuery,
    /// Rows a page, as asked.
    pub per_page: PageSize,
    /// Whether a further page exists, as far as that is known.
    pub follows: NextPage,
    /// The highest page known to exist for this question.
    pub seen: PageNumber,
    /// When it came, in milliseconds since 1970.
    pub at: Millis,
}

/// What the endpoint is asked: of the address only what it needs to know, and days in the place of
/// presets, so that no answer of yesterday is taken for one of today.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    query: ListQuery,
    per_page: PageSize,
}

/// An earlier answer.
#[derive(Clone, Debug)]
struct CachedAnswer {
    page: Arc<CustomerPage>,
    at: Millis,
    /// Whether the page after it was empty.
    is_end: bool,
}

struct Running {
    question: Asked,
    abort: Option<AbortController>,
    ticket: Ticket,
}

/// Why a question is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Its rows are to be shown.
    Show,
    /// Its rows are shown, and the user wants newer ones.
    Refresh,
    /// Its rows are shown and old. That nothing newer came is not worth a word.
    Renew,
    /// Its rows will likely be asked for.
    Prefetch,
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

    fn ask(self, question: Asked, token: Option<String>) {
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
        let arrival = self.navigation.take_arrival();
        let is_old = |known: &CachedAnswer| now_ms() - known.at > MAX_AGE;
        // What the user asks for is asked. Who comes back finds what they left, and who turns a page
        // finds what was read a moment ago, or prefetched.
        let is_turned_back = self.is_turned_back.try_update_value(std::mem::take) == Some(true);
        let may_use = |known: &CachedAnswer| match arrival {
            _ if is_turned_back => true,
            Arrival::Asked => false,
            Arrival::Turned => !is_old(known),
            Arrival::Returned => true,
        };
        let known = self.cache.try_update_value(|cache| cache.get(&question)).flatten();
        if let Some(known) = known.filter(|known| !is_asked_again && may_use(known)) {
            let is_old = is_old(&known);
            self.show(question, known, if is_turned_back { Purpose::Renew } else { Purpose::Show });
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

    fn call(self, question: Asked, purpose: Purpose, priority: Priority) {
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
                self.settle(question, purpose, outcome, &token);
            }
        };
        begin(Box::pin(task));
    }

    fn settle(self, question: Asked, purpose: Purpose, outcome: Result<CustomerPage, Failure>, token: &str) {
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
            Err(Failure::Problem(Problem::SignedOut { message })) => {
                let last = self.last();
                self.state.set(LoadState::Loading(last));
                self.session.end(token, message);
            }
            // A guess is made once. Now that somebody waits for it, it is a question.
            Err(Failure::Problem(Problem::TooManyCalls { .. }))
                if is_awaited && purpose == Purpose::Prefetch =>
            {
                self.call(question, Purpose::Show, Priority::Asked);
            }
            Err(Failure::Problem(problem)) => {
                leptos::logging::warn!("{problem:?}");
                if is_awaited || purpose == Purpose::Refresh {
                    let last = self.last();
                    self.state.set(LoadState::Failed(problem, last));
                }
            }
        }
    }

    fn show(self, question: Asked, known: CachedAnswer, purpose: Purpose) {
        if let Some(before) = self.left_behind(&question, &known) {
            return self.turn_back(&before);
        }
        let last = self.last();
        let ticket = self.run.start();
        let stamp = ticket.number();
        let Asked { query, per_page } = question;
        let follows = if known.is_end { NextPage::No } else { known.page.follows(query.page, per_page) };
        let seen = seen_pages(last.as_deref(), &query, per_page, follows);
        let kept_list_key =
            last.filter(|_| matches!(purpose, Purpose::Refresh | Purpose::Renew)).map(|last| last.list_key);
        let scroll_position = if kept_list_key.is_some() {
            ScrollPosition::default()
        } else {
            self.navigation.take_scroll_position()
        };
        let CachedAnswer { page, at, .. } = known;
        let list_key = kept_list_key.unwrap_or(stamp);
        self.state.set(LoadState::Ready(Arc::new(Answer {
            stamp,
            list_key,
            scroll_position,
            page,
            query,
            per_page,
            follows,
            seen,
            at,
        })));
        let decode = move || {
            if ticket.is_newest() {
                self.decode_when_idle();
            }
        };
        set_timeout(decode, DECODE_DELAY);
    }

    /// The answer on the screen, if this one is the empty page behind it: then that was the last page.
    fn left_behind(self, question: &Asked, known: &CachedAnswer) -> Option<Arc<Answer>> {
        let is_empty = known.page.customers.is_empty() && known.page.next_page != NextPage::Yes;
        let last = self.last().filter(|last| is_empty && !last.page.customers.is_empty())?;
        let query = ListQuery { page: last.query.page.next()?, ..last.query.clone() };
        (*question == Asked::new(query, last.per_page)).then_some(last)
    }

    /// Remembers that nothing follows a page.
    fn note_end(self, last: &Answer) -> CachedAnswer {
        let known = CachedAnswer { page: last.page.clone(), at: last.at, is_end: true };
        self.cache.update_value(|cache| cache.put(Asked::of(last), known.clone(), last.page.size));
        known
    }

    /// Goes back to the last page from the empty one behind it, and says so.
    fn turn_back(self, last: &Answer) {
        self.note_end(last);
        self.is_turned_back.set_value(true);
        self.end.set(Some(last.query.page));
        self.navigation.replace(Change::GoTo(last.query.page));
    }

    /// Reads what is left of the answers, bit by bit while the browser has nothing to do: their text
    /// holds more than this program may know, and is let go as soon as all is read.
    fn decode_when_idle(self) {
        when_idle(move || {
            let is_more = |cache: &Recent<Asked, CachedAnswer>| {
                cache.values().any(|known| known.page.customers.read_ahead(ROWS_AT_A_TIME))
            };
            if self.cache.try_with_value(is_more) == Some(true) {
                self.decode_when_idle();
            }
        });
    }

    fn last(self) -> Option<Arc<Answer>> {
        self.state.with_untracked(|state| state.answer().cloned())
    }

    fn stop(self, call: StoredValue<Option<Running>, LocalStorage>) {
        if let Some(Running { abort: Some(abort), .. }) = call.try_update_value(Option::take).flatten() {
            self.calls.give_up(&abort);
        }
    }
}

impl Asked {
    fn new(query: ListQuery, per_page: PageSize) -> Self {
        let query = ListQuery { columns: Default::default(), view: None, per_page: Some(per_page), ..query };
        Self { query, per_page }
    }

    fn of(answer: &Answer) -> Self {
        Self::new(answer.query.clone(), answer.per_page)
    }

    fn is_answered_by(&self, answer: &Answer) -> bool {
        self.query == answer.query && self.per_page == answer.per_page
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

/// The highest page known to exist: it grows with each page turned, and begins anew with another
/// question.
fn seen_pages(last: Option<&Answer>, query: &ListQuery, per_page: PageSize, follows: NextPage) -> PageNumber {
    let here = query.page.plus(u32::from(follows == NextPage::Yes));
    let same = last.filter(|last| {
        last.per_page == per_page && last.query.filters == query.filters && last.query.sort == query.sort
    });
    match same {
        // That this is the last page is known: higher ones are gone.
        Some(last) if follows != NextPage::No => last.seen.max(here),
        _ => here,
    }
}
