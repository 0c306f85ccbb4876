use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::view_model::BuiltIn;
use leptos::prelude::*;

/// Says that a view that is there for everybody has nobody, and where to go on.
#[component]
pub(super) fn EmptyView(
    /// The view.
    open: BuiltIn,
    /// The address of a view.
    view_href: Callback<BuiltIn, String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let next = open.next();
    view! {
        <section class="notice notice--whole" data-testid="empty">
            <Icon name=IconName::Check />
            <div>
                <h2>{open.nobody(words)}</h2>
            </div>
            <div class="notice__actions">
                <a class="button button--accent" data-testid="empty-next" href=view_href.run(next)>
                    {fill(words.go_on_with, &[next.name(words)])}
                </a>
            </div>
        </section>
    }
}

/// Says that the endpoint cannot sort as a view wants it: what comes first is so among the loaded rows only.
#[component]
pub(super) fn LoadedOnly(
    /// How many rows are loaded.
    count: usize,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <p class="list-note" data-testid="loaded-only">
            <Icon name=IconName::Warning />
            {fill(words.pool_of_loaded, &[&count.to_string()])}
        </p>
    }
}
