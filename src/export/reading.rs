mod tally;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
mod window;

pub use self::tally::{Page, Tally};
pub use self::window::Window;
pub(super) use self::window::overlapping;

use self::window::{SMALLEST_OVERLAP, even};
use crate::model::{AnswerIndex, NextPage, PageNumber, PageSize};
use std::collections::BTreeSet;

/// Answers in a row that bring nothing new, before reading is given up.
const PATIENCE: u32 = 3;

/// The list, read page by page so that what is read can be trusted.
///
/// Pages overlap: each begins with rows that the one before ended with. A list that moved between
/// two calls shows there, and it costs next to no calls, since the sizes of the pages are chosen so
/// that the overlap is short. An endpoint that does not obey the sizes is read in even pages, each
/// looked at a second time after the next. At the end the first page is looked at again, for those
/// that moved there meanwhile.
#[derive(Clone, Debug)]
pub struct Reading {
    most: PageSize,
    has_own_sizes: bool,
    /// Rows of the list that were read, as places count.
    place: u64,
    known: BTreeSet<Box<str>>,
    /// The ids of the page before, and of the first one.
    last: Vec<Box<str>>,
    first: Vec<Box<str>>,
    step: Step,
    stalls: u32,
    tally: Tally,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Further rows.
    On,
    /// A page past the last rows, since nobody said that they are the last.
    Past(Window),
    /// A second look at the page before the last, since nothing ties the two together. What is kept
    /// are the ids that it had, and what comes after it.
    Back { window: Window, before: Vec<Box<str>>, then: Box<Step> },
    /// A second look at the first page.
    Again,
    /// All is read.
    Over,
}

impl Reading {
    /// Nothing is read yet; pages may have at most this many rows.
    pub fn new(most: PageSize) -> Self {
        Self {
            most,
            has_own_sizes: most.get() >= SMALLEST_OVERLAP,
            place: 0,
            known: BTreeSet::new(),
            last: Vec::new(),
            first: Vec::new(),
            step: Step::On,
            stalls: 0,
            tally: Tally::default(),
        }
    }

    /// What was counted so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// What to ask next; `None` when all is read.
    pub fn next(&self) -> Option<Window> {
        match &self.step {
            Step::On if self.has_own_sizes => Some(overlapping(self.place, self.most)),
            Step::On => Some(even(self.place, self.most)),
            Step::Past(window) | Step::Back { window, .. } => Some(*window),
            Step::Again => Some(Window { page: PageNumber::FIRST, per_page: self.most }),
            Step::Over => None,
        }
    }

    /// Takes the answer to [`next`](Self::next); gives the places of the rows that had not come before.
    pub fn take(&mut self, page: Page<'_>) -> Vec<AnswerIndex> {
        let Some(asked) = self.next() else { return Vec::new() };
        self.tally.pages += 1;
        self.tally.total = page.total.or(self.tally.total);
        match std::mem::replace(&mut self.step, Step::On) {
            Step::On | Step::Past(_) => self.go_on(asked, page),
            Step::Back { before, then, .. } => {
                self.tally.looks += 1;
                let new = self.look(page, &before);
                self.step = *then;
                new
            }
            Step::Again => {
                self.tally.looks += 1;
                let first = std::mem::take(&mut self.first);
                let new = self.look(page, &first);
                self.step = Step::Over;
                new
            }
            Step::Over => Vec::new(),
        }
    }

    fn go_on(&mut self, asked: Window, page: Page<'_>) -> Vec<AnswerIndex> {
        let given = self.note_size(asked, page);
        let start = given.start();
        // Rows at the beginning that should be known from the page before.
        let overlap = usize::try_from(self.place.saturating_sub(start)).unwrap_or(usize::MAX);
        let is_first = self.tally.pages == 1;
        let is_unsaid = page.next == NextPage::Unknown;
        // Where nobody promised a page and nothing came, nothing has to fit.
        let is_tied = is_first
            || (overlap > 0 && self.continues(page.ids, overlap))
            || (is_unsaid && page.ids.is_empty());
        let has_anchor = page.ids.iter().any(|id| !id.is_empty() && self.last.iter().any(|it| **it == **id));
        let before = self.known.len() + self.tally.nameless as usize;
        let new = self.keep(page.ids, if is_tied || has_anchor { overlap } else { 0 });
        let is_new = self.known.len() + self.tally.nameless as usize > before;

        let ids: Vec<Box<str>> = page.ids.iter().map(|id| Box::from(*id)).collect();
        let earlier = std::mem::replace(&mut self.last, ids);
        if is_first {
            self.first.clone_from(&self.last);
        }
        // Else rows before it were left out: they are asked for next.
        if start <= self.place {
            self.place = start + page.ids.len() as u64;
        }
        let is_over = self.note_end(page);
        self.stalls = if is_new { 0 } else { self.stalls + 1 };
        let is_stuck = !is_over && self.stalls >= PATIENCE;
        self.tally.is_stuck |= is_stuck;

        let is_short = !is_first && page.ids.len() < usize::from(given.per_page.get());
        let then = match (is_over, is_first) {
            // One answer cannot contradict itself.
            (true, true) => Step::Over,
            (true, false) => Step::Again,
            (false, _) if is_unsaid && is_short => Step::Past(Window { page: given.page.plus(1), ..given }),
            (false, _) => Step::On,
        };
        self.step = if is_stuck {
            Step::Over
        } else if !is_tied && !has_anchor {
            let window = self.window_back(given, earlier.len());
            Step::Back { window, before: earlier, then: Box::new(then) }
        } else {
            self.tally.moved += u32::from(!is_tied);
            then
        };
        new
    }

