use super::group_heading::group_heading;
use crate::components::parts::crm_link::crm_link;
use crate::components::parts::lazy_view::once;
use crate::components::parts::scroller::Scroller;
use crate::components::parts::translation::is_translated;
use crate::components::{Cell, Icon, IconName, Rows, ScrolledTo, TableActions};
use crate::config::CustomerUrl;
use crate::i18n::{RowWords, Words};
use crate::model::{ColumnId, Customer};
use crate::view_model::{CellView, ColumnKind, ColumnView, cell_view};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use std::time::Duration;
use web_sys::Element;

/// So many cards are made at once, more than a phone shows; the others, and then what is folded away in
/// each, follow in tasks of their own, between which a slow phone answers a finger.
const AT_ONCE: usize = 8;
/// So many in each task.
const AT_A_TIME: usize = 4;
/// Of more cards than these, only those near the window are laid out.
const MANY: usize = 50;
/// Columns that stand on a card in a place of their own.
const LINE: [&str; 4] = [NEXT, LAST, "status_mapped", "user.name"];
const NEXT: &str = "revisit_remind_at";
const LAST: &str = "real_revisit_at";

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
    // Another page of cards starts at the top, and one that was left before where it was left.
    let shown_list = StoredValue::new(None);
    let count = move || if is_shown.get() { rows.with(Rows::count) } else { 0 };
    // First counts the cards, and beyond them those whose folded part is there too.
    let made = RwSignal::new(0);
    let drawn = move || {
        let (rows, columns, count) = (rows.get(), columns.get(), count());
        let asked: Arc<[ColumnId]> = asked.get().into();
        made.set(if shown_list.get_value() == Some(rows.list_key) {
            // An open card stays open.
            2 * count
        } else if rows.scroll_position.top > 0 {
            count
        } else {
            count.min(AT_ONCE)
        });
        let cards = |from: usize| {
            let (rows, columns, asked) = (rows.clone(), columns.clone(), asked.clone());
            let cards = move || -> Vec<_> {
                (from..count.min(from + AT_A_TIME))
                    .map(|at| {
                        let (values_rows, values_columns) = (rows.clone(), columns.clone());
                        let values_asked = asked.clone();
                        let id = rows.customer(at).map(Customer::id_text);
                        let in_crm = id.and_then(|id| customer_url.with_value(|url| url.as_ref()?.href(id)));
                        let has_link = in_crm.is_some();
                        let values = move || {
                            let link = in_crm.clone().map(|href| crm_link(href, words));
                            folded_values(&values_rows, (&values_columns, &values_asked), at, link, words)
                        };
                        let values = once(Signal::derive(move || made.get() > count + at), values);
                        match rows.groups.as_ref().and_then(|groups| groups.heading(at)) {
                            Some(heading) => Some(group_heading(heading, at, actions, words)),
                            None => card(
                                &rows,
                                (&columns, &asked),
                                at,
                                actions.open,
                                (values.into_any(), has_link),
                                words,
                            ),
                        }
                    })
                    .collect()
            };
            once(Signal::derive(move || made.get() > from), move || cards().into_any())
        };
        (0..count).step_by(AT_A_TIME).map(cards).collect::<Vec<_>>()
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
    // The mark of who was opened comes to cards that stand there: no card is made anew for it.
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            rows.with(|rows| mark_opened(&list, rows, words));
        }
    });
    let rest = debounce(ScrolledTo::STILL, move |()| {
        if let Some(list) = list.try_get_untracked().flatten() {
            actions.scrolled.run(ScrolledTo::in_element(&list));
        }
    });
    let rest = StoredValue::new_local(rest);
    let scrolled = move || rest.update_value(|rest| rest(()));
    // Where the page scrolls as a whole.
    let listener = window_event_listener(ev::scroll, move |_| scrolled());
    on_cleanup(move || listener.remove());
    view! {
        <ul node_ref=list class="cards" class=("cards--exact", move || rows.with(is_exact)) on:scroll=move |_| scrolled() aria-label=words.list_name aria-busy=move || is_busy().to_string() aria-disabled=move || is_foreign.get().then_some("true")>
            <For each=move || [translations.get()] key=|translations| *translations children=move |_| drawn />
        </ul>
    }
}

/// The cards before the page around them is there: to read, and not yet to work with.
pub fn first_cards(
    rows: &Rows,
    columns: &[ColumnView],
    asked: &[ColumnId],
    words: &'static RowWords,
) -> AnyView {
    let shown = if rows.scroll_position.top > 0 { rows.count() } else { rows.count().min(AT_ONCE) };
    let on_open = Callback::new(|_| ());
    let cards: Vec<_> = (0..shown)
        .map(|at| card(rows, (columns, asked), at, on_open, (().into_any(), false), words))
        .collect();
    view! { <ul class="cards" class=("cards--exact", is_exact(rows)) aria-label=words.list_name aria-busy="true">{cards}</ul> }
        .into_any()
}

/// Whether all cards are laid out, in sight or not. With many of them their heights are guessed, which
/// would move whoever comes back from the card that they left.
fn is_exact(rows: &Rows) -> bool {
    rows.count() <= MANY || rows.scroll_position.top > 0
}

