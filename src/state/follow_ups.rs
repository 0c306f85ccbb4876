//! A customer's follow-ups: those that were asked for, in memory and for a while only.
mod history;

pub use history::{History, HistoryCall};

use crate::config::FollowUpUse;
use crate::model::{CustomerId, FollowUpKind};
use crate::state::{Calls, Customers, SessionState};
use leptos::prelude::*;
use std::collections::HashMap;

/// What is known of customers' follow-ups. Nothing of it outlives the session.
#[derive(Clone, Copy)]
pub struct FollowUps {
    histories: RwSignal<HashMap<CustomerId, History>>,
    /// The kinds that histories have taught.
    kinds: RwSignal<Vec<FollowUpKind>>,
    usage: FollowUpUse,
    calls: Calls,
    session: SessionState,
}

impl FollowUps {
    /// Nothing is known, and nothing is remembered of a session that is over.
    pub(crate) fn new(calls: Calls, session: SessionState, customers: Customers, usage: FollowUpUse) -> Self {
        let this = Self {
            histories: RwSignal::new(HashMap::new()),
            kinds: RwSignal::new(Vec::new()),
            usage,
            calls,
            session,
        };
        customers.on_gone(move || {
            this.histories.maybe_update(|all| !std::mem::take(all).is_empty());
            this.kinds.maybe_update(|all| !std::mem::take(all).is_empty());
        });
        this
    }

    /// What may be done with follow-ups here.
    pub fn usage(self) -> FollowUpUse {
        self.usage
    }
}
