use crate::components::parts::body_class::body_class;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use leptos::prelude::*;

/// Says how many customers are selected, and what can be done with them.
#[component]
pub fn SelectionBar(
    /// How many are selected, and how many of them do not stand in the rows below.
    #[prop(into)]
    text: Signal<String>,
    /// Copies them; with the columns' titles or without.
    on_copy: Callback<bool>,
    /// Copies a line for each.
    on_lines: Callback<()>,
    /// Copies their numbers.
    on_numbers: Callback<()>,
    /// Exports them.
    on_export: Callback<()>,
    /// Selects nobody.
    on_clear: Callback<()>,
    /// What became of the last copy; empty for nothing.
    #[prop(into)]
    said: Signal<String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    body_class("has-selection");
    view! {
        <div class="selection-bar" data-testid="selection" role="region" aria-label=words.selection>
            <p>{text}</p>
            <button type="button" class="button button--quiet" data-testid="copy-rows" on:click=move |_| on_copy.run(false)>
                <Icon name=IconName::Copy />
                {words.copy}
            </button>
            <button type="button" class="button button--quiet" data-testid="copy-with-titles" on:click=move |_| on_copy.run(true)>
                {words.copy_with_titles}
            </button>
            <button type="button" class="button button--quiet" data-testid="copy-numbers" on:click=move |_| on_numbers.run(())>
                {words.copy_numbers}
            </button>
            <button type="button" class="button button--quiet" data-testid="copy-lines" on:click=move |_| on_lines.run(())>
                {words.copy_line}
            </button>
            <button type="button" class="button button--quiet" data-testid="export-selection" on:click=move |_| on_export.run(())>
                {words.export_to}
            </button>
            <button
                type="button"
                class="button button--quiet button--icon"
                data-testid="clear-selection"
                aria-label=words.clear_selection
                title=words.clear_selection
                on:click=move |_| on_clear.run(())
            >
                <Icon name=IconName::Cross />
            </button>
            <span class="selection-bar__said" role="status">{said}</span>
        </div>
    }
}
