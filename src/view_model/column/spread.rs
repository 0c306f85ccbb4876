use super::{ColumnKind, ColumnView, own_width};
use std::sync::Arc;

/// The column of the latest talk.
pub(super) const TALK: &str = "lastest_revisit_log.content";
/// How wide a name and labels grow, in CSS pixels: then nearly all of them are seen whole.
const WIDE_NAME: u32 = 320;
const WIDE_LABELS: u32 = 360;

/// The columns with the room that they leave in a window of so many CSS pixels: it goes to the name, then to
/// labels, and all that is left to the latest talk. A width that somebody has chosen stays.
pub fn spread(columns: &Arc<[ColumnView]>, room: f64) -> Arc<[ColumnView]> {
    let whole: u32 = columns.iter().map(|column| column.width).sum();
    let mut spare = (room as u32).saturating_sub(whole);
    if spare == 0 {
        return columns.clone();
    }
    let mut spread = columns.to_vec();
    let kinds =
        [(ColumnKind::Name, WIDE_NAME), (ColumnKind::Labels, WIDE_LABELS), (ColumnKind::Talk, u32::MAX)];
    for (kind, widest) in kinds {
        let is_it = |column: &&mut ColumnView| column.kind == kind && column.width == own_width(&column.id);
        if let Some(column) = spread.iter_mut().find(is_it) {
            let more = widest.saturating_sub(column.width).min(spare);
            column.width += more;
            spare -= more;
        }
    }
    spread.into()
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnFacts, columns};
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::ColumnId;
    use crate::query::ColumnChoice;

    #[track_caller]
    fn check(names: &[&str], own: &[(&str, u32)], room: f64, expected: &[u32]) {
        let given: Vec<ColumnId> = names.iter().map(|name| ColumnId::new(name)).collect();
        let widths = own.iter().map(|(name, width)| (ColumnId::new(name), *width)).collect();
        let layout = Layout { widths, ..Layout::default() };
        let all = columns(&given, &ColumnChoice::All, &layout, &ColumnFacts::default(), Lang::Zh).into();
        let widths: Vec<u32> = spread(&all, room).iter().map(|column| column.width).collect();
        assert_eq!(widths, expected);
    }

    #[test]
    fn spare_room_goes_to_name_labels_and_the_latest_talk() {
        let names = ["name", "labels_mapped", TALK, "user.name"];
        // 248 + 208 + 260 + 96.
        check(&names, &[], 812.0, &[248, 208, 260, 96]);
        check(&names, &[], 700.0, &[248, 208, 260, 96]);
        check(&names, &[], 862.0, &[298, 208, 260, 96]);
        check(&names, &[], 1000.0, &[320, 324, 260, 96]);
        check(&names, &[], 1500.0, &[320, 360, 724, 96]);
    }

    #[test]
    fn a_chosen_width_stays() {
        check(&["name", TALK], &[("name", 200)], 1000.0, &[200, 800]);
        check(&["name", "user.name"], &[], 1000.0, &[320, 96]);
    }
}
