//! The steps from one customer to the next, over pages too.
use super::Opened;
use crate::components::Rows;
use crate::model::{NextPage, PageNumber};
use crate::query::Change;
use crate::state::{Answer, LoadState};
use leptos::prelude::*;

/// So near the last row a step asks for the next page, if calls are to spare.
const NEAR_END: usize = 3;

impl Opened {
    /// What is open goes with a turned page; a page of other filters leaves it to be read.
    pub(super) fn follow(self, before: &Answer, now: &Answer) {
        let turning = self.turning.try_update_value(Option::take).flatten();
        let is_turned = now.list_key != before.list_key
            && before.query.is_same_list(&now.query)
            && self.is_page_turned.get_value();
        if is_turned
            && before.query.page < now.query.page
            && self.customers.is_outdated(before)
            && !self.customers.is_outdated(now)
        {
            self.toast.show(self.settings.words().list_moved_up.to_owned());
        }
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

    pub(super) fn step(self, is_next: bool) {
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
    pub(super) fn page_beside(self, is_next: bool) -> Option<PageNumber> {
        let is_whole = self.rows.with(|rows| rows.only.is_none());
        let answer = self.answer.get().filter(|_| is_whole)?;
        let today = self.today.get();
        let is_asked =
            self.navigation.query().with(|query| query.clone().on(today).is_same_list(&answer.query));
        let here = answer.query.page;
        let page =
            if is_next { here.next().filter(|_| answer.follows != NextPage::No) } else { here.previous() };
        page.filter(|_| is_asked)
    }
}
