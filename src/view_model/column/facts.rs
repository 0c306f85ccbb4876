use super::{ColumnView, is_default};
use crate::model::{ColumnId, CustomerPage, FieldCatalog};
use std::sync::Arc;

/// What is known of columns beside their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnFacts {
    /// What the company's own fields are.
    pub fields: Arc<FieldCatalog>,
    /// The columns for which no row of the list has a key.
    pub missing: Arc<[ColumnId]>,
}

impl ColumnFacts {
    /// Which of the columns are missing, for whoever needs no more.
    pub fn missing_of(columns: &[ColumnView]) -> Self {
        let missing = columns.iter().filter(|column| column.is_missing && !column.is_computed());
        Self { missing: missing.map(|column| column.id.clone()).collect(), ..Self::default() }
    }
}

impl From<FieldCatalog> for ColumnFacts {
    fn from(fields: FieldCatalog) -> Self {
        Self { fields: Arc::new(fields), ..Self::default() }
    }
}

/// The columns of a page for which none of its rows has a key. To look at those that are shown before
/// anybody chooses is quick enough for the first rows; to look at all of them can wait.
pub fn missing_columns(page: &CustomerPage, only_default: bool) -> Vec<ColumnId> {
    let all = page.columns.iter().enumerate().filter(|(_, id)| !only_default || is_default(id));
    all.filter(|(at, _)| !page.gives(*at)).map(|(_, id)| id.clone()).collect()
}