    /// Notes whether it is said that nothing follows; tells whether nothing does.
    fn note_end(&mut self, page: Page<'_>) -> bool {
        let is_end_said = match page.next {
            NextPage::Yes => false,
            NextPage::No => true,
            NextPage::Unknown => page.ids.is_empty() || page.total == Some(self.place),
        };
        let is_over = page.ids.is_empty() || is_end_said;
        if is_over {
            self.tally.is_end_said = is_end_said;
        }
        is_over
    }

    /// Where the rows before a page that does not tie are looked at again.
    fn window_back(&self, given: Window, length: usize) -> Window {
        if self.has_own_sizes {
            let middle = given.start().saturating_sub(length as u64 / 2);
            overlapping(middle.max(1), self.most)
        } else {
            Window { page: given.page.previous().unwrap_or_default(), ..given }
        }
    }

    /// A second look: are there the customers of the first look still?
    fn look(&mut self, page: Page<'_>, before: &[Box<str>]) -> Vec<AnswerIndex> {
        let is_same = page.ids.len() == before.len()
            && page.ids.iter().zip(before).all(|(now, before)| **now == **before);
        if !is_same {
            self.tally.moved += 1;
            let is_tied = page.ids.iter().any(|id| !id.is_empty() && before.iter().any(|it| **it == **id));
            self.tally.gaps += u32::from(!is_tied);
        }
        // What had come before is expected here, and no repeat.
        self.keep(page.ids, usize::MAX)
    }

    /// Learns how many rows a page really has.
    fn note_size(&mut self, asked: Window, page: Page<'_>) -> Window {
        let said = page.per_page.unwrap_or(asked.per_page);
        let room = usize::from(said.get());
        let is_last = match page.next {
            NextPage::Yes => false,
            NextPage::No => true,
            // The first page may have been cut to what the endpoint gives; later ones have that size.
            NextPage::Unknown => self.tally.pages > 1 && page.ids.len() < room,
        };
        let is_full = is_last || page.ids.is_empty() || page.ids.len() == room;
        // What is counted is truer than what is said.
        let counted = u16::try_from(page.ids.len()).ok().and_then(PageSize::new);
        let size = counted.filter(|_| !is_full).unwrap_or(said);
        if size != asked.per_page {
            self.most = size;
            // The first page may only have been asked too large.
            self.has_own_sizes &= self.tally.pages == 1 && is_full && size.get() >= SMALLEST_OVERLAP;
        }
        Window { page: page.page.unwrap_or(asked.page), per_page: size }
    }

    /// Whether a page begins with the rows that the one before ended with.
    fn continues(&self, ids: &[&str], overlap: usize) -> bool {
        let tail = &self.last[self.last.len().saturating_sub(overlap)..];
        let begin = ids.get(overlap - tail.len()..overlap);
        !tail.is_empty()
            && begin.is_some_and(|begin| begin.iter().zip(tail).all(|(now, before)| **now == **before))
    }

    /// Keeps the ids that are new and tells where they stand. Known ones at or after `looked_at`
    /// places are repeats; before, they were expected.
    fn keep(&mut self, ids: &[&str], looked_at: usize) -> Vec<AnswerIndex> {
        let mut new = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            if id.is_empty() {
                // Without an id a row of a second look cannot be told from a new one.
                if at < looked_at {
                    continue;
                }
                self.tally.nameless += 1;
            } else if !self.known.insert(Box::from(*id)) {
                if at >= looked_at {
                    self.tally.repeats += 1;
                    self.tally.rows += 1;
                }
                continue;
            }
            self.tally.rows += 1;
            new.push(AnswerIndex(at));
        }
        self.tally.distinct = self.known.len() as u64;
        new
    }
}
