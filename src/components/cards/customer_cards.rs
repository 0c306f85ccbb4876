use super::card::{CardColumns, Folded, card, is_opened};
use super::deck::{AT_A_TIME, Deck, made_at_once};
use crate::components::parts::scroller::Scroller;
use crate::components::parts::translation::is_translated;
use crate::components::{Rows, ScrolledTo, TableActions};
use crate::config::CustomerUrl;
use crate::i18n::{RowWords, Words};
use crate::model::ColumnId;
use crate::view_model::ColumnView;
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use std::time::Duration;
use web_sys::Element;

/// Of more cards than these, only those near the window are laid out.
const MANY: usize = 50;

/// All that cards are drawn from.
#[derive(Clone)]
struct Shown {
    rows: Rows,
    columns: Arc<[ColumnView]>,
    asked: Arc<[ColumnId]>,
    count: usize,
}

impl Shown {
    fn is_drawn_like(&self, other: &Self) -> bool {
        self.count == other.count
            && self.asked == other.asked
            && self.columns == other.columns
            && self.rows.are_drawn_like(&other.rows)
    }
}

/// The customers on a phone: each row is a card, with what a call needs first. All other columns
/// that hold something open below.
#[component]
pub fn CustomerCards(
    /// The rows.
    #[prop(into)]
    rows: Signal<Rows>,
    /// All columns to show, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// Whether nothing can be done with them.
    #[prop(into, optional)]
    is_foreign: Signal<bool>,
    /// Whether they can be seen: before that none is made.
    #[prop(into)]
    is_shown: Signal<bool>,
    /// What the list is sorted or narrowed by: a date among it stands on each card.
    #[prop(into)]
    asked: Signal<Vec<ColumnId>>,
    /// Where wishes go.
    actions: TableActions,
    /// Where a customer's own page in the CRM is.
    #[prop(optional_no_strip)]
    customer_url: Option<CustomerUrl>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let list = NodeRef::<html::Ul>::new();
    let customer_url = StoredValue::new(customer_url);
    // The list whose cards stand there.
    let shown_list = StoredValue::new(None);
    let count = move || if is_shown.get() { rows.with(Rows::count) } else { 0 };
    // First counts the cards, and beyond them those whose folded part is there too.
    let made = RwSignal::new(0);
    // These signals notify with each change of the question. Cards are only made anew when they would differ.
    let shown = Memo::new_with_compare(
        move |_| Shown {
            rows: rows.get(),
            columns: columns.get(),
            asked: asked.get().into(),
            count: count(),
        },
        |old, new| !old.zip(new).is_some_and(|(old, new)| old.is_drawn_like(new)),
    );
    let drawn = move || {
        let Shown { rows, columns, asked, count } = shown.get();
        // An open card stays open.
        let is_known = shown_list.get_value() == Some(rows.list_key);
        made.set(if is_known { 2 * count } else { made_at_once(&rows, count) });
        Deck { rows, columns, asked, count, made, customer_url, actions, words }.views()
    };
    let translations = Memo::new(move |known: Option<&u32>| {
        rows.track();
        let is_translated = list.get_untracked().is_some_and(|list| is_translated(&list));
        known.copied().unwrap_or_default() + u32::from(is_translated)
    });
    let are_coming = move || made.get() < 2 * count();
    Effect::new(move |_| {
        if are_coming() {
            let more = move || {
                // The page may be gone by then.
                made.try_update(|made| *made += AT_A_TIME);
            };
            set_timeout(more, Duration::ZERO);
        }
    });
    let is_busy = move || is_busy.get() || !is_shown.get() || are_coming();
    keep_place(list, rows, is_shown, shown_list);
    // The mark of who was opened comes to cards that stand there: no card is made anew for it.
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            rows.with(|rows| mark_opened(&list, rows, words));
        }
    });
    let scrolled = tell_where_it_stops(list, actions.scrolled);
    view! {
        <ul node_ref=list class="cards" class=("cards--exact", move || rows.with(is_exact)) on:scroll=move |_| scrolled() aria-label=words.list_name aria-busy=move || is_busy().to_string() aria-disabled=move || is_foreign.get().then_some("true")>
            <For each=move || [translations.get()] key=|translations| *translations children=move |_| drawn />
        </ul>
    }
}

/// Another page of cards starts at the top, and one that was left before where it was left.
fn keep_place(
    list: NodeRef<html::Ul>,
    rows: Signal<Rows>,
    is_shown: Signal<bool>,
    shown_list: StoredValue<Option<u32>>,
) {
    Effect::new(move |_| {
        let (list_key, scroll_position) = rows.with(|rows| (rows.list_key, rows.scroll_position));
        if let Some(list) = list.get()
            && is_shown.get()
            && shown_list.get_value() != Some(list_key)
        {
            shown_list.set_value(Some(list_key));
            if scroll_position.top > 0 {
                Scroller::of(&list).set_top(scroll_position.top);
            }
            // By then its cards are drawn for sure.
            request_animation_frame(move || Scroller::of(&list).set_top(scroll_position.top));
        }
    });
}

/// Returns what to call at each scroll; `told` hears where the reader is once they rest.
fn tell_where_it_stops(
    list: NodeRef<html::Ul>,
    told: Callback<ScrolledTo>,
) -> impl Fn() + Copy + Send + Sync + 'static {
    let rest = debounce(ScrolledTo::STILL, move |()| {
        if let Some(list) = list.try_get_untracked().flatten() {
            told.run(ScrolledTo::in_element(&list));
        }
    });
    let rest = StoredValue::new_local(rest);
    let scrolled = move || rest.update_value(|rest| rest(()));
    // Where the page scrolls as a whole.
    let listener = window_event_listener(ev::scroll, move |_| scrolled());
    on_cleanup(move || listener.remove());
    scrolled
}

/// The cards before the page around them is there: to read, and not yet to work with.
pub fn first_cards(
    rows: &Rows,
    columns: &[ColumnView],
    asked: &[ColumnId],
    words: &'static RowWords,
) -> AnyView {
    let columns = CardColumns { all: columns, asked };
    let on_open = Callback::new(|_| ());
    let nothing = || Folded { values: ().into_any(), has_link: false };
    let cards: Vec<_> = (0..made_at_once(rows, rows.count()))
        .map(|at| card(rows, columns, at, on_open, nothing(), words))
        .collect();
    view! { <ul class="cards" class=("cards--exact", is_exact(rows)) aria-label=words.list_name aria-busy="true">{cards}</ul> }
        .into_any()
}

/// Whether all cards are laid out, in sight or not. With many of them their heights are guessed, which
/// would move whoever comes back from the card that they left.
fn is_exact(rows: &Rows) -> bool {
    rows.count() <= MANY || rows.scroll_position.top > 0
}

/// Marks the cards of who was opened today.
fn mark_opened(list: &Element, rows: &Rows, words: &RowWords) {
    let cards = list.get_elements_by_class_name("card");
    // All are asked, also while no card stands there: only what was asked for is followed.
    let customers = (0..rows.count()).filter(|at| rows.source(*at).is_some());
    let are_opened: Vec<bool> = customers.map(|at| is_opened(rows, at)).collect();
    for (card, is_opened) in (0..cards.length()).filter_map(|at| cards.item(at)).zip(are_opened) {
        // The document refuses neither.
        let _ = match is_opened {
            true => card
                .set_attribute("data-opened", "")
                .and(card.set_attribute("aria-description", words.opened_today)),
            false => card.remove_attribute("data-opened").and(card.remove_attribute("aria-description")),
        };
    }
}
