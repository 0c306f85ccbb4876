use crate::components::{AccountMenu, Tabs};
use crate::i18n::Words;
use crate::query::{Change, ListQuery, Tab};
use crate::state::{SessionState, Settings};
use leptos::prelude::*;

/// The line at the top: the name of the page, whose customers, and the account.
#[component]
pub fn Header(
    /// The present tab.
    #[prop(into)]
    tab: Signal<Tab>,
    /// What is due today, as it is asked.
    #[prop(into)]
    due: Signal<ListQuery>,
    /// Whether that is what is shown.
    #[prop(into)]
    is_due: Signal<bool>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// Who is signed in.
    session: SessionState,
    /// What the user chose.
    settings: Settings,
    /// Shows all keys.
    on_keys: Callback<()>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <header class="header">
            <h1 class="brand">"Kehu " <span>{words.app_title}</span></h1>
            <Tabs tab due is_due href words />
            <AccountMenu session settings on_keys />
        </header>
    }
}
