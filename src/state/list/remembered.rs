use crate::model::{CustomerId, OpenedCustomers};
use crate::query::write_date;
use crate::state::Customers;
use crate::state::browser::clock::Today;
use crate::state::browser::storage::{self, Key};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The customers who were opened today, the last twenty: to see in the rows who was looked at, and to go on
/// after a reload. The tab keeps their ids; nothing of it stays when somebody signs out.
#[derive(Clone, Copy)]
pub struct Remembered {
    opened: RwSignal<OpenedCustomers>,
    /// The one with whom to go on after a reload.
    offered: RwSignal<Option<CustomerId>>,
    today: Today,
}

/// As the tab keeps it.
#[derive(Serialize, Deserialize)]
struct Stored {
    /// Of which day in China.
    day: String,
    ids: Vec<String>,
}

impl Remembered {
    /// Takes up what the tab has kept of today.
    pub(crate) fn follow(customers: Customers, today: Today) -> Self {
        let day = write_date(untrack(|| today.get()));
        let stored = storage::read::<Stored>(storage::session(), Key::Opened).filter(|it| it.day == day);
        let ids = stored.map(|it| it.ids).unwrap_or_default();
        let opened: OpenedCustomers = ids.iter().filter_map(|id| CustomerId::new(id)).collect();
        let offered = RwSignal::new(opened.last().cloned());
        let this = Self { opened: RwSignal::new(opened), offered, today };
        customers.on_gone(move || this.forget());
        // Another day begins with nobody.
        Effect::watch(move || today.get(), move |_, _, _| this.forget(), false);
        this
    }

    /// A customer is opened.
    pub fn open(self, id: &CustomerId) {
        self.offered.maybe_update(|offered| offered.take().is_some());
        if self.opened.with_untracked(|opened| opened.last() == Some(id)) {
            return;
        }
        self.opened.update(|opened| opened.open(id.clone()));
        let ids = self.opened.with_untracked(|opened| opened.iter().map(CustomerId::to_string).collect());
        let day = write_date(untrack(|| self.today.get()));
        storage::write(storage::session(), Key::Opened, &Stored { day, ids });
    }

    /// Whether a customer was opened today.
    pub fn contains(self, id: &CustomerId) -> bool {
        self.opened.with(|opened| opened.contains(id))
    }

    /// All of them, the newest first.
    pub fn newest_first(self) -> Vec<CustomerId> {
        let mut ids: Vec<CustomerId> = self.opened.with_untracked(|opened| opened.iter().cloned().collect());
        ids.reverse();
        ids
    }

    /// The customer with whom to go on after a reload, until one is opened.
    pub fn offered(self) -> RwSignal<Option<CustomerId>> {
        self.offered
    }

    fn forget(self) {
        self.offered.maybe_update(|offered| offered.take().is_some());
        self.opened.maybe_update(|opened| !std::mem::take(opened).is_empty());
        storage::remove(storage::session(), Key::Opened);
    }
}
