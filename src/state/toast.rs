use crate::state::Customers;
use crate::state::run::Run;
use leptos::prelude::*;
use std::time::Duration;

/// How long a word stays.
const STAY: Duration = Duration::from_secs(4);

/// What the page says in passing: that something was copied, or why not.
#[derive(Clone, Copy)]
pub struct Toast {
    text: RwSignal<String>,
    run: Run,
}

impl Toast {
    /// Nothing is said yet, and nothing stays that was said of a session that is over.
    pub(crate) fn follow(customers: Customers) -> Self {
        let toast = Self { text: RwSignal::new(String::new()), run: Run::new() };
        customers.on_gone(move || toast.hide());
        toast
    }

    /// Says something; it goes by itself.
    pub fn show(self, text: String) {
        let ticket = self.run.start();
        self.text.set(text);
        let hide = move || {
            if ticket.is_newest() {
                self.text.set(String::new());
            }
        };
        set_timeout(hide, STAY);
    }

    /// Says nothing more.
    fn hide(self) {
        self.text.maybe_update(|text| !std::mem::take(text).is_empty());
    }

    /// What is said at this moment; empty for nothing.
    pub fn text(self) -> Signal<String> {
        self.text.into()
    }
}
