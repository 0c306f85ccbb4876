//! A customer's follow-ups: those that were asked for, in memory only, and those that are being written.
mod drafts;
mod history;
mod write;

pub use history::{History, HistoryCall};

use crate::config::FollowUpUse;
use crate::follow_up::Writing;
use crate::model::{CustomerId, FollowUpKind};
use crate::state::{Calls, Customers, Details, SessionState};
use leptos::prelude::*;
use std::collections::{HashMap, HashSet};
use write::Sending;

/// What is known of customers' follow-ups. Nothing of it outlives the session.
#[derive(Clone, Copy)]
pub struct FollowUps {
    histories: RwSignal<HashMap<CustomerId, History>>,
    /// The kinds that histories have taught.
    kinds: RwSignal<Vec<FollowUpKind>>,
    /// What is being written, by customer.
    writings: RwSignal<HashMap<CustomerId, Writing>>,
    /// The last call that writes, by customer.
    sending: StoredValue<HashMap<CustomerId, Sending>, LocalStorage>,
    /// Those that this page has written.
    own: StoredValue<HashSet<String>>,
    usage: FollowUpUse,
    details: Details,
    calls: Calls,
    session: SessionState,
}

impl FollowUps {
    /// Nothing is known, and nothing is remembered of a session that is over.
    pub(crate) fn new(
        calls: Calls,
        session: SessionState,
        customers: Customers,
        details: Details,
        usage: FollowUpUse,
    ) -> Self {
        let this = Self {
            histories: RwSignal::new(HashMap::new()),
            kinds: RwSignal::new(Vec::new()),
            writings: RwSignal::new(HashMap::new()),
            sending: StoredValue::new_local(HashMap::new()),
            own: StoredValue::new(HashSet::new()),
            usage,
            details,
            calls,
            session,
        };
        customers.on_gone(move || {
            this.histories.maybe_update(|all| !std::mem::take(all).is_empty());
            this.kinds.maybe_update(|all| !std::mem::take(all).is_empty());
            this.writings.maybe_update(|all| !std::mem::take(all).is_empty());
            this.sending.update_value(HashMap::clear);
            this.own.update_value(HashSet::clear);
        });
        if usage == FollowUpUse::Write {
            this.ask_before_leaving();
            this.keep_drafts(customers);
        }
        this
    }

    /// What may be done with follow-ups here.
    pub fn usage(self) -> FollowUpUse {
        self.usage
    }
}
