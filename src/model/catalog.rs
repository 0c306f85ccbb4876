//! What the neighbour endpoints tell: what can be chosen, sorted and searched.
use super::ColumnId;

/// One thing to choose: shown by its label, sent by its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What a person reads.
    pub label: String,
    /// What the endpoint is sent.
    pub value: i64,
    /// A quieter word beside it, such as a colleague's department or what stands above in a tree; may be
    /// empty.
    pub note: String,
    /// What it stands below in a tree, where that is known.
    pub parent: Option<i64>,
    /// How deep it stands in a tree, from 0.
    pub depth: u8,
    /// Whether it can be chosen; what cannot is shown for what stands below it.
    pub is_usable: bool,
}

impl ChoiceOption {
    /// A plain one, which stands in no tree.
    pub fn new(label: String, value: i64) -> Self {
        Self { label, value, note: String::new(), parent: None, depth: 0, is_usable: true }
    }
}

/// One page of the things to choose, as the endpoint gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionPage {
    /// What can be read of it.
    pub options: Vec<ChoiceOption>,
    /// How many entries came, those without a value among them.
    pub given: usize,
    /// How many there are in all, where that was told.
    pub total: Option<usize>,
    /// How many entries a page holds, where that was told; it need not be what was asked for.
    pub per_page: Option<usize>,
}

/// No endpoint is known to give smaller pages: a shorter answer is whole, whatever it says.
const SMALLEST_PAGE: usize = 10;

impl OptionPage {
    /// Whether nothing follows a page with which so many entries have come; `None` where the endpoint says
    /// nothing of it. A total says more than a page that is not full.
    pub fn is_last(&self, given: usize) -> Option<bool> {
        match (self.total, self.per_page) {
            (Some(total), _) => Some(given >= total),
            (None, Some(size)) => Some(self.given < size),
            (None, None) => (self.given < SMALLEST_PAGE).then_some(true),
        }
    }
}

/// A field that search words can be looked up in (`custom_field_name`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchField {
    /// What the endpoint is sent.
    pub name: String,
    /// What a person reads; empty when only the name is known.
    pub label: String,
}

/// What `filter_sort_group` allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// What can be sorted, with the endpoint's word for it.
    pub sorts: Vec<(ColumnId, String)>,
    /// What can be searched.
    pub search_fields: Vec<SearchField>,
}

impl Default for Catalog {
    /// What is known before the endpoint was asked: its document names `created_at`.
    fn default() -> Self {
        Self { sorts: vec![(ColumnId::new("created_at"), String::new())], search_fields: Vec::new() }
    }
}

impl Catalog {
    /// Whether a header may sort by this column.
    pub fn sorts_by(&self, column: &ColumnId) -> bool {
        self.sorts.iter().any(|(id, _)| id == column)
    }
}
