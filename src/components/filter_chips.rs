use super::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::query::Change;
use crate::view_model::ActiveFilter;
use leptos::prelude::*;

/// The filters in use, each in plain words with a cross that takes it off, and one to clear all.
#[component]
pub fn FilterChips(
    /// The filters.
    #[prop(into)]
    filters: Signal<Vec<ActiveFilter>>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let chips = move || {
        filters
            .get()
            .into_iter()
            .map(|filter| {
                let name = fill(words.remove_filter, &[&filter.text]);
                let remove = filter.remove;
                view! {
                    <li>
                        <button
                            type="button"
                            class="filter-chip"
                            data-testid="filter-chip"
                            aria-label=name.clone()
                            title=name
                            on:click=move |_| on_change.run(remove.clone())
                        >
                            <span>{filter.text}</span>
                            <Icon name=IconName::Cross />
                        </button>
                    </li>
                }
            })
            .collect::<Vec<_>>()
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
