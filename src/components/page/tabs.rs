use crate::i18n::Words;
use crate::query::{Change, ListQuery, Tab};
use crate::view_model::{BuiltIn, tab_name};
use leptos::prelude::*;

/// A saved view among the tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedTab {
    /// What somebody called it.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// Whether it is open.
    pub is_open: bool,
}

/// The views that are there for everybody, and whose customers: links, the present one marked.
#[component]
pub fn Tabs(
    /// The present tab.
    #[prop(into)]
    tab: Signal<Tab>,
    /// The view that is open, if it is one of these.
    #[prop(into)]
    open: Signal<Option<BuiltIn>>,
    /// The saved views, one's own and the team's.
    #[prop(into)]
    saved: Signal<Vec<SavedTab>>,
    /// How many customers are due, where that is known.
    #[prop(into)]
    due_count: Signal<Option<u64>>,
    /// The address of a view.
    view_href: Callback<BuiltIn, String>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// What stands beside the saved view that is open.
    #[prop(into)]
    beside_open: ViewFn,
    /// What stands at the end.
    #[prop(into)]
    at_end: ViewFn,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let due_count = move || {
        let count = due_count.get().filter(|count| *count > 0)?;
        Some(view! { " "<span class="tab__count" data-testid="due-count">{count}</span> })
    };
    let views = BuiltIn::ALL.map(|this| {
        let is_due = this == BuiltIn::Due;
        view! {
            <a
                class="tab"
                class=("tab--more", !is_due)
                data-testid=this.test_id()
                href=move || view_href.run(this)
                aria-current=move || (open.get() == Some(this)).then_some("page")
            >
                {this.name(words)}
                {is_due.then_some(due_count)}
            </a>
        }
    });
    let scopes = Tab::ALL.map(|this| {
        view! {
            <a
                class="tab"
                data-testid=format!("tab-{}", this.as_str())
                href=move || href.run(to_scope(this, open.with(Option::is_some)))
                aria-current=move || (tab.get() == this && open.with(Option::is_none)).then_some("page")
            >
                {tab_name(this, words)}
            </a>
        }
    });
    let saved_tabs = move || {
        let tab = |SavedTab { name, href, is_open }: SavedTab| {
            let title = name.clone();
            view! {
                <a class="tab tab--saved" data-testid="view-tab" href=href title=title aria-current=is_open.then_some("page")>
                    {name}
                </a>
                {is_open.then(|| beside_open.run())}
            }
        };
        saved.get().into_iter().map(tab).collect::<Vec<_>>()
    };
    let saved_part = move || {
        let is_any = saved.with(|saved| !saved.is_empty());
        is_any.then(|| {
            let saved_tabs = saved_tabs.clone();
            let has_open = move || saved.with(|saved| saved.iter().any(|tab| tab.is_open));
            view! { <nav class="tabs__part tabs__saved" class=("tabs__saved--open", has_open) aria-label=words.views_own>{saved_tabs}</nav> }
        })
    };
    view! {
        <div class="tabs">
            <nav class="tabs__part" aria-label=words.views>{views}</nav>
            <nav class="tabs__part" aria-label=words.tabs>{scopes}</nav>
            {saved_part}
            {at_end.run()}
        </div>
    }
}

/// Whose customers: of what is asked now or, from a view, all of them. What makes the view is left behind, or
/// the link to one's own would lead nowhere.
fn to_scope(tab: Tab, is_view: bool) -> Change {
    let change = Change::Tab(tab);
    if is_view { Change::Open(Box::new(ListQuery::default().apply(change))) } else { change }
}
