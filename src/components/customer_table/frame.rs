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
}

impl Frame {
    /// The frame for a window of `width` pixels at `left`; the known one where nothing changes.
    pub fn next(
        known: Option<&Arc<Self>>,
        columns: Arc<[ColumnView]>,
        (left, width): (f64, f64),
    ) -> Arc<Self> {
        let slots = slots(columns.iter().map(|column| (column.width, column.is_pinned)), left, width);
        match known {
            Some(known) if known.slots == slots && known.columns == columns => known.clone(),
            _ => {
                let stamp = known.map_or(0, |known| known.stamp.wrapping_add(1));
                let pinned_at = pinned_at(&columns);
                Arc::new(Self { stamp, columns, slots, pinned_at })
            }
        }
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
