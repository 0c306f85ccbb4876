//! Where the keyboard is in the table, after the grid pattern of the ARIA Authoring Practices.
use std::ops::RangeInclusive;

/// A cell of the grid. Row 0 is the header; the first customer is row 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row, the header being 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

impl Default for Place {
    /// The first customer's first cell.
    fn default() -> Self {
        Self { row: 1, column: 0 }
    }
}

/// A move by the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One cell to the left.
    Left,
    /// One cell to the right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// The row's first cell.
    RowStart,
    /// The row's last cell.
    RowEnd,
    /// The first customer's first cell.
    First,
    /// The last customer's last cell.
    Last,
    /// A window of rows up.
    PageUp,
    /// A window of rows down.
    PageDown,
}

impl Place {
    /// The cell after a move in a grid of `rows` customers and `columns` columns, of which `page`
    /// rows are in sight. It stays inside and does not wrap.
    pub fn step(self, step: Step, rows: usize, columns: usize, page: usize) -> Self {
        let (last_row, last_column) = (rows, columns.saturating_sub(1));
        let Self { row, column } = self.within(rows, columns);
        let page = page.max(1);
        match step {
            Step::Left => Self { row, column: column.saturating_sub(1) },
            Step::Right => Self { row, column: (column + 1).min(last_column) },
            Step::Up => Self { row: row.saturating_sub(1), column },
            Step::Down => Self { row: (row + 1).min(last_row), column },
            Step::RowStart => Self { row, column: 0 },
            Step::RowEnd => Self { row, column: last_column },
            Step::First => Self { row: 1.min(last_row), column: 0 },
            Step::Last => Self { row: last_row, column: last_column },
            // The header is reached by a step, not by a leap.
            Step::PageUp => Self { row: row.saturating_sub(page).max(1.min(last_row)), column },
            Step::PageDown => Self { row: (row + page).min(last_row), column },
        }
    }

    /// The nearest cell that exists.
    pub fn within(self, rows: usize, columns: usize) -> Self {
        Self { row: self.row.min(rows), column: self.column.min(columns.saturating_sub(1)) }
    }

    /// The customer of this row, from 0; none in the header.
    pub fn customer(self) -> Option<usize> {
        self.row.checked_sub(1)
    }
}

/// What the user picks out of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This customer, or no longer.
    Toggle(usize),
    /// From one customer to another; what reached to `before` until now is let go.
    Reach {
        /// Where the reach began.
        from: usize,
        /// Where it ended until now.
        before: usize,
        /// Where it ends now.
        to: usize,
    },
    /// The customers between a heading and the next one: all of them or, where all are selected, none.
    Group(usize),
    /// All customers that are loaded, or none of them.
    All(bool),
    /// Nobody at all.
    Nobody,
}

/// The rows between two, both included, whichever comes first.
pub fn reach(a: usize, b: usize) -> RangeInclusive<usize> {
    a.min(b)..=a.max(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (usize, usize), step: Step, to: (usize, usize)) {
        let place = Place { row: from.0, column: from.1 }.step(step, 50, 9, 20);
        assert_eq!((place.row, place.column), to, "{step:?}");
    }

    #[test]
    fn the_keyboard_stays_inside_the_grid() {
        check((1, 0), Step::Left, (1, 0));
        check((1, 0), Step::Right, (1, 1));
        check((1, 8), Step::Right, (1, 8));
        check((1, 3), Step::Up, (0, 3));
        check((0, 3), Step::Up, (0, 3));
        check((0, 3), Step::Down, (1, 3));
        check((50, 3), Step::Down, (50, 3));
    }

    #[test]
    fn leaps_go_to_edges_and_by_windows() {
        check((7, 3), Step::RowStart, (7, 0));
        check((7, 3), Step::RowEnd, (7, 8));
        check((7, 3), Step::First, (1, 0));
        check((7, 3), Step::Last, (50, 8));
        check((7, 3), Step::PageDown, (27, 3));
        check((45, 3), Step::PageDown, (50, 3));
        check((7, 3), Step::PageUp, (1, 3));
    }

    #[test]
    fn a_grid_that_shrinks_keeps_the_keyboard_inside() {
        let place = Place { row: 40, column: 20 };
        assert_eq!(place.step(Step::Down, 3, 2, 20), Place { row: 3, column: 1 });
        assert_eq!(place.step(Step::First, 0, 0, 20), Place { row: 0, column: 0 });
        assert_eq!(place.within(0, 0).customer(), None);
    }
}
