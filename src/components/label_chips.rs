use super::cell_part::CellPart;
use super::fold::{Fold, FoldedPart};
use crate::i18n::{RowWords, fill};
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
    let fold = folded_chips(&chips, &id, words).map(Fold::view);
    let shown: Vec<_> = shown_chips(&chips).map(CellPart::view).collect();
    view! { <span class="chips">{shown}{fold}</span> }
}

/// The chips that stand in the cell itself.
pub(super) fn shown_chips(chips: &[ChipView]) -> impl Iterator<Item = CellPart> {
    chips.iter().take(CHIPS_SHOWN).map(chip)
}

/// All of them, behind the number of those that found no room.
pub(super) fn folded_chips(chips: &[ChipView], id: &str, words: &RowWords) -> Option<Fold> {
    let count = chips.len().checked_sub(CHIPS_SHOWN).filter(|count| *count > 0)?;
    let name = fill(words.more_labels, &[&count.to_string()]);
    let parts = chips.iter().map(|it| FoldedPart { label: None, part: chip(it) }).collect();
    Some(Fold { id: format!("labels-{id}"), count, name, parts })
}

pub(super) fn chip(chip: &ChipView) -> CellPart {
    let ChipView { text, color } = chip.clone();
    let class = if color.is_some() { "chip" } else { "chip chip--neutral" };
    CellPart { class, color, title: Some(text.clone()), text, ..CellPart::default() }
}
