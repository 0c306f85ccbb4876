use crate::components::{AccountMenu, NewView, SavedTab, Tabs, ViewChanges};
use crate::i18n::Words;
use crate::query::{Change, Tab};
use crate::state::{BuiltIns, SessionState, Settings, ViewEntry, Views};
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
    let views = expect_context::<Views>();
    let saved = Memo::new(move |_| {
        let open = views.current().map(|entry| entry.view.name);
        let tab = |entry: ViewEntry| SavedTab {
            href: Views::href(Some(&entry.view)),
            is_open: open.as_ref() == Some(&entry.view.name),
            name: entry.view.name,
        };
        views.list().into_iter().map(tab).collect::<Vec<_>>()
    });
    let view_href = Callback::new(move |view| built_ins.href(view));
    view! {
        <header class="header">
            <h1 class="brand">"Kehu " <span>{words.app_title}</span></h1>
            <Tabs
                tab
                open=built_ins.open()
                saved
                due_count=built_ins.due_count()
                view_href
                href
                beside_open=move || view! { <ViewChanges views built_ins words /> }
                at_end=move || view! { <NewView views built_ins words /> }
                words
            />
            <AccountMenu session settings on_keys />
        </header>
    }
}
