use super::remove_buttons::{clear_button, remove_button};
use crate::i18n::{Words, fill};
use crate::query::Change;
use crate::view_model::{ActiveFilter, FilterPlace};
use leptos::prelude::*;

/// The filters in use, each in plain words: its text leads to where it is set, its cross takes it off.
/// One more button clears all.
#[component]
pub fn FilterChips(
    /// The filters.
    #[prop(into)]
    filters: Signal<Vec<ActiveFilter>>,
    /// Shows where a filter is set.
    on_open: Callback<FilterPlace>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let chips = move || {
        let filters = filters.get().into_iter();
        filters.map(|filter| chip(filter, on_open, on_change, words)).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || filters.with(|filters| !filters.is_empty())>
            <section class="filter-chips" aria-label=words.active_filters>
                <ul>{chips}</ul>
                {clear_button("button button--quiet", on_change, words)}
            </section>
        </Show>
    }
}

fn chip(
    filter: ActiveFilter,
    on_open: Callback<FilterPlace>,
    on_change: Callback<Change>,
    words: &'static Words,
) -> impl IntoView {
    let change_name = fill(words.change_filter, &[filter.full_text()]);
    let ActiveFilter { place, text, is_fixed, remove, .. } = filter;
    let cross = remove_button("filter-chip__remove", &text, remove, on_change, words);
    view! {
        <li class="filter-chip" data-testid="filter-chip">
            <button
                type="button"
                class="filter-chip__text"
                data-testid="filter-chip-open"
                aria-haspopup="dialog"
                title=change_name
                on:click=move |_| on_open.run(place)
            >
                <span>{text}</span>
                {is_fixed.then(|| view! { <small class="filter-chip__note">{words.fixed_days}</small> })}
            </button>
            {cross}
        </li>
    }
}
