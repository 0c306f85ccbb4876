//! The customer that is open in the preview, and the steps from one to the next, over pages too.
use crate::components::page::list_focus::focus_table;
use crate::components::parts::lazy_view::once;
use crate::components::{More, MoreState, Rows, Waiting, Ways, lazy_views};
use crate::i18n::fill;
use crate::model::{Customer, CustomerId, NextPage, PageNumber};
use crate::query::{Change, ListQuery, Tab};
use crate::state::{
    Answer, Back, Customers, DetailState, Details, LoadState, Navigation, OperatorNotes, Question,
    Remembered, Settings, Toast, Today, write_clipboard,
};
use crate::view_model::{ColumnView, Dates, has_gaps, problem_view, with_details};
use leptos::prelude::*;
use std::sync::Arc;

/// So near the last row a step asks for the next page, if calls are to spare.
const NEAR_END: usize = 3;

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
            row,
        };
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

    /// Opens the customer whom the address names: from the row or, where there is none, by one call.
    fn follow_address(self) {
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

    /// What is open goes with a turned page; a page of other filters leaves it to be read.
    fn follow(self, before: &Answer, now: &Answer) {
        let turning = self.turning.try_update_value(Option::take).flatten();
        let is_turned = now.list_key != before.list_key && is_same_list(&before.query, &now.query);
        if !is_turned || self.customer.with_untracked(Option::is_none) {
            return;
        }
        let (first, last) =
            self.rows.with_untracked(|rows| (rows.of_customers().next(), rows.of_customers().next_back()));
        let row = match turning {
            Some(true) => first,
            Some(false) => last,
            None => first.filter(|_| self.row.get_untracked().is_none()),
        };
        row.into_iter().for_each(|row| self.open(row));
    }

    fn step(self, is_next: bool) {
        let count = self.rows.with_untracked(Rows::count);
        let row = self.row.get_untracked();
        let next = self.rows.with_untracked(|rows| match (row, is_next) {
            (None, true) => rows.of_customers().next(),
            (None, false) => None,
            (Some(row), true) => rows.of_customers().find(|next| *next > row),
            (Some(row), false) => rows.of_customers().rfind(|previous| *previous < row),
        });
        match next {
            // The next row may be of another question.
            Some(_) if self.customers.is_foreign().get_untracked() => {}
            Some(row) => {
                self.open(row);
                if is_next && row + NEAR_END >= count {
                    self.customers.prefetch_next();
                }
            }
            None => self.turn(is_next),
        }
    }

    /// Turns the page to go on there.
    fn turn(self, is_next: bool) {
        let Some(page) = untrack(|| self.page_beside(is_next)) else { return };
        self.turning.set_value(Some(is_next));
        if self.navigation.query().with_untracked(|query| query.page) != page {
            self.question.change(Change::GoTo(page));
        } else if self.customers.state().with_untracked(|it| matches!(it, LoadState::Failed(..))) {
            self.customers.ask_again();
        }
    }

    /// The page after the one on the screen, or before it. None where only some of its rows are shown, or
    /// where they are no longer those that are asked for.
    fn page_beside(self, is_next: bool) -> Option<PageNumber> {
        let is_whole = self.rows.with(|rows| rows.only.is_none());
        let answer = self.answer.get().filter(|_| is_whole)?;
        let today = self.today.get();
        let is_asked =
            self.navigation.query().with(|query| is_same_list(&query.clone().on(today), &answer.query));
        let here = answer.query.page;
        let page =
            if is_next { here.next().filter(|_| answer.follows != NextPage::No) } else { here.previous() };
        page.filter(|_| is_asked)
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

/// Whether two questions are for pages of the same list.
fn is_same_list(a: &ListQuery, b: &ListQuery) -> bool {
    a.filters == b.filters && a.sort == b.sort
}
