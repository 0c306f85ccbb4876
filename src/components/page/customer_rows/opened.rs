//! The customer that is open in the preview, and the steps from one to the next, over pages too.
mod address;
mod preview;
mod steps;

use crate::components::Rows;
use crate::components::page::list_focus::focus_table;
use crate::model::Customer;
use crate::state::{
    Answer, Back, Customers, Details, Navigation, Question, Remembered, Settings, Toast, Today,
};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub(super) struct Opened {
    customers: Customers,
    details: Details,
    navigation: Navigation,
    question: Question,
    settings: Settings,
    today: Today,
    toast: Toast,
    remembered: Remembered,
    answer: Signal<Option<Arc<Answer>>>,
    rows: Signal<Rows>,
    customer: RwSignal<Option<(usize, Arc<Customer>)>>,
    /// A step went over the edge of the page: onwards (`true`) or back. Its customer is opened when the
    /// page is there.
    turning: StoredValue<Option<bool>>,
    /// The question changed last to another page of its own list. A tab that was left before it answered and
    /// come back to gives rows of the same list too, but nobody turned a page there.
    is_page_turned: StoredValue<bool>,
    /// The row in which the open customer stands now, if it stands here at all.
    pub row: Memo<Option<usize>>,
}

impl Opened {
    pub fn new(answer: Signal<Option<Arc<Answer>>>, rows: Signal<Rows>) -> Self {
        let customer: RwSignal<Option<(usize, Arc<Customer>)>> = RwSignal::new(None);
        let row = Memo::new(move |_| {
            let (known, customer) = customer.get()?;
            rows.with(|rows| {
                let is_here = |row: &usize| rows.customer(*row).is_some_and(|it| it.id == customer.id);
                // Nearly always it is where it was; to look further would read rows for nothing.
                Some(known).filter(is_here).or_else(|| (0..rows.count()).find(is_here))
            })
        });
        let this = Self {
            customers: expect_context(),
            details: expect_context(),
            navigation: expect_context(),
            question: expect_context(),
            settings: expect_context(),
            today: expect_context(),
            toast: expect_context(),
            remembered: expect_context(),
            answer,
            rows,
            customer,
            turning: StoredValue::new(None),
            is_page_turned: StoredValue::new(false),
            row,
        };
        let query = this.navigation.query();
        Effect::watch(
            move || query.get(),
            move |now, before, _| {
                this.is_page_turned.set_value(before.is_some_and(|before| before.is_same_list(now)));
            },
            false,
        );
        Effect::watch(
            move || answer.get(),
            move |now, before, _| {
                if let (Some(now), Some(Some(before))) = (now, before) {
                    this.follow(before, now);
                }
            },
            false,
        );
        this.follow_address();
        let is_open = Signal::derive(move || customer.with(Option::is_some));
        expect_context::<Back>().closes(is_open, move || this.close());
        this
    }

    /// Opens the customer of a row.
    pub fn open(self, row: usize) {
        let customer = self.rows.with_untracked(|rows| rows.customer(row).cloned());
        if let Some(customer) = customer {
            if customer.id != self.navigation.customer().get_untracked() {
                self.navigation.leave_customer();
            }
            self.show(row, Arc::new(customer));
        }
    }

    fn show(self, row: usize, customer: Arc<Customer>) {
        self.turning.set_value(None);
        if let Some(id) = &customer.id {
            self.remembered.open(id);
        }
        self.customer.set(Some((row, customer)));
    }

    /// Whether a customer is open.
    pub fn is_open(self) -> Signal<bool> {
        Signal::derive(move || self.customer.with(Option::is_some))
    }

    /// Closes the preview and leaves the keyboard where it is.
    pub fn close_quietly(self) {
        self.turning.set_value(None);
        self.customer.maybe_update(|customer| customer.take().is_some());
        self.navigation.leave_customer();
    }

    fn close(self) {
        self.close_quietly();
        // The keyboard goes on where the preview was opened, or where its steps led.
        focus_table();
    }
}
