use std::sync::atomic::{AtomicBool, Ordering};

/// For which columns some customer of a page has a key, whatever stands there, as far as its rows were
/// looked at. `column_list` names columns that no row has.
#[derive(Debug, Default)]
pub struct GivenColumns(Box<[AtomicBool]>);

impl GivenColumns {
    /// So many columns, of which nothing is known.
    pub fn new(count: usize) -> Self {
        Self((0..count).map(|_| AtomicBool::new(false)).collect())
    }

    /// A customer has a key for the column at this place.
    pub fn note(&self, column: usize) {
        if let Some(is_given) = self.0.get(column) {
            is_given.store(true, Ordering::Relaxed);
        }
    }

    /// Whether some customer has a key for it; of a column that is not watched nothing else is said.
    pub fn has(&self, column: usize) -> bool {
        self.0.get(column).is_none_or(|is_given| is_given.load(Ordering::Relaxed))
    }
}

// It follows from the rows.
impl PartialEq for GivenColumns {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
