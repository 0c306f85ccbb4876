use super::CARD;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::view_model::drift_text;
use leptos::prelude::*;

/// Says that the endpoint gives other columns than before, and leads to the chooser.
#[component]
pub fn ColumnDrift(
    /// The titles of columns never seen before.
    came: Vec<String>,
    /// The titles of those that are gone.
    gone: Vec<String>,
    /// Puts the notice aside.
    on_close: Callback<()>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <section class="notice notice--news" data-testid="drift" role="status">
            <Icon name=IconName::Columns />
            <p>{drift_text(&came, &gone, words)}</p>
            <div class="notice__actions">
                <button type="button" class="button" popovertarget=CARD>{words.drift_choose}</button>
                <button type="button" class="button button--quiet" data-testid="drift-close" on:click=move |_| on_close.run(())>
                    {words.drift_known}
                </button>
            </div>
        </section>
    }
}
