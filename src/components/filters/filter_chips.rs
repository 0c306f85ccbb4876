use crate::components::{Icon, IconName};
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
                <button
                    type="button"
                    class="button button--quiet"
                    data-testid="clear-filters"
                    on:click=move |_| on_change.run(Change::ClearFilters)
                >
                    {words.clear_filters}
                </button>
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
    let remove_name = fill(words.remove_filter, &[&filter.text]);
    let change_name = fill(words.change_filter, &[filter.full_text()]);
    let ActiveFilter { place, text, is_fixed, remove, .. } = filter;
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
            <button
                type="button"
                class="filter-chip__remove"
                data-testid="filter-chip-remove"
                aria-label=remove_name.clone()
                title=remove_name
                on:click=move |_| on_change.run(remove.clone())
            >
                <Icon name=IconName::Cross />
            </button>
        </li>
    }
}
