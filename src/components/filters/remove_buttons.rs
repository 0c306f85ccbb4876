//! The buttons that remove filters, wherever they stand.
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::query::Change;
use leptos::prelude::*;

/// The cross that removes one filter; `text` says which.
pub(super) fn remove_button(
    class: &'static str,
    text: &str,
    remove: Change,
    on_change: Callback<Change>,
    words: &'static Words,
) -> impl IntoView + use<> {
    let name = fill(words.remove_filter, &[text]);
    view! {
        <button
            type="button"
            class=class
            data-testid="filter-chip-remove"
            aria-label=name.clone()
            title=name
            on:click=move |_| on_change.run(remove.clone())
        >
            <Icon name=IconName::Cross />
        </button>
    }
}

/// The button that removes all of them.
pub(super) fn clear_button(
    class: &'static str,
    on_change: Callback<Change>,
    words: &'static Words,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=class
            data-testid="clear-filters"
            on:click=move |_| on_change.run(Change::ClearFilters)
        >
            {words.clear_filters}
        </button>
    }
}
