//! Which filters stand in the line above the table, and which behind one button at its end.
use super::FilterPlace;
use crate::model::Choice;
use crate::query::RangeField;

/// Every filter with a control of its own, those that are used most first: where room is scarce they stay.
pub const FILTERS: [FilterPlace; 10] = [
    FilterPlace::Choice(Choice::Status),
    FilterPlace::Days(RangeField::RevisitRemind),
    FilterPlace::Days(RangeField::RealRevisit),
    FilterPlace::Choice(Choice::Source),
    FilterPlace::Choice(Choice::User),
    FilterPlace::Days(RangeField::Created),
    FilterPlace::Choice(Choice::Category),
    FilterPlace::Choice(Choice::Department),
    FilterPlace::Days(RangeField::Updated),
    FilterPlace::Product,
];

/// No filter is wider, in CSS pixels: a longer value is cut.
const WIDEST: u32 = 220;
/// The edges of a filter and its sign, and between two of them.
const AROUND: u32 = 36;
/// The cross of one that is set, beside the room that its sign leaves.
const CROSS: u32 = 12;
/// The button at the end, with a number in it.
const MORE: u32 = 92;
/// What takes all filters off.
const CLEAR: u32 = 84;

/// A filter on its way into the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineItem {
    /// Which.
    pub place: FilterPlace,
    /// What its button is called.
    pub name: &'static str,
    /// What is set, in words.
    pub value: Option<String>,
}

impl LineItem {
    fn width(&self) -> u32 {
        match &self.value {
            None => text_width(self.name) + AROUND,
            Some(value) => (text_width(self.name) + text_width(value) + AROUND + CROSS).min(WIDEST),
        }
    }
}

/// Those that stand in a line of so many pixels: what is set comes first, then the others in their order, and
/// where one has no room it and all after it stand behind the button. Widths are worked out and not measured,
/// a little too large; a line that has to be measured first would jump.
pub fn in_line(items: &[LineItem], room: u32) -> Vec<FilterPlace> {
    let (set, unset): (Vec<&LineItem>, Vec<&LineItem>) = items.iter().partition(|item| item.value.is_some());
    let clear = if set.is_empty() { 0 } else { CLEAR };
    let widths: Vec<(FilterPlace, u32)> =
        set.into_iter().chain(unset).map(|item| (item.place, item.width())).collect();
    let whole: u32 = widths.iter().map(|(_, width)| width).sum();
    let more = if whole + clear <= room { 0 } else { MORE };
    let mut left = room.saturating_sub(clear + more);
    let fits = |(place, width): &(FilterPlace, u32)| {
        left = left.checked_sub(*width)?;
        Some(*place)
    };
    widths.iter().map_while(fits).collect()
}

/// About as wide as the text is at 13 px: signs of Chinese are square, others at most two thirds of it.
fn text_width(text: &str) -> u32 {
    text.chars().map(|sign| if sign.is_ascii() { 8 } else { 13 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(at: usize, name: &'static str, value: Option<&str>) -> LineItem {
        LineItem { place: FILTERS[at], name, value: value.map(str::to_owned) }
    }

    fn items() -> Vec<LineItem> {
        let names = ["状态", "下次跟进", "实际跟进", "来源", "负责人"];
        names.into_iter().enumerate().map(|(at, name)| item(at, name, None)).collect()
    }

    #[track_caller]
    fn check(items: &[LineItem], room: u32, expected: &[usize]) {
        let expected: Vec<FilterPlace> = expected.iter().map(|at| FILTERS[*at]).collect();
        assert_eq!(in_line(items, room), expected, "{room}");
    }

    #[test]
    fn what_does_not_fit_stands_behind_the_button() {
        // 62 + 88 + 88 + 62 + 75 pixels.
        check(&items(), 375, &[0, 1, 2, 3, 4]);
        check(&items(), 374, &[0, 1, 2]);
        check(&items(), 200, &[0]);
        check(&items(), 0, &[]);
    }

    #[test]
    fn what_is_set_comes_first_and_is_never_wider_than_it_may_be() {
        let mut items = items();
        items[3] = item(3, "来源", Some("展会"));
        items[4] = item(4, "负责人", Some("一个很长很长很长很长很长很长很长的名字"));
        assert_eq!(items[4].width(), WIDEST);
        // 100 + 220, 84 to clear all, 92 for the button, and 62 for the first of the others.
        check(&items, 558, &[3, 4, 0]);
        check(&items, 557, &[3, 4]);
        check(&items, 395, &[3]);
    }
}
