use crate::api::rate_limiter::{Priority, RESERVED_FOR_CLICKS};
use crate::api::transport::Failure;
use crate::api::{Request, read_page};
use crate::export::{Count, CountAnswer, CountStep, EXPORT_PAGE, Plan, count_cost, plan, seconds};
use crate::model::{NextPage, PageNumber, PageSize, Problem};
use crate::query::{Filters, ListQuery};
use crate::state::browser::clock::{Today, moment, today};
use crate::state::run::{Run, Ticket};
use crate::state::{Answer, Calls, Customers, LoadState, Navigation, SessionState};
use leptos::prelude::*;
use web_sys::AbortController;

/// How many customers the filters let through: counted when somebody asks, kept until the filters
/// change.
#[derive(Clone, Copy)]
pub struct Counting {
    state: RwSignal<CountState>,
    calls: Calls,
    session: SessionState,
    customers: Customers,
    navigation: Navigation,
    /// How many there are, where that was seen without counting, and when.
    known: StoredValue<Option<(u64, String)>>,
    run: Run,
    running: StoredValue<Option<AbortController>, LocalStorage>,
}

/// How the counting stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CountState {
    /// Nobody asked.
    #[default]
    Unknown,
    /// Under way.
    Running {
        /// Customers that exist at least.
        at_least: u64,
        /// Calls so far.
        calls: u32,
    },
    /// Counted.
    Found {
        /// How many there are.
        count: u64,
        /// When it was counted: `2026-11-20 15:30`.
        moment: String,
    },
    /// The list moves faster than it can be counted; so many exist at least.
    Unclear(u64),
    /// A call has no answer.
    Failed(Problem),
}

impl Counting {
    pub(crate) fn new(
        calls: Calls,
        session: SessionState,
        customers: Customers,
        navigation: Navigation,
        today: Today,
    ) -> Self {
        let counting = Self {
            state: RwSignal::default(),
            calls,
            session,
            customers,
            navigation,
            known: StoredValue::new(None),
            run: Run::new(),
            running: StoredValue::new_local(None),
        };
        Effect::new(move |before: Option<Filters>| {
            let filters = navigation.query().with(|query| query.filters.on(today.get()));
            let is_gone = customers.state().with(|state| matches!(state, LoadState::Idle));
            if is_gone || before.is_some_and(|before| before != filters) {
                counting.stop();
                counting.known.set_value(None);
            }
            customers.state().with(|state| {
                if let LoadState::Ready(answer) = state
                    && answer.query.filters == filters
                {
                    counting.look_at(answer);
                }
            });
            filters
        });
        counting
    }

    /// A total or the last page tells how many there are, and a page that goes further than what is known
    /// makes it untrue.
    fn look_at(self, answer: &Answer) {
        let page = &answer.page;
        if let Some(total) = page.total {
            // Whoever counts need not go on.
            self.stop();
            return self.known.set_value(Some((total, moment())));
        }
        let size = page.per_page.unwrap_or(answer.per_page);
        let rows = page.customers.len() as u64;
        let read = answer.query.page.rows_before(size) + rows;
        if answer.follows == NextPage::No && (rows > 0 || answer.query.page == PageNumber::FIRST) {
            self.known.set_value(Some((read, moment())));
        } else if self.known.with_value(|known| known.as_ref().is_some_and(|(count, _)| *count <= read)) {
            self.known.set_value(None);
        }
    }

    /// An export has read them all.
    pub(crate) fn note(self, filters: &Filters, count: u64, moment: String) {
        if self.navigation.query().with_untracked(|query| query.filters.on(today()) == *filters) {
            self.known.set_value(Some((count, moment)));
        }
    }

    /// Shows how many there are if that is known without a call; else `false`.
    pub fn show_known(self) -> bool {
        let Some((count, moment)) = self.known.get_value() else { return false };
        self.stop();
        self.state.set(CountState::Found { count, moment });
        true
    }

