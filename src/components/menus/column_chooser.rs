mod drift;
mod groups;
mod shown;

pub use self::drift::ColumnDrift;

use self::groups::ColumnGroups;
use self::shown::ShownColumns;
use crate::components::parts::popover::{card_close, opens};
use crate::components::{GroupBy, Icon, IconName, lazy_views};
use crate::i18n::Words;
use crate::layout::{Density, Layout, LayoutChange};
use crate::model::ColumnId;
use crate::view_model::ColumnView;
use leptos::{ev, html, prelude::*};
use std::sync::Arc;

/// The chooser's card: whatever has it as its `popovertarget` opens it.
const CARD: &str = "columns-card";

/// Which columns the table shows, in which order, and how much air its rows have.
#[component]
pub fn ColumnChooser(
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// What the table shows now, in its order.
    #[prop(into)]
    shown: Signal<Arc<[ColumnView]>>,
    /// How the table looks now.
    #[prop(into)]
    layout: Signal<Layout>,
    /// By which column its rows are grouped.
    #[prop(into)]
    group: Signal<Option<ColumnId>>,
    /// Where changes go.
    on_change: Callback<LayoutChange>,
    /// Where another grouping goes.
    on_group: Callback<Option<ColumnId>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (is_open, set_open) = signal(false);
    let content =
        move || lazy_views::column_card(available, shown, layout, group, on_change, on_group, words);
    view! {
        <button
            type="button"
            class="button button--quiet columns__open"
            class=("columns__open--on", is_open)
            data-testid="columns"
            popovertarget=CARD
            aria-haspopup="dialog"
            title=words.columns_card
        >
            <Icon name=IconName::Columns />
            {words.columns}
        </button>
        <div
            popover="auto"
            id=CARD
            class="columns"
            role="dialog"
            aria-label=words.columns_card
            on:toggle=move |event| set_open.set(opens(&event))
        >
            {move || is_open.get().then(content)}
            {card_close(CARD, words)}
        </div>
    }
}

/// What the card holds while it is open.
#[component]
pub(crate) fn Card(
    available: Signal<Arc<[ColumnView]>>,
    shown: Signal<Arc<[ColumnView]>>,
    layout: Signal<Layout>,
    group: Signal<Option<ColumnId>>,
    on_change: Callback<LayoutChange>,
    on_group: Callback<Option<ColumnId>>,
    words: &'static Words,
) -> impl IntoView {
    let (wanted, set_wanted) = signal(String::new());
    let spoken = RwSignal::new(String::new());
    let search = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        // Whoever has keys can type at once; on a phone the keyboard would cover the columns.
        let has_keys = window().match_media("(pointer: fine)").ok().flatten().is_some_and(|it| it.matches());
        if let Some(search) = search.get()
            && has_keys
        {
            let _ = search.focus();
        }
    });
    let is_searching = Memo::new(move |_| wanted.with(|wanted| !wanted.trim().is_empty()));
    view! {
        <div class="columns__find">
            <Icon name=IconName::Search />
            <input
                node_ref=search
                // A search field would keep Escape to itself in WebKit; here it closes the card.
                type="text"
                role="searchbox"
                enterkeyhint="search"
                data-testid="column-search"
                aria-label=words.find_column
                placeholder=words.find_column
                autocomplete="off"
                spellcheck="false"
                on:input=move |event| set_wanted.set(event_target_value(&event))
            />
        </div>
        <div class="columns__body">
            // The order cannot be judged by the few that a search finds.
            <div hidden=is_searching>
                <ShownColumns shown layout on_change spoken words />
            </div>
            <ColumnGroups available shown wanted on_change words />
        </div>
        <label class="columns__grouping">
            <span>{words.group_by}</span>
            <GroupBy available group on_group words />
        </label>
        <Foot layout on_change words />
        <p class="unseen" role="status" aria-live="polite">{spoken}</p>
    }
}

/// What concerns all columns alike.
#[component]
fn Foot(layout: Signal<Layout>, on_change: Callback<LayoutChange>, words: &'static Words) -> impl IntoView {
    let densities = Density::ALL.map(|this| {
        let name = match this {
            Density::Compact => words.density_compact,
            Density::Normal => words.density_normal,
            Density::Roomy => words.density_roomy,
        };
        view! {
            <button
                type="button"
                class="segment"
                data-testid=format!("density-{}", this.as_str())
                aria-pressed=move || layout.with(|layout| layout.density == this).to_string()
                on:click=move |_| on_change.run(LayoutChange::Density(this))
            >
                {name}
            </button>
        }
    });
    let wrapped = move |event: ev::Event| on_change.run(LayoutChange::Wrap(event_target_checked(&event)));
    view! {
        <div class="columns__foot">
            <div class="columns__density" role="group" aria-label=words.density>
                <span>{words.density}</span>
                <div class="segments">{densities}</div>
            </div>
            <div class="columns__last">
                <label class="columns__choice">
                    <input
                        type="checkbox"
                        data-testid="wrap"
                        prop:checked=move || layout.with(|layout| layout.wraps)
                        on:change=wrapped
                    />
                    {words.wrap}
                </label>
                <button
                    type="button"
                    class="button button--quiet"
                    data-testid="reset-columns"
                    on:click=move |_| on_change.run(LayoutChange::Reset)
                >
                    {words.reset_columns}
                </button>
            </div>
        </div>
    }
}
