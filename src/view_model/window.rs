//! Which rows and columns are drawn: those near the window and no others. At 200 rows of 46 columns
//! the browser's layout and paint is nearly all the time, so fewer cells is what pays.
use std::ops::Range;

/// Rows drawn above and below the window, so that a slow scroll meets no empty ground.
const ROWS_BEYOND: usize = 4;
/// The first row drawn moves in steps of this many, so that not every scrolled pixel redraws.
const ROW_STEP: usize = 4;
/// Columns within this many pixels of the window are drawn. Those of a wide table only once somebody
/// scrolls sideways: most of its pages are turned where nobody has, and every column beyond is work.
const COLUMNS_BEYOND: i64 = 160;

/// The rows to draw for a window of `height` pixels at `top`, rows being `row_height` high.
pub fn row_window(count: usize, row_height: u32, top: f64, height: f64) -> Range<usize> {
    let row = f64::from(row_height.max(1));
    let first = (top.max(0.0) / row) as usize;
    let visible = (height.max(0.0) / row).ceil() as usize + 1;
    let start = first.saturating_sub(ROWS_BEYOND) / ROW_STEP * ROW_STEP;
    let end = (first + visible + ROWS_BEYOND).div_ceil(ROW_STEP) * ROW_STEP;
    start.min(count.saturating_sub(visible))..end.min(count)
}

/// One place of a drawn row: a column, or a gap for columns that are not drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The column at this position.
    Column(usize),
    /// So many columns left out.
    Gap(usize),
}

/// The places of every row, for a window of `width` pixels at `left`. Pinned columns are always
/// drawn, at their own place: the document's order stays the table's order.
pub fn slots(columns: impl Iterator<Item = (u32, bool)> + Clone, left: f64, width: f64) -> Vec<Slot> {
    let whole: f64 = columns.clone().map(|(width, _)| f64::from(width)).sum();
    let beyond = if left > 0.0 || whole < 2.0 * width { COLUMNS_BEYOND } else { 0 };
    let (from, to) = (left as i64 - beyond, (left + width).ceil() as i64 + beyond);
    let mut list = Vec::new();
    let mut start = 0_i64;
    for (at, (column_width, is_pinned)) in columns.enumerate() {
        let end = start + i64::from(column_width);
        if is_pinned || (end > from && start < to) {
            list.push(Slot::Column(at));
        } else if let Some(Slot::Gap(count)) = list.last_mut() {
            *count += 1;
        } else {
            list.push(Slot::Gap(1));
        }
        start = end;
    }
    list
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gap_stands_for_what_is_not_drawn() {
        let columns = || (0..10).map(|at| (200, at == 3));
        assert_eq!(
            slots(columns(), 1200.0, 300.0),
            [
                Slot::Gap(3),
                Slot::Column(3),
                Slot::Gap(1),
                Slot::Column(5),
                Slot::Column(6),
                Slot::Column(7),
                Slot::Column(8),
                Slot::Gap(1)
            ]
        );
    }

    #[test]
    fn columns_beyond_the_window_wait_for_a_scroll() {
        let columns = || (0..10).map(|_| (100, false));
        assert_eq!(slots(columns(), 0.0, 300.0)[3..], [Slot::Gap(7)]);
        assert_eq!(slots(columns(), 1.0, 300.0)[5..], [Slot::Gap(5)]);
        assert_eq!(slots(columns(), 0.0, 600.0)[8..], [Slot::Gap(2)]);
    }

    proptest! {
        #[test]
        fn every_row_in_the_window_is_drawn(count in 0..2000_usize, height in 0.0..2000.0_f64, part in 0.0..1.0_f64, row_height in 20..60_u32) {
            let whole = count as f64 * f64::from(row_height);
            let top = (whole - height).max(0.0) * part;
            let drawn = row_window(count, row_height, top, height);
            let first = (top / f64::from(row_height)) as usize;
            let last = (((top + height) / f64::from(row_height)).ceil() as usize).min(count);
            prop_assert!(drawn.start <= first.min(count) && drawn.end >= last && drawn.end <= count);
            prop_assert!(drawn.len() <= (height / f64::from(row_height)) as usize + 2 + 2 * (ROWS_BEYOND + ROW_STEP));
        }

        #[test]
        fn every_column_in_the_window_is_drawn_and_all_are_counted(widths in proptest::collection::vec((40..400_u32, any::<bool>()), 0..60), left in 0.0..9000.0_f64, width in 0.0..3000.0_f64) {
            let list = slots(widths.iter().copied(), left, width);
            let counted: usize = list.iter().map(|slot| match slot { Slot::Column(_) => 1, Slot::Gap(count) => *count }).sum();
            prop_assert_eq!(counted, widths.len());
            let mut start = 0.0;
            for (at, (column, is_pinned)) in widths.iter().enumerate() {
                let end = start + f64::from(*column);
                if *is_pinned || (end > left && start < left + width) {
                    prop_assert!(list.contains(&Slot::Column(at)));
                }
                start = end;
            }
        }
    }
}