    /// What an export of the whole list costs, as far as it is known: given, counted, read to the end, or
    /// at least the pages that were seen.
    pub fn export_plan(self) -> Plan {
        let limit = self.calls.meter().with(|meter| meter.limit as u32);
        let counted = match self.state.get() {
            CountState::Found { count, .. } => Some(count),
            _ => None,
        };
        let (rows, is_exact) = self.customers.state().with(|state| match (counted, state.answer()) {
            (_, Some(answer)) if let Some(total) = answer.page.total => (total, true),
            (Some(count), _) => (count, true),
            (None, Some(answer)) => {
                let before = answer.seen.rows_before(answer.per_page);
                let is_last = answer.seen == answer.query.page && answer.follows == NextPage::No;
                let rows = if is_last { answer.page.customers.len() as u64 } else { 1 };
                (before + rows, is_last)
            }
            (None, None) => (0, false),
        });
        plan(rows, is_exact, EXPORT_PAGE, limit, RESERVED_FOR_CLICKS as u32)
    }

    /// About how many seconds it takes to count twice the pages that were seen, or 100 of them.
    pub fn seconds(self) -> u32 {
        let seen = self.customers.state().with_untracked(|state| state.answer().map(|answer| answer.seen));
        let seen = seen.unwrap_or_default();
        let calls = count_cost(Some(seen), seen.get().saturating_mul(2).max(100));
        let limit = self.calls.meter().with_untracked(|meter| meter.limit as u32);
        seconds(calls, limit, RESERVED_FOR_CLICKS as u32).max(1)
    }

    /// How it stands.
    pub fn state(self) -> Signal<CountState> {
        self.state.into()
    }

    /// Counts; every call is one that the user agreed to.
    pub fn start(self) {
        self.stop();
        let (run, person) = (self.run.start(), self.session.person());
        // One day for all of its calls.
        let query = self.navigation.query().get_untracked().on(today());
        let known = self.customers.state().with_untracked(|state| {
            state.answer().map(|answer| {
                let is_followed = answer.follows == NextPage::Yes;
                let page = answer.query.page;
                (if is_followed { Some(page) } else { page.previous() }, answer.per_page)
            })
        });
        let Some((followed, per_page)) = known else { return };
        leptos::task::spawn_local(self.count(run, person, query, followed, per_page));
    }

    async fn count(
        self,
        run: Ticket,
        person: Ticket,
        query: ListQuery,
        followed: Option<PageNumber>,
        per_page: PageSize,
    ) {
        let mut count = Count::new(followed, per_page);
        let settled = loop {
            self.state.set(CountState::Running { at_least: count.at_least(), calls: count.calls() });
            let page = match count.step() {
                CountStep::Ask(page) => page,
                CountStep::Found(count) => break CountState::Found { count, moment: moment() },
                CountStep::Unclear => break CountState::Unclear(count.at_least()),
            };
            let query = ListQuery { page, ..query.clone() };
            // Nobody is signed in any more, or somebody else is.
            let token = self.session.token_untracked().filter(|_| person.is_newest());
            let Some(token) = token else { break CountState::Unknown };
            let outcome = self.ask(&Request::list(&query, per_page, today()), &token).await;
            if !run.is_newest() {
                return;
            }
            match outcome {
                Ok(answer) => count.take(page, answer),
                Err(Failure::Aborted) => return,
                Err(Failure::Problem(problem)) => break CountState::Failed(problem),
            }
        };
        self.state.set(settled);
    }

    async fn ask(self, request: &Request, token: &str) -> Result<CountAnswer, Failure> {
        let abort = AbortController::new().ok();
        self.running.set_value(abort.clone());
        let page = self.calls.get(request, token, Priority::Background, abort, read_page).await?;
        Ok(CountAnswer {
            page: page.page,
            per_page: page.per_page,
            rows: page.customers.len() as u32,
            next: page.next_page,
            total: page.total,
        })
    }

    /// Gives the counting up, or forgets what was counted.
    pub fn stop(self) {
        self.run.start();
        if let Some(call) = self.running.try_update_value(Option::take).flatten() {
            self.calls.give_up(&call);
        }
        self.state.maybe_update(|state| std::mem::take(state) != CountState::Unknown);
    }
}
