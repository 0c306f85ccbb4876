use crate::layout::{Density, Layout};
use crate::state::Screen;
use crate::view_model::{ColumnView, Slot, slots};
use std::sync::Arc;

/// What every row has in common: the columns, which of them are drawn, and where pinned ones stay.
/// It is worked out once for all rows.
pub(super) struct Frame {
    /// Told apart from every other frame: rows of another are made anew.
    pub stamp: u32,
    pub columns: Arc<[ColumnView]>,
    pub slots: Vec<Slot>,
    /// Pixels from the left at which a pinned column stays, beside the pinned ones before it.
    pub pinned_at: Vec<Option<u32>>,
    /// The column whose cells carry the box for selecting.
    pub check_at: usize,
    pub rhythm: Rhythm,
}

/// What the rows' height is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rhythm {
    pub density: Density,
    pub wraps: bool,
    /// In CSS pixels.
    pub row_height: u32,
}

impl Rhythm {
    pub fn new(layout: &Layout) -> Self {
        let row_height = layout.row_height(Screen::is_touch_now());
        Self { density: layout.density, wraps: layout.wraps, row_height }
    }
}

impl Frame {
    /// The frame for a window of `width` pixels at `left`; the known one where nothing changes.
    pub fn next(
        known: Option<&Arc<Self>>,
        columns: Arc<[ColumnView]>,
        rhythm: Rhythm,
        (left, width): (f64, f64),
    ) -> Arc<Self> {
        let slots = slots(columns.iter().map(|column| (column.width, column.is_pinned)), left, width);
        match known {
            Some(known) if known.slots == slots && known.columns == columns && known.rhythm == rhythm => {
                known.clone()
            }
            _ => {
                let stamp = known.map_or(0, |known| known.stamp.wrapping_add(1));
                let pinned_at = pinned_at(&columns);
                let check_at = columns.iter().position(|column| column.is_pinned).unwrap_or(0);
                Arc::new(Self { stamp, columns, slots, pinned_at, check_at, rhythm })
            }
        }
    }

    /// Where a column begins and how wide it is, in pixels.
    pub fn extent(&self, column: usize) -> (u32, u32) {
        let left = self.columns.iter().take(column).map(|it| it.width).sum();
        (left, self.columns.get(column).map_or(0, |it| it.width))
    }

    /// How many pixels the pinned columns cover at the left.
    pub fn pinned_width(&self) -> u32 {
        self.columns.iter().filter(|it| it.is_pinned).map(|it| it.width).sum()
    }
}

impl PartialEq for Frame {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

fn pinned_at(columns: &[ColumnView]) -> Vec<Option<u32>> {
    let mut left = 0;
    let mut place = |column: &ColumnView| {
        column.is_pinned.then(|| {
            let at = left;
            left += column.width;
            at
        })
    };
    columns.iter().map(&mut place).collect()
}
