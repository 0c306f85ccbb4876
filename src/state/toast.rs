use crate::state::Customers;
use leptos::prelude::*;
use std::time::Duration;

/// How long a word stays.
const STAY: Duration = Duration::from_secs(4);

/// What the page says in passing: that something was copied, or why not.
#[derive(Clone, Copy)]
pub struct Toast {
    text: RwSignal<String>,
    count: StoredValue<u32>,
}

impl Toast {
    /// Nothing is said yet, and nothing stays that was said of a session that is over.
    pub(crate) fn follow(customers: Customers) -> Self {
        let toast = Self { text: RwSignal::new(String::new()), count: StoredValue::new(0) };
        customers.on_gone(move || toast.hide());
        toast
    }

    /// Says something; it goes by itself.
    pub fn show(self, text: String) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        let mine = self.count.get_value();
        self.text.set(text);
        let hide = move || {
            if self.count.try_get_value() == Some(mine) {
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
