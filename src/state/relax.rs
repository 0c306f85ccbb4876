use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_page};
use crate::model::{CustomerPage, PageNumber, PageSize, Problem};
use crate::query::ListQuery;
use crate::state::{Calls, SessionState, today};
use crate::view_model::Without;
use leptos::prelude::*;

/// Rows that are asked for: enough to say that there are some.
const ROWS: u16 = 20;

/// Which filter is too narrow: one call for each that is left out.
#[derive(Clone, Copy)]
pub struct Relax {
    left: RwSignal<Vec<Without>>,
    is_asking: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
}

impl Relax {
    /// Asks these questions one after the other; a click has agreed to each.
    pub fn start(calls: Calls, session: SessionState, queries: Vec<ListQuery>) -> Self {
        let this =
            Self { left: RwSignal::default(), is_asking: RwSignal::new(true), problem: RwSignal::default() };
        let person = session.person();
        leptos::task::spawn_local(async move {
            let size = PageSize::at_least_one(ROWS);
            for query in queries {
                let Some(token) = session.token_untracked() else { break };
                let request = Request::list(&query, size, today());
                let outcome = calls.get(&request, &token, Priority::Asked, None, read_page).await;
                // Whoever has gone on to another list does not wait for the rest.
                if !person.is_newest() || this.is_asking.try_get_untracked().is_none() {
                    return;
                }
                match outcome {
                    Ok(page) => this.left.update(|left| left.push(without(&page, size))),
                    Err(failure) => {
                        this.problem.set(Some(failure.into()));
                        break;
                    }
                }
            }
            this.is_asking.try_set(false);
        });
        this
    }

    /// What is left without each filter, as far as it is known.
    pub fn left(self) -> Signal<Vec<Without>> {
        self.left.into()
    }

    /// Whether a call is still to come.
    pub fn is_asking(self) -> Signal<bool> {
        self.is_asking.into()
    }

    /// Why no further filter was tried.
    pub fn problem(self) -> Signal<Option<Problem>> {
        self.problem.into()
    }
}

fn without(page: &CustomerPage, size: PageSize) -> Without {
    match (page.customers.len() as u64, page.count(PageNumber::FIRST, size)) {
        (0, _) => Without::Nobody,
        (_, Some(count)) => Without::Exactly(count),
        (rows, None) => Without::AtLeast(rows),
    }
}
