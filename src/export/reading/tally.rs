//! What is looked at of an answer, and what is counted.
use crate::model::{NextPage, PageNumber, PageSize};

/// What is looked at of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The ids of its rows in their order; empty where a row has none.
    pub ids: &'a [&'a str],
    /// Whether a further page exists, as the endpoint says.
    pub next: NextPage,
    /// How many customers there are in all, where that was said.
    pub total: Option<u64>,
    /// The page as answered, where that was said.
    pub page: Option<PageNumber>,
    /// Rows a page as answered, where that was said.
    pub per_page: Option<PageSize>,
}

/// What was counted while reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers read, second looks too.
    pub pages: u32,
    /// Those of them that were only second looks.
    pub looks: u32,
    /// Rows read: written ones and repeats.
    pub rows: u64,
    /// Different ids among them.
    pub distinct: u64,
    /// Rows that had come before; they are left out of the file.
    pub repeats: u64,
    /// Rows without an id, which nothing can be said of.
    pub nameless: u64,
    /// Places where a second look found other customers than the first.
    pub moved: u32,
    /// Page borders at which nothing ties the pages together.
    pub gaps: u32,
    /// That nothing follows was said, or shown by an empty page after the last rows.
    pub is_end_said: bool,
    /// How many customers there are in all, as the last answer that spoke of it said.
    pub total: Option<u64>,
    /// The endpoint went on giving the same customers.
    pub is_stuck: bool,
}
