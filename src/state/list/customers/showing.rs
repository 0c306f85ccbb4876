use super::answer::seen_pages;
use super::asked::{Asked, CachedAnswer};
use super::calling::Purpose;
use super::{Answer, Customers, LoadState};
use crate::model::{NextPage, Recent};
use crate::query::{Change, ListQuery};
use crate::state::ScrollPosition;
use crate::state::browser::idle::when_idle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long an answer stands before its other rows are read, those that are not on the screen: who turns
/// pages quickly never sees them.
const DECODE_DELAY: Duration = Duration::from_secs(1);
/// Rows read at a time: a millisecond, so that no key has to wait.
const ROWS_AT_A_TIME: usize = 8;

impl Customers {
    pub(super) fn show(self, question: Asked, known: CachedAnswer, purpose: Purpose) {
        if let Some(before) = self.left_behind(&question, &known) {
            return self.turn_back(&before);
        }
        let last = self.last();
        let ticket = self.run.start();
        let stamp = ticket.number();
        let Asked { query, per_page } = question;
        let follows = if known.is_end { NextPage::No } else { known.page.follows(query.page, per_page) };
        let seen = seen_pages(last.as_deref(), &query, per_page, follows, known.page.last_page(per_page));
        let kept_list_key =
            last.filter(|_| matches!(purpose, Purpose::Refresh | Purpose::Renew)).map(|last| last.list_key);
        let scroll_position = if kept_list_key.is_some() {
            ScrollPosition::default()
        } else {
            self.navigation.take_scroll_position()
        };
        let CachedAnswer { page, at, .. } = known;
        let list_key = kept_list_key.unwrap_or(stamp);
        self.state.set(LoadState::Ready(Arc::new(Answer {
            stamp,
            list_key,
            scroll_position,
            page,
            query,
            per_page,
            follows,
            seen,
            at,
        })));
        let decode = move || {
            if ticket.is_newest() {
                self.decode_when_idle();
            }
        };
        set_timeout(decode, DECODE_DELAY);
    }

    /// The answer on the screen, if this one is the empty page behind it: then that was the last page.
    pub(super) fn left_behind(self, question: &Asked, known: &CachedAnswer) -> Option<Arc<Answer>> {
        let is_empty = known.page.customers.is_empty() && known.page.next_page != NextPage::Yes;
        let last = self.last().filter(|last| is_empty && !last.page.customers.is_empty())?;
        let query = ListQuery { page: last.query.page.next()?, ..last.query.clone() };
        (*question == Asked::new(query, last.per_page)).then_some(last)
    }

    /// Remembers that nothing follows a page.
    pub(super) fn note_end(self, last: &Answer) -> CachedAnswer {
        let known = CachedAnswer { page: last.page.clone(), at: last.at, is_end: true };
        self.cache.update_value(|cache| cache.put(Asked::of(last), known.clone(), last.page.size));
        known
    }

    /// Goes back to the last page from the empty one behind it, and says so.
    fn turn_back(self, last: &Answer) {
        self.note_end(last);
        self.is_turned_back.set_value(true);
        self.end.set(Some(last.query.page));
        self.navigation.replace(Change::GoTo(last.query.page));
    }

    /// Reads what is left of the answers, bit by bit while the browser has nothing to do: their text
    /// holds more than this program may know, and is let go as soon as all is read.
    fn decode_when_idle(self) {
        when_idle(move || {
            let is_more = |cache: &Recent<Asked, CachedAnswer>| {
                cache.values().any(|known| known.page.customers.read_ahead(ROWS_AT_A_TIME))
            };
            if self.cache.try_with_value(is_more) == Some(true) {
                self.decode_when_idle();
            }
        });
    }

    pub(super) fn last(self) -> Option<Arc<Answer>> {
        self.state.with_untracked(|state| state.answer().cloned())
    }
}
