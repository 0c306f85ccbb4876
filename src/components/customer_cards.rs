use super::{Cell, Icon, Rested, Rows, TableActions};
use crate::i18n::Words;
use crate::view_model::{CellView, ColumnKind, ColumnView, cell_view};
use leptos::{html, prelude::*};
use std::sync::Arc;

/// Columns that stand on a card in a place of their own.
const LINE: [&str; 3] = ["status_mapped", "user.name", "real_revisit_at"];

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
    /// Where wishes go.
    actions: TableActions,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let drawn = move || {
        let (rows, columns) = (rows.get(), columns.get());
        (0..rows.count()).map(move |at| (rows.clone(), columns.clone(), at)).collect::<Vec<_>>()
    };
    let list = NodeRef::<html::Ul>::new();
    // Another page of cards starts at the top, and one that was left before where it was left.
    let shown_look = StoredValue::new(None);
    Effect::new(move |_| {
        let (look, spot) = rows.with(|rows| (rows.look, rows.spot));
        if let Some(list) = list.get()
            && shown_look.get_value() != Some(look)
        {
            shown_look.set_value(Some(look));
            // Its cards are drawn by then.
            request_animation_frame(move || list.set_scroll_top(spot.top));
        }
    });
    let mut rest = debounce(Rested::STILL, move |()| {
        if let Some(list) = list.try_get_untracked().flatten() {
            actions.rested.run(Rested::in_element(&list));
        }
    });
    view! {
        <ul node_ref=list class="cards" on:scroll=move |_| rest(()) aria-label=words.list_name aria-busy=move || is_busy.get().to_string()>
            {move || drawn().into_iter().map(|(rows, columns, at)| card(&rows, &columns, at, actions.open, words)).collect::<Vec<_>>()}
        </ul>
    }
}

/// The cards of a window before the page around them is there: to look at, and not yet to work with.
pub fn first_cards(rows: &Rows, columns: &[ColumnView], words: &'static Words) -> AnyView {
    // More than any window shows.
    const SHOWN: usize = 12;
    let on_open = Callback::new(|_| ());
    let cards: Vec<_> =
        (0..rows.count().min(SHOWN)).map(|at| card(rows, columns, at, on_open, words)).collect();
    view! { <ul class="cards" aria-label=words.list_name aria-busy="true">{cards}</ul> }.into_any()
}

fn card(
    rows: &Rows,
    columns: &[ColumnView],
    at: usize,
    on_open: Callback<usize>,
    words: &'static Words,
) -> Option<AnyView> {
    let (customer, today) = (rows.customer(at)?, rows.today);
    let part = |column: &ColumnView, class: &'static str| {
        let view = cell_view(customer, column, today, words);
        if view == CellView::Empty {
            return None;
        }
        let id = format!("{}-{at}-{}", customer.id, column.at);
        Some(view! {
            <div class=class data-column=column.id.as_str().to_owned()><Cell view id words /></div>
        })
    };
    let of_kind = |kind: ColumnKind, class: &'static str| {
        columns
            .iter()
            .filter(|column| column.kind == kind)
            .filter_map(|column| part(column, class))
            .collect::<Vec<_>>()
    };
    let line: Vec<_> = LINE
        .iter()
        .filter_map(|name| columns.iter().find(|column| column.id.as_str() == *name))
        .filter_map(|column| part(column, "card__part"))
        .collect();
    let has_place = |column: &ColumnView| {
        matches!(column.kind, ColumnKind::Name | ColumnKind::Badge | ColumnKind::Labels | ColumnKind::Phone)
            || LINE.contains(&column.id.as_str())
    };
    let rest: Vec<_> = columns
        .iter()
        .filter(|column| !has_place(column))
        .filter_map(|column| {
            let title = column.title.clone();
            part(column, "card__value").map(|value| view! { <dt>{title}</dt><dd>{value}</dd> })
        })
        .collect();
    let name = if customer.name.is_empty() { words.unnamed.to_owned() } else { customer.name.clone() };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="card__more">
                <summary>{words.more}<Icon name="chevron" /></summary>
                <dl>{rest}</dl>
            </details>
        }
    });
    let is_mine = customer.is_mine;
    let is_changed = rows.source(at).is_some_and(|source| rows.is_changed.run(source));
    Some(
        view! {
            <li class="card" class=("row--mine", is_mine) class=("row--changed", is_changed) data-testid="row" data-customer-id=customer.id.clone()>
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
                <div class="card__line">{line}</div>
                {more}
            </li>
        }
        .into_any(),
    )
}
