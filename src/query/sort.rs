use crate::model::ColumnId;

/// The column that the whole list is sorted by, and which way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// One of the values that `filter_sort_group` allows.
    pub column: ColumnId,
    /// Which way.
    pub direction: Direction,
}

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest, earliest, first.
    Ascending,
    /// Largest, latest, first.
    Descending,
}

impl Direction {
    /// The endpoint's word, also used in the fragment.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ascending => "asc",
            Self::Descending => "desc",
        }
    }
}

/// What a click on a header leads to: ascending, then descending, then unsorted.
pub(super) fn next_sort(current: Option<&Sort>, clicked: &ColumnId) -> Option<Sort> {
    let sorted = |direction| Some(Sort { column: clicked.clone(), direction });
    match current {
        Some(sort) if &sort.column == clicked => match sort.direction {
            Direction::Ascending => sorted(Direction::Descending),
            Direction::Descending => None,
        },
        _ => sorted(Direction::Ascending),
    }
}
