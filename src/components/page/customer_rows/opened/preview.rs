//! The preview of the open customer, with what is asked for beyond the list.
use super::Opened;
use crate::components::parts::lazy_view::once;
use crate::components::{More, MoreState, Waiting, Ways, lazy_views};
use crate::model::Customer;
use crate::query::Tab;
use crate::state::{DetailState, Details, OperatorNotes, write_clipboard};
use crate::view_model::{ColumnView, Dates, has_gaps, problem_view, with_details};
use leptos::prelude::*;
use std::sync::Arc;

impl Opened {
    fn details_of(self, customer: &Customer) -> Option<DetailState> {
        self.details.of(customer.id.as_ref()?)
    }

    /// The way to what the list leaves out of the open customer.
    fn more(self, row: Signal<Option<Arc<Customer>>>, columns: Signal<Arc<[ColumnView]>>) -> More {
        let words = self.settings.words();
        let state = Signal::derive(move || {
            let Some(row) = row.get() else { return MoreState::Hidden };
            let columns = columns.read();
            match self.details_of(&row) {
                None if row.id.as_ref().is_some_and(Details::can_ask) && has_gaps(&row, &columns) => {
                    MoreState::Offered
                }
                None => MoreState::Hidden,
                Some(DetailState::Loading) => MoreState::Loading,
                Some(DetailState::Failed(problem)) => MoreState::Failed(problem_view(&problem, words).text),
                Some(DetailState::Ready(details, order)) => {
                    MoreState::Done(with_details(&row, &columns, &details, &order).1)
                }
            }
        });
        let ask = Callback::new(move |()| {
            let (row, answer) = (row.get_untracked(), self.answer.get_untracked());
            if let (Some(row), Some(answer)) = (row, answer)
                && let Some(id) = row.id.clone()
            {
                // 全部 has customers of the pool too: they are nobody's.
                let is_in_pool =
                    answer.query.filters.saved.tab == Tab::Common || answer.page.is_nobodys(&row);
                self.details.ask(id, answer.page.columns.clone(), is_in_pool);
            }
        });
        let loading =
            Callback::new(move |()| view! { <Waiting otherwise=words.more_loading words /> }.into_any());
        More { state, ask, loading }
    }

    /// The preview, while a customer is open.
    pub fn preview(self, columns: Signal<Arc<[ColumnView]>>, dates: Signal<Dates>) -> impl IntoView {
        // An answer that came meanwhile may know more of the customer.
        let row = Signal::derive(move || {
            let (_, known) = self.customer.get()?;
            let newer = self.row.get().and_then(|row| {
                self.rows.with(|rows| rows.customer(row).filter(|it| **it != *known).cloned())
            });
            Some(newer.map_or(known, Arc::new))
        });
        let ways = Signal::derive(move || {
            let row = self.row.get();
            let (before, count) = self.rows.with(|rows| {
                let before = rows.of_customers().take_while(|at| row.is_some_and(|row| *at < row)).count();
                (before, rows.of_customers().count())
            });
            Ways {
                place: row.map(|_| (before + 1, count)),
                has_previous: row.is_some_and(|_| before > 0 || self.page_beside(false).is_some()),
                has_next: match row {
                    Some(_) => before + 1 < count || self.page_beside(true).is_some(),
                    None => count > 0,
                },
            }
        });
        let customer = Signal::derive(move || {
            let row: Arc<Customer> = row.get()?;
            Some(match self.details_of(&row) {
                Some(DetailState::Ready(details, order)) => {
                    Arc::new(with_details(&row, &columns.read(), &details, &order).0)
                }
                _ => row,
            })
        });
        let more = self.more(row, columns);
        let on_step = Callback::new(move |is_next| self.step(is_next));
        let on_close = Callback::new(move |()| self.close());
        let on_filter = Callback::new(move |change| self.question.change(change));
        let (toast, words) = (self.toast, self.settings.words());
        let on_copy = Callback::new(move |copied| {
            write_clipboard(copied, move |is_written| {
                toast.show(if is_written { words.copied } else { words.copy_by_key }.to_owned());
            });
        });
        once(self.is_open(), move || {
            let operator = expect_context::<OperatorNotes>();
            lazy_views::preview(
                customer,
                columns,
                dates,
                ways,
                on_step,
                on_close,
                on_filter,
                on_copy,
                operator.customer_url.get_value(),
                more,
                operator.follow_ups,
                self.settings.words(),
            )
        })
    }
}
