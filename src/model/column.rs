use std::sync::Arc;

/// The name of a column as `column_list` gives it: `name`, `address.tel`, `text_asset_863cc6`, …
///
/// Columns come at run time, so a column is a value with a name and never a field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(Arc<str>);

impl ColumnId {
    /// Takes the name as it is given.
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name as the endpoint writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name under which a customer has its value: `column_list` may put `customer.` before it.
    pub fn field(&self) -> &str {
        Self::bare(&self.0)
    }

    /// The same of a name that is no column yet.
    pub fn bare(name: &str) -> &str {
        name.strip_prefix("customer.").unwrap_or(name)
    }
}

impl From<&str> for ColumnId {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}
