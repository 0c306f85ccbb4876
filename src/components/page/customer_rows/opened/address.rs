//! The customer whom the address opens.
use super::Opened;
use crate::i18n::fill;
use crate::model::{Customer, CustomerId};
use crate::state::{DetailState, LoadState};
use crate::view_model::problem_view;
use leptos::prelude::*;

impl Opened {
    /// Opens the customer whom the address names: from the row or, where there is none, by one call.
    pub(super) fn follow_address(self) {
        let wanted = Memo::new(move |_| self.navigation.customer().get());
        // Rows of another question say nothing of who is among those that are asked for.
        let is_ready = Memo::new(move |_| {
            let is_here = self.customers.state().with(|it| matches!(it, LoadState::Ready(_)));
            is_here && self.answer.with(Option::is_some) && !self.customers.is_foreign().get()
        });
        Effect::new(move |_| {
            let Some(id) = wanted.get().filter(|_| is_ready.get()) else { return };
            let state = self.details.of(&id);
            untrack(|| self.open_wanted(id, state));
        });
    }

    fn open_wanted(self, id: CustomerId, state: Option<DetailState>) {
        let is_it = |customer: &Customer| customer.id.as_ref() == Some(&id);
        if self.customer.with(|open| open.as_ref().is_some_and(|(_, open)| is_it(open))) {
            return;
        }
        let row =
            self.rows.with(|rows| rows.of_customers().find(|row| rows.customer(*row).is_some_and(is_it)));
        let words = self.settings.words();
        match (row, state) {
            (Some(row), _) => self.open(row),
            (None, Some(DetailState::Ready(customer, _))) => self.show(usize::MAX, customer),
            (None, Some(DetailState::Failed(problem))) => {
                self.toast.show(fill(words.customer_not_opened, &[&problem_view(&problem, words).text]));
                self.navigation.leave_customer();
            }
            (None, Some(DetailState::Loading)) => self.toast.show(words.customer_opening.to_owned()),
            (None, None) => {
                if let Some(answer) = self.answer.get() {
                    // Nobody knows whether it is in the pool.
                    self.details.ask(id, answer.page.columns.clone(), true);
                }
            }
        }
    }
}
