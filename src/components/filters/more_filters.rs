use crate::components::parts::popover::{card_close, opens};
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use leptos::{html, prelude::*};

/// The card of the filters for which the line has no room.
pub(super) const CARD: &str = "more-filters";

/// The filters for which the line has no room, behind a button that counts those of them that are on.
#[component]
pub fn MoreFilters(
    /// How many of them are on.
    #[prop(into)]
    count: Signal<usize>,
    /// Changes with every filter: the card has then done its work.
    #[prop(into)]
    settled: Signal<u32>,
    /// Whether the card is open.
    is_open: RwSignal<bool>,
    /// The words of the page.
    words: &'static Words,
    /// The filters.
    children: Children,
) -> impl IntoView {
    let card = NodeRef::<html::Div>::new();
    Effect::watch(
        move || settled.get(),
        move |_, _, _| {
            let Some(card) = card.get_untracked() else { return };
            let is_in_use = card.query_selector(":popover-open").ok().flatten().is_some();
            if is_open.get_untracked() && !is_in_use {
                let _ = card.hide_popover();
            }
        },
        false,
    );
    let name = move || match count.get() {
        0 => words.more.to_owned(),
        count => fill(words.more_on, &[&count.to_string()]),
    };
    view! {
        <button
            type="button"
            class="filter filter-bar__more"
            class=("filter--on", move || count.get() > 0)
            data-testid="more-filters"
            popovertarget=CARD
            aria-haspopup="dialog"
            aria-label=words.more_filters
        >
            <span class="filter__name">{name}</span>
            <Icon name=IconName::Chevron />
        </button>
        <div
            node_ref=card
            popover="auto"
            id=CARD
            class="more-filters"
            role="dialog"
            aria-label=words.more_filters
            on:toggle=move |event| is_open.set(opens(&event))
        >
            {children()}
            {card_close(CARD, words)}
        </div>
    }
}
