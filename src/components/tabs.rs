use crate::i18n::Words;
use crate::query::{Change, Tab};
use leptos::prelude::*;

/// Whose customers: a row of links, the present one marked.
#[component]
pub fn Tabs(
    /// The present tab.
    #[prop(into)]
    tab: Signal<Tab>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let links: Vec<_> = Tab::ALL
        .into_iter()
        .map(|this| {
            view! {
                <a
                    class="tab"
                    data-testid=format!("tab-{}", this.as_str())
                    href=move || href.run(Change::Tab(this))
                    aria-current=move || (tab.get() == this).then_some("page")
                >
                    {name(this, words)}
                </a>
            }
        })
        .collect();
    view! { <nav class="tabs" aria-label=words.tabs>{links}</nav> }
}

fn name(tab: Tab, words: &Words) -> &'static str {
    match tab {
        Tab::All => words.tab_all,
        Tab::My => words.tab_my,
        Tab::Sub => words.tab_sub,
        Tab::Common => words.tab_common,
        Tab::Assist => words.tab_assist,
    }
}
