//! How a person wants the table: which columns, in which order, how wide, what stays in sight. Pure,
//! like the question: what is dragged or picked goes out as a [`LayoutChange`], and
//! [`Layout::apply`] makes the next layout.
mod change;
mod density;

pub use change::{InForce, LayoutChange};
pub use density::Density;

use crate::model::ColumnId;

/// The narrowest a column can be made, in CSS pixels: a hand still finds its edge.
pub const MIN_WIDTH: u32 = 48;
/// The widest a column can be made, in CSS pixels.
pub const MAX_WIDTH: u32 = 960;

/// The lowest a row may be for a finger, in CSS pixels; `--row` in `style/tokens.css` says the same.
const TOUCH_ROW: u32 = 44;

/// How the table looks. The plain one, [`Layout::default`], leaves everything to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns shown, in their order; `None` is the default selection. Names that the endpoint
    /// does not give at present are kept and left out of the table: they may come back.
    pub columns: Option<Vec<ColumnId>>,
    /// Columns that stay in sight at the left, before all others; `None` keeps the customer's name
    /// in sight, wherever it stands.
    pub pinned: Option<Vec<ColumnId>>,
    /// Widths that differ from the columns' own, in CSS pixels.
    pub widths: Vec<(ColumnId, u32)>,
    /// How much air the rows have.
    pub density: Density,
    /// Whether long texts go on in further lines.
    pub wraps: bool,
}

impl Layout {
    /// The width given to a column, in CSS pixels.
    pub fn width(&self, column: &ColumnId) -> Option<u32> {
        self.widths.iter().find(|(id, _)| id == column).map(|(_, width)| *width)
    }

    /// Puts the widths in the order of their columns' names: the order in which somebody pulled
    /// them makes no other layout. They are few, so this is smaller than the library's sort.
    pub fn tidy(&mut self) {
        for end in 1..self.widths.len() {
            let mut at = end;
            while at > 0 && self.widths[at].0 < self.widths[at - 1].0 {
                self.widths.swap(at, at - 1);
                at -= 1;
            }
        }
    }

    /// The height of every row in CSS pixels. It is the same for all: so the place of any row is
    /// known without drawing those before it. A finger needs higher ones than a mouse.
    pub fn row_height(&self, is_touch: bool) -> u32 {
        let height = self.density.row_height(self.wraps);
        if is_touch { height.max(TOUCH_ROW) } else { height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_gets_rows_of_44_pixels() {
        let height =
            |density, wraps, is_touch| Layout { density, wraps, ..Layout::default() }.row_height(is_touch);
        for density in Density::ALL {
            assert_eq!(height(density, false, true), 44);
            assert_eq!(height(density, true, true), height(density, true, false));
        }
        assert_eq!(Density::ALL.map(|density| height(density, false, false)), [32, 36, 44]);
    }
}
