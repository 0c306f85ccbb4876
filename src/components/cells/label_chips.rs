use crate::components::cells::cell_part::CellPart;
use crate::components::cells::fold::{Fold, FoldedPart};
use crate::components::cells::markup::{Child, Markup};
use crate::i18n::{RowWords, Words, fill};
use crate::view_model::{CHIPS_SHOWN, ChipView};
use leptos::prelude::*;

/// A customer's labels, each with its own colour as a dot and a thin tint; many fold into "+3".
#[component]
pub fn LabelChips(
    /// The labels.
    chips: Vec<ChipView>,
    /// Tells this customer's fold apart from the others'.
    id: String,
    /// The words of the page.
    words: &'static RowWords,
) -> impl IntoView {
    chips_markup(&chips, &id, words).view()
}

/// The same as data.
pub(crate) fn chips_markup(chips: &[ChipView], id: &str, words: &RowWords) -> Markup {
    let fold = folded_chips(chips, id, words).map(Fold::markup);
    let shown = shown_chips(chips).map(|part| Child::Element(part.markup()));
    Markup::new("span", "chips").with_children(shown).with_children(fold.into_iter().flatten())
}

/// The chips that stand in the cell itself.
fn shown_chips(chips: &[ChipView]) -> impl Iterator<Item = CellPart> {
    chips.iter().take(CHIPS_SHOWN).map(chip)
}

/// All of them, behind the number of those that found no room.
fn folded_chips(chips: &[ChipView], id: &str, words: &RowWords) -> Option<Fold> {
    let count = chips.len().checked_sub(CHIPS_SHOWN).filter(|count| *count > 0)?;
    let name = fill(words.more_labels, &[&count.to_string()]);
    let parts = chips.iter().map(|it| FoldedPart { label: None, part: chip(it) }).collect();
    Some(Fold { id: format!("labels-{id}"), count, name, parts })
}

pub(crate) fn chip(chip: &ChipView) -> CellPart {
    let ChipView { text, color } = chip.clone();
    let class = match (color.is_some(), is_short(&text)) {
        (true, false) => "chip",
        (true, true) => "chip chip--short",
        (false, false) => "chip chip--neutral",
        (false, true) => "chip chip--neutral chip--short",
    };
    CellPart { class, color, title: Some(text.clone()), text, ..CellPart::default() }
}

/// A list of labels outside of the table; nothing without any, since a list of nothing is announced as one.
pub(crate) fn chip_list<'a>(
    chips: impl Iterator<Item = &'a ChipView>,
    words: &'static Words,
) -> Option<AnyView> {
    let chips: Vec<_> = chips.map(|it| view! { <li>{chip(it).view()}</li> }.into_any()).collect();
    let has_chips = !chips.is_empty();
    has_chips.then(|| view! { <ul class="run__chips" aria-label=words.labels>{chips}</ul> }.into_any())
}

/// Whether a text has at most six signs of Chinese, or twice as many of others, which are half as wide.
/// Where room is scarce the longer ones give way first.
fn is_short(text: &str) -> bool {
    text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<u32>() <= 12
}

#[cfg(test)]
mod tests {
    use super::is_short;

    #[test]
    fn signs_of_chinese_count_twice() {
        for (text, expected) in [
            ("", true),
            ("行业先进企业", true),
            ("行业先进企业A", false),
            ("2000万以上AB", true),
            ("abcdefghijklm", false),
        ] {
            assert_eq!(is_short(text), expected, "{text}");
        }
    }
}
