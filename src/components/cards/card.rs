//! One customer as a card.
use crate::components::{Cell, Icon, IconName, Rows};
use crate::i18n::RowWords;
use crate::model::ColumnId;
use crate::view_model::{CellView, ColumnKind, ColumnView, cell_view};
use leptos::prelude::*;

/// Columns that stand on a card in a place of their own.
const LINE: [&str; 4] = [NEXT, LAST, "status_mapped", "user.name"];
const NEXT: &str = "revisit_remind_at";
const LAST: &str = "real_revisit_at";

/// The columns of a card, told apart by where they stand on it.
#[derive(Clone, Copy)]
pub(super) struct CardColumns<'a> {
    /// All that are shown, in their order.
    pub all: &'a [ColumnView],
    /// What the list is sorted or narrowed by.
    pub asked: &'a [ColumnId],
}

impl<'a> CardColumns<'a> {
    fn of_kind(self, kind: ColumnKind) -> impl Iterator<Item = &'a ColumnView> {
        self.all.iter().filter(move |column| column.kind == kind)
    }

    /// The columns of the line of facts, in its order.
    fn in_line(self) -> impl Iterator<Item = &'a ColumnView> {
        LINE.iter()
            .filter_map(move |name| self.all.iter().find(|column| column.id.as_str() == *name))
            .chain(self.all.iter().filter(move |column| self.is_asked_date(column)))
    }

    /// The columns that stand on no place of their own.
    fn folded(self) -> impl Iterator<Item = &'a ColumnView> {
        self.all.iter().filter(move |column| {
            !matches!(
                column.kind,
                ColumnKind::Name | ColumnKind::Badge | ColumnKind::Labels | ColumnKind::Phone
            ) && !LINE.contains(&column.id.as_str())
                && !self.is_asked_date(column)
        })
    }

    /// Whether a column is a date that the list is sorted or narrowed by, and has no place of its own.
    fn is_asked_date(self, column: &ColumnView) -> bool {
        column.kind == ColumnKind::Moment
            && self.asked.contains(&column.id)
            && !LINE.contains(&column.id.as_str())
    }
}

/// What is folded away below a card's line.
pub(super) struct Folded {
    /// The values and what else stands there.
    pub values: AnyView,
    /// Whether the way into the CRM is among it: then there is something to open also without a value.
    pub has_link: bool,
}

/// The card of the customer in a row; a heading has none.
pub(super) fn card(
    rows: &Rows,
    columns: CardColumns,
    at: usize,
    on_open: Callback<usize>,
    folded: Folded,
    words: &'static RowWords,
) -> Option<AnyView> {
    let customer = rows.customer(at)?;
    let parts = |kind: ColumnKind, class: &'static str| {
        columns.of_kind(kind).filter_map(|column| part(rows, column, at, class, words)).collect::<Vec<_>>()
    };
    let name = if customer.name.is_empty() { words.unnamed.to_owned() } else { customer.name.clone() };
    let below = below(rows, columns, at, folded, words);
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
                    {parts(ColumnKind::Badge, "card__part")}
                </div>
                {parts(ColumnKind::Labels, "card__labels")}
                <div class="card__phones">{parts(ColumnKind::Phone, "card__phone")}</div>
                {below}
            </li>
        }
        .into_any(),
    )
}

/// The line of facts, which opens what is folded away where there is anything.
fn below(rows: &Rows, columns: CardColumns, at: usize, folded: Folded, words: &'static RowWords) -> AnyView {
    let has_more = folded.has_link || has_folded_value(rows, columns, at, words);
    let line = view! { <span class="card__line">{line(rows, columns, at, words)}</span> };
    if has_more {
        // All of the line opens the rest: a thumb finds it.
        let more = view! { <span class="card__hint">{words.more}<Icon name=IconName::Chevron /></span> };
        view! { <details class="card__more"><summary>{line}{more}</summary>{folded.values}</details> }
            .into_any()
    } else {
        line.into_any()
    }
}

fn has_folded_value(rows: &Rows, columns: CardColumns, at: usize, words: &'static RowWords) -> bool {
    rows.customer(at).is_some_and(|customer| {
        columns.folded().any(|column| cell_view(customer, column, rows.dates, words) != CellView::Empty)
    })
}

/// When the next talk is and when the last one was, status and owner, and the dates that are asked for.
fn line(
    rows: &Rows,
    columns: CardColumns,
    at: usize,
    words: &'static RowWords,
) -> Vec<impl IntoView + use<>> {
    let fact = |column: &ColumnView| {
        let fact = part(rows, column, at, "card__fact", words)?;
        let name = match column.id.as_str() {
            NEXT => Some(words.next_time),
            LAST => Some(words.last_time),
            _ if column.kind == ColumnKind::Moment => Some(column.title.as_str()),
            _ => None,
        };
        let name = name.map(|name| view! { <span class="card__when">{name.to_owned()}</span> });
        Some(view! { <span class="card__part">{name}{fact}</span> })
    };
    columns.in_line().filter_map(fact).collect()
}

/// The values without a place of their own and the way into the CRM, for a customer's folded part.
pub(super) fn folded_values(
    rows: &Rows,
    columns: CardColumns,
    at: usize,
    link: Option<AnyView>,
    words: &'static RowWords,
) -> AnyView {
    let value = |column: &ColumnView| {
        let value = part(rows, column, at, "card__value", words)?;
        Some(view! { <dt>{column.title.clone()}</dt><dd>{value}</dd> })
    };
    view! { <dl>{columns.folded().filter_map(value).collect::<Vec<_>>()}</dl> {link} }.into_any()
}

/// Whether the customer of a row was opened today.
pub(super) fn is_opened(rows: &Rows, at: usize) -> bool {
    rows.source(at).is_some_and(|source| rows.is_opened.run(source))
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
