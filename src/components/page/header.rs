use crate::components::{AccountMenu, Tabs};
use crate::i18n::Words;
use crate::query::{Change, Tab};
use crate::state::{BuiltIns, SessionState, Settings};
use leptos::prelude::*;

/// The line at the top: the name of the page, views, whose customers, and the account.
#[component]
pub fn Header(
    /// The present tab.
    #[prop(into)]
    tab: Signal<Tab>,
    /// The views that are there for everybody.
    built_ins: BuiltIns,
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
    let view_href = Callback::new(move |view| built_ins.href(view));
    view! {
        <header class="header">
            <h1 class="brand">"Kehu " <span>{words.app_title}</span></h1>
            <Tabs tab open=built_ins.open() due_count=built_ins.due_count() view_href href words />
            <AccountMenu session settings on_keys />
        </header>
    }
}
