use super::Fold;
use crate::i18n::{Words, fill};
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
    words: &'static Words,
) -> impl IntoView {
    let folded = chips.len().saturating_sub(CHIPS_SHOWN);
    let shown: Vec<_> = chips.iter().take(CHIPS_SHOWN).cloned().map(chip).collect();
    let fold = (folded > 0).then(|| {
        let name = fill(words.more_labels, &[&folded.to_string()]);
        let all: Vec<_> = chips.into_iter().map(chip).collect();
        view! { <Fold id=format!("labels-{id}") count=folded name=name>{all}</Fold> }
    });
    view! { <span class="chips">{shown}{fold}</span> }
}

pub(super) fn chip(chip: ChipView) -> impl IntoView {
    let ChipView { text, color } = chip;
    let class = if color.is_some() { "chip" } else { "chip chip--neutral" };
    let title = text.clone();
    view! {
        <span
            class=class
            style=("--label", color.unwrap_or_default())
            title=title
        >
            {text}
        </span>
    }
}
