//! What is loaded of one filter's values, page by page: pure, without signals and calls.
use crate::api::rate_limiter::Millis;
use crate::model::{Choice, ChoiceOption, OptionPage, Problem, in_tree_order};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// So many pages are asked for at most, which is 2,000 values where the endpoint gives pages as large as
/// they are asked for, and 300 where it gives fifteen.
pub(super) const MAX_PAGES: u32 = 20;

/// Which of the two calls for the values of a filter is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Way {
    /// The one that the document names.
    #[default]
    Usual,
    /// The other, since the usual one gave nothing.
    Instead,
}

/// How much of a list is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// All of it.
    Whole,
    /// All or not: the endpoint says nothing of pages, and only the next one can tell.
    Perhaps,
    /// There is more.
    Part,
    /// There is more, and it is not asked for.
    Capped,
}

/// What becomes of the pages after the loaded ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Nobody has asked for more.
    #[default]
    Idle,
    /// The next page is on its way.
    Loading,
    /// The endpoint did not give it.
    Failed(Problem),
}

/// The loaded values of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceList {
    /// In the order in which they are shown.
    pub options: Arc<[ChoiceOption]>,
    /// Those that only a search by name has given.
    pub found: Arc<[ChoiceOption]>,
    /// How much of the whole they are.
    pub extent: Extent,
    /// What becomes of the rest.
    pub rest: Rest,
    /// The pages that are loaded.
    pub(super) pages: u32,
    /// The entries of those pages.
    pub(super) given: usize,
    pub(super) way: Way,
    /// When the first page came.
    pub(super) at: Millis,
}

impl ChoiceList {
    /// A list of which a first page came.
    pub(super) fn new(choice: Choice, way: Way, page: OptionPage, at: Millis) -> Self {
        let mut list = Self {
            options: Arc::default(),
            found: Arc::default(),
            extent: Extent::Part,
            rest: Rest::Idle,
            pages: 0,
            given: 0,
            way,
            at,
        };
        list.add(choice, page);
        list
    }

    /// Takes the next page. The list ends where the told total is reached; without a total, with a page that
    /// is not full; and always where nothing new came, since not every endpoint knows of pages.
    pub(super) fn add(&mut self, choice: Choice, page: OptionPage) {
        self.pages += 1;
        self.given += page.given;
        // Departments are not known to come in pages.
        let is_last = page.is_last(self.given).or((choice == Choice::Department).then_some(true));
        let mut known: HashSet<i64> = self.options.iter().map(|option| option.value).collect();
        let mut options = self.options.to_vec();
        options.extend(page.options.into_iter().filter(|option| known.insert(option.value)));
        self.extent = match (is_last, self.pages) {
            _ if options.len() == self.options.len() => Extent::Whole,
            (Some(true), _) => Extent::Whole,
            (None, 1) => Extent::Perhaps,
            (_, MAX_PAGES..) => Extent::Capped,
            _ => Extent::Part,
        };
        self.rest = Rest::Idle;
        self.found = self.found.iter().filter(|option| !known.contains(&option.value)).cloned().collect();
        self.options = if choice == Choice::Department { in_tree_order(options) } else { options }.into();
    }

    /// Takes what a search by name gave, as far as it is new.
    pub(super) fn add_found(&mut self, found: &[ChoiceOption]) {
        let mut known: HashSet<i64> = self.all().map(|option| option.value).collect();
        let fresh = found.iter().filter(|option| known.insert(option.value));
        self.found = self.found.iter().chain(fresh).cloned().collect();
    }

    /// Everything that is known, loaded or found.
    pub fn all(&self) -> impl Iterator<Item = &ChoiceOption> {
        self.options.iter().chain(self.found.iter())
    }

    /// Whether the next page can be asked for now.
    pub(super) fn can_grow(&self) -> bool {
        matches!(self.extent, Extent::Perhaps | Extent::Part) && self.rest != Rest::Loading
    }
}

#[cfg(test)]
mod tests;