/// Whether the customer of a row was opened today.
fn is_opened(rows: &Rows, at: usize) -> bool {
    rows.source(at).is_some_and(|source| rows.is_opened.run(source))
}

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

fn card(
    rows: &Rows,
    (columns, asked): (&[ColumnView], &[ColumnId]),
    at: usize,
    on_open: Callback<usize>,
    (values, has_link): (AnyView, bool),
    words: &'static RowWords,
) -> Option<AnyView> {
    let customer = rows.customer(at)?;
    let of_kind = |kind: ColumnKind, class: &'static str| {
        columns
            .iter()
            .filter(|column| column.kind == kind)
            .filter_map(|column| part(rows, column, at, class, words))
            .collect::<Vec<_>>()
    };
    let line: Vec<_> = LINE
        .iter()
        .filter_map(|name| columns.iter().find(|column| column.id.as_str() == *name))
        .chain(columns.iter().filter(|column| is_asked_date(column, asked)))
        .filter_map(|column| {
            let fact = part(rows, column, at, "card__fact", words)?;
            let name = match column.id.as_str() {
                NEXT => Some(words.next_time),
                LAST => Some(words.last_time),
                _ if column.kind == ColumnKind::Moment => Some(column.title.as_str()),
                _ => None,
            };
            let name = name.map(|name| view! { <span class="card__when">{name.to_owned()}</span> });
            Some(view! { <span class="card__part">{name}{fact}</span> })
        })
        .collect();
    let name = if customer.name.is_empty() { words.unnamed.to_owned() } else { customer.name.clone() };
    let has_more = has_link
        || folded(columns, asked)
            .any(|column| cell_view(customer, column, rows.dates, words) != CellView::Empty);
    let line = view! { <span class="card__line">{line}</span> };
    let below = if has_more {
        // All of the line opens the rest: a thumb finds it.
        let more = view! { <span class="card__hint">{words.more}<Icon name=IconName::Chevron /></span> };
        view! { <details class="card__more"><summary>{line}{more}</summary>{values}</details> }.into_any()
    } else {
        line.into_any()
    };
    let is_mine = customer.is_mine;
    let is_changed = rows.source(at).is_some_and(|source| rows.is_changed.run(source));
    let is_opened = untrack(|| is_opened(rows, at));
    Some(
        view! {
            <li class="card" data-opened=is_opened.then_some("") aria-description=is_opened.then_some(words.opened_today) class=("row--mine", is_mine) class=("row--changed", is_changed) data-testid="row" data-customer-id=customer.id_text().to_owned()>
                <div class="card__head">
                    <h2 class="card__name" data-column="name">
                        <button type="button" class="card__open" data-testid="open-customer" on:click=move |_| on_open.run(at)>{name}</button>
                    </h2>
                    {is_mine.then(|| view! { <span class="unseen">{words.mine}</span> })}
                    {is_changed.then(|| view! { <span class="unseen">{words.changed}</span> })}
                    {of_kind(ColumnKind::Badge, "card__part")}
                </div>
                {of_kind(ColumnKind::Labels, "card__labels")}
                <div class="card__phones">{of_kind(ColumnKind::Phone, "card__phone")}</div>
                {below}
            </li>
        }
        .into_any(),
    )
}

/// Whether a column is a date that the list is sorted or narrowed by, and has no place of its own.
fn is_asked_date(column: &ColumnView, asked: &[ColumnId]) -> bool {
    column.kind == ColumnKind::Moment && asked.contains(&column.id) && !LINE.contains(&column.id.as_str())
}

/// The columns that stand on no place of their own.
fn folded<'a>(columns: &'a [ColumnView], asked: &'a [ColumnId]) -> impl Iterator<Item = &'a ColumnView> {
    columns.iter().filter(|column| {
        !matches!(column.kind, ColumnKind::Name | ColumnKind::Badge | ColumnKind::Labels | ColumnKind::Phone)
            && !LINE.contains(&column.id.as_str())
            && !is_asked_date(column, asked)
    })
}

/// Their values and the way into the CRM, for a customer's folded part.
fn folded_values(
    rows: &Rows,
    (columns, asked): (&[ColumnView], &[ColumnId]),
    at: usize,
    link: Option<AnyView>,
    words: &'static RowWords,
) -> AnyView {
    let value = |column: &ColumnView| {
        let value = part(rows, column, at, "card__value", words)?;
        Some(view! { <dt>{column.title.clone()}</dt><dd>{value}</dd> })
    };
    view! { <dl>{folded(columns, asked).filter_map(value).collect::<Vec<_>>()}</dl> {link} }.into_any()
}

/// A value, where there is one.
fn part(
    rows: &Rows,
    column: &ColumnView,
    at: usize,
    class: &'static str,
    words: &'static RowWords,
) -> Option<AnyView> {
    let customer = rows.customer(at)?;
    let view = cell_view(customer, column, rows.dates, words);
    if view == CellView::Empty {
        return None;
    }
    let id = format!("{}-{at}-{}", customer.id_text(), column.at);
    Some(
        view! {
            <span class=class data-column=column.id.as_str().to_owned()><Cell view id words /></span>
        }
        .into_any(),
    )
}
