use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_held};
use crate::model::{HeldPage, PageSize, Problem};
use crate::query::{Change, ListQuery, Tab};
use crate::state::run::Run;
use crate::state::{Calls, Customers, SessionState, today};
use crate::view_model::CheckWay;
use leptos::prelude::*;

/// Rows that a search shows; who finds more types more.
const ROWS: u16 = 20;

/// Who has a customer: asked for by a click, in memory only.
#[derive(Clone, Copy)]
pub struct OwnerCheck {
    state: RwSignal<Check>,
    run: Run,
    calls: Calls,
    session: SessionState,
}

/// What was asked, and what came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// The words that were looked for.
    pub words: String,
    /// How they were looked for last; none before anybody asked.
    pub way: Option<CheckWay>,
    /// Whom all calls for these words have found.
    pub found: HeldPage,
    /// How the asking stands.
    pub phase: CheckPhase,
}

/// How the asking stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CheckPhase {
    /// Nothing is on its way.
    #[default]
    Idle,
    /// Asked, not yet answered.
    Asking,
    /// Not answered, and why.
    Failed(Problem),
}

impl OwnerCheck {
    /// Nothing was asked, and nothing is remembered of a session that is over.
    pub fn new(calls: Calls, session: SessionState, customers: Customers) -> Self {
        let this = Self { state: RwSignal::default(), run: Run::new(), calls, session };
        customers.on_gone(move || {
            this.run.start();
            this.state.maybe_update(|state| std::mem::take(state) != Check::default());
        });
        this
    }

    /// How it stands.
    pub fn state(self) -> Signal<Check> {
        self.state.into()
    }

    /// Looks for somebody. What the same words have found another way stays.
    pub fn ask(self, words: &str, way: CheckWay) {
        let Some(token) = self.session.token_untracked() else { return };
        let (run, person) = (self.run.start(), self.session.person());
        let before = self.state.get_untracked();
        let found =
            if before.words == words && way == CheckWay::List { before.found } else { HeldPage::default() };
        self.state.set(Check { words: words.to_owned(), way: Some(way), found, phase: CheckPhase::Asking });
        let requests = requests(words, way);
        leptos::task::spawn_local(async move {
            let mut phase = CheckPhase::Idle;
            for request in requests {
                let outcome = self.calls.get_whole(&request, &token, Priority::Asked, None, read_held).await;
                if !(run.is_newest() && person.is_newest()) {
                    return;
                }
                match outcome {
                    Ok(page) => self.state.update(|state| state.found.add(page)),
                    Err(failure) => {
                        phase = CheckPhase::Failed(failure.into());
                        break;
                    }
                }
            }
            self.state.update(|state| state.phase = phase);
        });
    }
}

/// The calls of a way.
fn requests(words: &str, way: CheckWay) -> Vec<Request> {
    if way == CheckWay::Name {
        return vec![Request::customers_named(words)];
    }
    let search = |tab| {
        let search = Change::Search { words: words.to_owned(), field: String::new() };
        let query = ListQuery::default().apply(Change::Tab(tab)).apply(search);
        Request::list(&query, PageSize::at_least_one(ROWS), today())
    };
    [Tab::All, Tab::Common].map(search).into()
}
