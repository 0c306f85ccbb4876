use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_label_groups};
use crate::model::LabelGroups;
use crate::state::{Calls, Customers, SessionState};
use leptos::prelude::*;
use std::sync::Arc;

/// What the groups of labels are called: asked for by a click, by one call, and kept in memory.
#[derive(Clone, Copy)]
pub struct LabelGroupNames {
    names: RwSignal<Option<Arc<LabelGroups>>>,
    is_asking: RwSignal<bool>,
    calls: Calls,
    session: SessionState,
}

impl LabelGroupNames {
    /// Nothing was asked, and nothing is remembered of a session that is over.
    pub fn new(calls: Calls, session: SessionState, customers: Customers) -> Self {
        let this = Self { names: RwSignal::new(None), is_asking: RwSignal::new(false), calls, session };
        customers.on_gone(move || this.names.maybe_update(|names| names.take().is_some()));
        this
    }

    /// The names; `None` before they were asked for.
    pub fn names(self) -> Signal<Option<Arc<LabelGroups>>> {
        self.names.into()
    }

    /// Whether the answer is on its way.
    pub fn is_asking(self) -> Signal<bool> {
        self.is_asking.into()
    }

    /// Asks for them. A list of labels that cannot be had has no groups.
    pub fn ask(self) {
        let Some(token) = self.session.token_untracked().filter(|_| !self.is_asking.get_untracked()) else {
            return;
        };
        let person = self.session.person();
        self.is_asking.set(true);
        leptos::task::spawn_local(async move {
            let request = Request::labels();
            let outcome = self.calls.get(&request, &token, Priority::Asked, None, read_label_groups).await;
            self.is_asking.try_set(false);
            if person.is_newest() {
                self.names.try_set(Some(Arc::new(outcome.unwrap_or_default())));
            }
        });
    }
}
