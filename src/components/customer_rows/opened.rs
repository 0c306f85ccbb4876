//! The customer that is open in the preview. It stays open while pages turn under it.
use crate::components::list_focus::focus_table;
use crate::components::part::once;
use crate::components::{Rows, later};
use crate::model::Customer;
use crate::state::{Kehu, today};
use crate::view_model::ColumnView;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub(super) struct Opened {
    rows: Signal<Rows>,
    customer: RwSignal<Option<(usize, Arc<Customer>)>>,
    /// The row in which the open customer stands now, if it stands here at all.
    pub row: Memo<Option<usize>>,
}

impl Opened {
    pub fn new(rows: Signal<Rows>) -> Self {
        let customer: RwSignal<Option<(usize, Arc<Customer>)>> = RwSignal::new(None);
        let row = Memo::new(move |_| {
            let (known, customer) = customer.get()?;
            rows.with(|rows| {
                let is_here = |row: &usize| rows.customer(*row).is_some_and(|it| it.id == customer.id);
                // Nearly always it is where it was; to look further would read rows for nothing.
                Some(known).filter(is_here).or_else(|| (0..rows.count()).find(is_here))
            })
        });
        Self { rows, customer, row }
    }

    /// Opens the customer of a row.
    pub fn open(self, row: usize) {
        let customer = self.rows.with_untracked(|rows| rows.customer(row).cloned());
        if let Some(customer) = customer {
            self.customer.set(Some((row, Arc::new(customer))));
        }
    }

    fn step(self, is_next: bool) {
        if let Some(row) = self.row.get_untracked() {
            let next = if is_next { Some(row + 1) } else { row.checked_sub(1) };
            next.into_iter().for_each(|next| self.open(next));
        }
    }

    fn close(self) {
        self.customer.set(None);
        // The keyboard goes on where the preview was opened, or where its steps led.
        focus_table();
    }

    /// The preview, while a customer is open.
    pub fn preview(self, kehu: Kehu, columns: Signal<Arc<[ColumnView]>>) -> impl IntoView {
        // An answer that came meanwhile may know more of the customer.
        let customer = Signal::derive(move || {
            let (_, known) = self.customer.get()?;
            let newer = self.row.get().and_then(|row| {
                self.rows.with(|rows| rows.customer(row).filter(|it| **it != *known).cloned())
            });
            Some(newer.map_or(known, Arc::new))
        });
        let place = Signal::derive(move || Some((self.row.get()? + 1, self.rows.with(Rows::count))));
        let on_step = Callback::new(move |is_next| self.step(is_next));
        let on_close = Callback::new(move |()| self.close());
        let on_filter = Callback::new(move |change| kehu.change(change));
        let is_open = Signal::derive(move || self.customer.with(Option::is_some));
        once(is_open, move || {
            let today = Callback::new(|()| today());
            later::preview(customer, columns, today, place, on_step, on_close, on_filter, kehu.words())
        })
    }
}
