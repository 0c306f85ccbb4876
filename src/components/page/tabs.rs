use crate::i18n::Words;
use crate::query::{Change, ListQuery, Tab};
use crate::view_model::tab_name;
use leptos::prelude::*;

/// Whose customers: a row of links, the present one marked.
#[component]
pub fn Tabs(
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
                    aria-current=move || (tab.get() == this && !is_due.get()).then_some("page")
                >
                    {tab_name(this, words)}
                </a>
            }
        })
        .collect();
    view! {
        <nav class="tabs" aria-label=words.tabs>
            <a
                class="tab tab--due"
                data-testid="today"
                href=move || href.run(Change::Open(Box::new(due.get())))
                aria-current=move || is_due.get().then_some("page")
            >
                {words.due_today}
            </a>
            {links}
        </nav>
    }
}
