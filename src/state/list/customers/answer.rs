use crate::api::rate_limiter::Millis;
use crate::model::{CustomerPage, NextPage, PageNumber, PageSize, Problem};
use crate::query::ListQuery;
use crate::state::ScrollPosition;
use std::sync::Arc;

/// How the loading stands. Each state keeps the last good answer, so that the rows stay on the
/// screen while the next ones come.
#[derive(Clone, Debug)]
pub enum LoadState {
    /// Nobody has asked yet.
    Idle,
    /// Asked, not yet answered.
    Loading(Option<Arc<Answer>>),
    /// Answered.
    Ready(Arc<Answer>),
    /// Not answered, and why.
    Failed(Problem, Option<Arc<Answer>>),
}

/// An answer with the question that it belongs to, as it is shown.
#[derive(Debug)]
pub struct Answer {
    /// A number that no other answer has.
    pub stamp: u32,
    /// The same for every answer to a question that is only asked again: the scroll position stays.
    pub list_key: u32,
    /// Where the reader was when this list was left.
    pub scroll_position: ScrollPosition,
    /// The customers.
    pub page: Arc<CustomerPage>,
    /// The question.
    pub query: ListQuery,
    /// Rows a page, as asked.
    pub per_page: PageSize,
    /// Whether a further page exists, as far as that is known.
    pub follows: NextPage,
    /// The highest page known to exist for this question.
    pub seen: PageNumber,
    /// When it came, in milliseconds since 1970.
    pub at: Millis,
}

impl Answer {
    /// Whether these are the rows of another answer, of which some were read again by themselves.
    pub fn is_renewed(&self, older: &Self) -> bool {
        self.at == older.at && self.list_key == older.list_key && self.query == older.query
    }
}

impl AsRef<CustomerPage> for Answer {
    fn as_ref(&self) -> &CustomerPage {
        &self.page
    }
}

impl LoadState {
    /// The last good answer.
    pub fn answer(&self) -> Option<&Arc<Answer>> {
        match self {
            Self::Idle => None,
            Self::Ready(answer) => Some(answer),
            Self::Loading(last) | Self::Failed(_, last) => last.as_ref(),
        }
    }
}

/// The highest page known to exist: the last one (`end`) where the endpoint gives a total. Else it grows with
/// each page turned, and begins anew with another question.
pub(super) fn seen_pages(
    last: Option<&Answer>,
    query: &ListQuery,
    per_page: PageSize,
    follows: NextPage,
    end: Option<PageNumber>,
) -> PageNumber {
    let here = query.page.plus(u32::from(follows == NextPage::Yes));
    let same = last.filter(|last| {
        last.per_page == per_page && last.query.filters == query.filters && last.query.sort == query.sort
    });
    match (same, end) {
        // A total is as new as its answer.
        (_, Some(end)) if follows != NextPage::No => end.max(here),
        // That this is the last page is known: higher ones are gone.
        (Some(last), _) if follows != NextPage::No => last.seen.max(here),
        _ => here,
    }
}
