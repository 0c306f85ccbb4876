use super::remove_buttons::remove_button;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::query::Change;
use crate::view_model::ActiveFilter;
use leptos::prelude::*;

/// The place of one filter. While the filter is on, its button says what is set, and a cross beside it takes
/// it off: nothing else repeats it.
#[component]
pub fn FilterSlot(
    /// The filter, while it is on.
    #[prop(into)]
    active: Signal<Option<ActiveFilter>>,
    /// Whether it says so here; else chips do.
    #[prop(into)]
    is_chip: Signal<bool>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
    /// Its button and the card that it opens.
    children: Children,
) -> impl IntoView {
    let shown = Memo::new(move |_| active.get().filter(|_| is_chip.get()));
    let is_on = move || shown.with(Option::is_some);
    let note = move || {
        shown.get().filter(|active| active.is_fixed).map(|_| {
            view! { <small class="filter__note" title=words.fixed_days_hint>{words.fixed_days}</small> }
        })
    };
    let cross = move || {
        shown.get().map(|ActiveFilter { text, remove, .. }| {
            remove_button("filter__remove", &text, remove, on_change, words)
        })
    };
    view! {
        <div class="filter-slot" class=("filter-slot--on", is_on) data-testid=move || is_on().then_some("filter-chip")>
            {children()}
            {note}
            {cross}
        </div>
    }
}

/// The words of a filter's button: its name, and what is set.
pub(super) fn button_words(name: &'static str, chosen: Signal<Option<String>>) -> impl IntoView {
    view! {
        <span class="filter__name">{name}</span>
        // As the words of the label are parted.
        " "
        <span class="filter__value">{move || chosen.get()}</span>
        <Icon name=IconName::Chevron />
    }
}

/// What the button of a filter that is on tells on hover: with the days of a preset.
pub(super) fn button_title(
    active: Signal<Option<ActiveFilter>>,
    words: &'static Words,
) -> Signal<Option<String>> {
    Signal::derive(move || {
        active.with(|active| Some(fill(words.change_filter, &[active.as_ref()?.full_text()])))
    })
}
