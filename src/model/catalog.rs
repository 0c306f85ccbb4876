//! What the neighbour endpoints tell: what can be chosen, sorted and searched.
use super::ColumnId;

/// One thing to choose: shown by its label, sent by its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What a person reads.
    pub label: String,
    /// What the endpoint is sent.
    pub value: i64,
    /// A quieter word beside it, such as a colleague's department; may be empty.
    pub note: String,
    /// How deep it stands in a tree, from 0.
    pub depth: u8,
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
