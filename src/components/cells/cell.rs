use crate::components::cells::approval_badge::badge;
use crate::components::cells::cell_part::{CellPart, PartLink};
use crate::components::cells::label_chips::chips_markup;
use crate::components::cells::markup::Markup;
use crate::components::cells::phone_cell::phones_markup;
use crate::components::{ApprovalBadge, LabelChips, PhoneCell};
use crate::i18n::{RowWords, fill};
use crate::view_model::CellView;
use leptos::prelude::*;

/// A text longer than this may be cut off by its cell, so the whole of it is shown on hover.
const LONG: usize = 8;

/// What stands in one cell of the table or of a card.
#[component]
pub fn Cell(
    /// What is shown.
    view: CellView,
    /// The customer and the column, for what opens out of the cell.
    id: String,
    /// The words of the page.
    words: &'static RowWords,
) -> impl IntoView {
    match view {
        CellView::Nothing => ().into_any(),
        CellView::Empty => view! { <span class="cell__empty">"–"</span> }.into_any(),
        CellView::Text(text) => {
            let title = (text.chars().count() > LONG).then(|| text.clone());
            view! { <span class="cell__text" title=title>{text}</span> }.into_any()
        }
        CellView::Number(text) => view! { <span class="cell__number">{text}</span> }.into_any(),
        CellView::Masked(text) => {
            view! { <span class="cell__masked" title=words.masked>{text}</span> }.into_any()
        }
        CellView::Time { text, exact, tone } => {
            view! { <time class=tone.class() datetime=exact.clone() title=exact>{text}</time> }.into_any()
        }
        CellView::Days { text, band } => view! { <span class=band.class()>{text}</span> }.into_any(),
        CellView::Approval(approval, text) => view! { <ApprovalBadge approval text /> }.into_any(),
        CellView::Labels(chips) => view! { <LabelChips chips id words /> }.into_any(),
        CellView::Phones(phones) => view! { <PhoneCell phones id words /> }.into_any(),
        CellView::Link { text, href, rest } => {
            link_markup(text, href, &rest, words).into_iter().map(Markup::view).collect::<Vec<_>>().into_any()
        }
    }
}

/// What stands in a cell in the place of plain words: labels, a badge, numbers, a link. `None` for words.
pub(crate) fn markup(view: CellView, id: &str, words: &RowWords) -> Option<Vec<Markup>> {
    match view {
        CellView::Link { text, href, rest } => Some(link_markup(text, href, &rest, words)),
        CellView::Approval(approval, text) => Some(vec![badge(approval, text).markup()]),
        CellView::Labels(chips) => Some(vec![chips_markup(&chips, id, words)]),
        CellView::Phones(phones) => Some(vec![phones_markup(&phones, id, words)]),
        CellView::Nothing
        | CellView::Empty
        | CellView::Text(_)
        | CellView::Number(_)
        | CellView::Masked(_)
        | CellView::Time { .. }
        | CellView::Days { .. } => None,
    }
}

fn link_markup(text: String, href: String, rest: &str, words: &RowWords) -> Vec<Markup> {
    let link = outside_link(text, href, words);
    std::iter::once(link).chain(beside_link(rest)).map(CellPart::markup).collect()
}

fn outside_link(text: String, href: String, words: &RowWords) -> CellPart {
    let title = Some(fill(words.opens_outside, &[&href]));
    let link = Some(PartLink { href, name: None, is_outside: true });
    CellPart { class: "cell__link", text, title, link, ..CellPart::default() }
}

/// The words behind an address, which lead nowhere.
fn beside_link(text: &str) -> Option<CellPart> {
    (!text.is_empty()).then(|| CellPart { class: "cell__text", text: text.to_owned(), ..CellPart::default() })
}
