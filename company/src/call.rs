//! A call of the page: what for, and what becomes of it.
use crate::script::Act;
use kehu::api::rate_limiter::{Millis, Priority};
use kehu::api::refusal::Refusals;

/// What a call is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Rows that the person waits for.
    List,
    /// The next page, before anybody turns to it.
    Prefetch,
    /// Rows on the screen, asked again.
    Renew,
    /// The values of a filter.
    Options,
    /// What can be sorted.
    Catalog,
    /// An export.
    Export,
}

impl Kind {
    /// All, in the order of the table.
    pub const ALL: [Self; 6] =
        [Self::List, Self::Prefetch, Self::Renew, Self::Options, Self::Catalog, Self::Export];

    /// Its column's title.
    pub fn title(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Prefetch => "prefetch",
            Self::Renew => "renew",
            Self::Options => "options",
            Self::Catalog => "sorts",
            Self::Export => "export",
        }
    }

    pub(crate) fn priority(self) -> Priority {
        match self {
            Self::List | Self::Options => Priority::Asked,
            Self::Prefetch | Self::Renew => Priority::Likely,
            Self::Catalog | Self::Export => Priority::Background,
        }
    }
}

/// A call that waits or is on its way.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// What for.
    pub kind: Kind,
    /// The question, for lists: equal ones have equal answers.
    pub(crate) question: Option<Act>,
    /// When the person asked for it.
    pub wanted: Millis,
    pub(crate) refusals: Refusals,
    /// What tells it apart from the others of its browser.
    pub number: u32,
    pub(crate) slot: usize,
    pub(crate) is_try: bool,
    /// What the proxy was told of it when it left.
    pub sent_as: Priority,
    /// Somebody waits for it: also for a prefetched page that was turned to meanwhile.
    pub is_awaited: bool,
}

/// Why a call was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// For how long the refusal tells to wait.
    pub pause: Millis,
    /// Whether it came through the company's queue, which the page sees by a header.
    pub is_queued: bool,
}

/// What became of a call when its answer came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// Answered.
    Answered,
    /// It waits for its next try.
    Waits,
    /// The person was told that it failed, and presses again after a while.
    Failed,
    /// Nobody needs it.
    Dropped,
}

impl Call {
    /// A call that waits from now on.
    pub fn new(kind: Kind, question: Option<Act>, wanted: Millis) -> Self {
        Self {
            kind,
            question,
            wanted,
            refusals: Refusals::default(),
            number: 0,
            slot: 0,
            is_try: false,
            sent_as: kind.priority(),
            is_awaited: kind.priority() == Priority::Asked,
        }
    }

    /// Who is served first.
    pub fn priority(&self) -> Priority {
        // A guess that somebody waits for is a question.
        if self.is_awaited { Priority::Asked } else { self.kind.priority() }
    }
}
