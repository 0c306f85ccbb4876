use crate::api::rate_limiter::Priority;
use crate::api::transport::Failure;
use crate::api::{Request, read_details};
use crate::model::{ColumnId, Customer, CustomerId, Problem};
use crate::state::{Calls, Customers, SessionState};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What the endpoint says where there is no such record for this person, or not in this place.
const NO_RECORD: i64 = 100_100;

/// What customers' own answers add to the list: asked for by a click only, and remembered in memory until
/// somebody signs out.
#[derive(Clone, Copy)]
pub struct Details {
    known: RwSignal<HashMap<CustomerId, DetailState>>,
    calls: Calls,
    session: SessionState,
    customers: Customers,
}

/// How the asking for one customer stands.
#[derive(Clone)]
pub enum DetailState {
    /// Asked, not yet answered.
    Loading,
    /// Not answered, and why.
    Failed(Problem),
    /// Answered: what was read, in the order of these columns.
    Ready(Arc<Customer>, Arc<[ColumnId]>),
}

impl Details {
    /// Nothing is known, and nothing is remembered of a session that is over.
    pub(crate) fn new(calls: Calls, session: SessionState, customers: Customers) -> Self {
        let details = Self { known: RwSignal::new(HashMap::new()), calls, session, customers };
        customers.on_gone(move || details.known.maybe_update(|known| !std::mem::take(known).is_empty()));
        details
    }

    /// How it stands with a customer; `None` where nobody asked.
    pub fn of(self, id: &CustomerId) -> Option<DetailState> {
        self.known.with(|known| known.get(id).cloned())
    }

    /// Whether a customer can be asked for at all.
    pub fn can_ask(id: &CustomerId) -> bool {
        Request::customer(id).is_some()
    }

    /// Asks for a customer's own answer, unless that is under way. A customer of the pool has a place of its
    /// own, where it is looked for when it is not found in the first.
    pub fn ask(self, id: CustomerId, columns: Arc<[ColumnId]>, is_in_pool: bool) {
        let (Some(token), Some(request)) = (self.session.token_untracked(), Request::customer(&id)) else {
            return;
        };
        let is_under_way = |known: &HashMap<_, _>| matches!(known.get(&id), Some(DetailState::Loading));
        if self.known.with_untracked(is_under_way) {
            return;
        }
        self.put(id.clone(), DetailState::Loading);
        let person = self.session.person();
        leptos::task::spawn_local(async move {
            let mut outcome = self.get(request, &token, &id, &columns).await;
            if let Some(request) = Request::common_customer(&id)
                && is_in_pool
                && person.is_newest()
                && matches!(&outcome, Err(Problem::Refused { code: NO_RECORD, .. }))
            {
                outcome = self.get(request, &token, &id, &columns).await;
            }
            if !person.is_newest() {
                return;
            }
            let state =
                outcome.map_or_else(DetailState::Failed, |it| DetailState::Ready(Arc::new(it), columns));
            self.put(id, state);
        });
    }

    /// Something of the customer was changed here: it is read again by one call that waits for all others, and
    /// the row on the screen takes what came. A failure is not worth a word.
    pub(crate) fn renew(self, id: &CustomerId) {
        self.customers.note_change();
        let (Some(token), Some(request)) = (self.session.token_untracked(), Request::customer(id)) else {
            return;
        };
        let Some(columns) = self.customers.columns() else { return };
        let (id, person) = (id.clone(), self.session.person());
        leptos::task::spawn_local(async move {
            let read = |data: crate::json::Opened<'_>| read_details(data, &id, &columns);
            let mut outcome = self.calls.get(&request, &token, Priority::Background, None, read).await;
            if let Err(Failure::Problem(Problem::Refused { code: NO_RECORD, .. })) = &outcome
                && let Some(request) = Request::common_customer(&id)
                && person.is_newest()
            {
                outcome = self.calls.get(&request, &token, Priority::Background, None, read).await;
            }
            if let Ok(newer) = outcome
                && person.is_newest()
            {
                self.customers.renew_row(&id, &newer, &columns);
                if self.known.with_untracked(|known| known.contains_key(&id)) {
                    self.put(id, DetailState::Ready(Arc::new(newer), columns));
                }
            }
        });
    }

    async fn get(
        self,
        request: Request,
        token: &str,
        id: &CustomerId,
        columns: &[ColumnId],
    ) -> Result<Customer, Problem> {
        let read = |data: crate::json::Opened<'_>| read_details(data, id, columns);
        Ok(self.calls.get(&request, token, Priority::Asked, None, read).await?)
    }

    fn put(self, id: CustomerId, state: DetailState) {
        self.known.update(|known| {
            known.insert(id, state);
        });
    }
}
