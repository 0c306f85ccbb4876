//! The cards of one list, made a few in each task.
use super::card::{CardColumns, Folded, card, folded_values};
use super::group_heading::group_heading;
use crate::components::parts::crm_link::crm_link;
use crate::components::parts::lazy_view::once;
use crate::components::{Rows, TableActions};
use crate::config::CustomerUrl;
use crate::i18n::Words;
use crate::model::{ColumnId, Customer};
use crate::view_model::ColumnView;
use leptos::prelude::*;
use std::sync::Arc;

/// So many cards are made at once, more than a phone shows; the others, and then what is folded away in
/// each, follow in tasks of their own, between which a slow phone answers a finger.
const AT_ONCE: usize = 8;
/// So many in each task.
pub(super) const AT_A_TIME: usize = 4;

/// How many cards are made at once of rows that are shown for the first time.
pub(super) fn made_at_once(rows: &Rows, count: usize) -> usize {
    if rows.scroll_position.top > 0 { count } else { count.min(AT_ONCE) }
}

/// All cards of a list.
pub(super) struct Deck {
    pub rows: Rows,
    /// All columns that are shown, in their order.
    pub columns: Arc<[ColumnView]>,
    /// What the list is sorted or narrowed by.
    pub asked: Arc<[ColumnId]>,
    /// How many cards there are, headings of groups among them.
    pub count: usize,
    /// First counts the cards, and beyond them those whose folded part is there too.
    pub made: RwSignal<usize>,
    pub customer_url: StoredValue<Option<CustomerUrl>>,
    pub actions: TableActions,
    pub words: &'static Words,
}

impl Deck {
    /// The cards, a few in each view, which makes them when so many are to be there.
    pub fn views(self) -> Vec<AnyView> {
        let (count, made) = (self.count, self.made);
        let deck = Arc::new(self);
        let chunk = |from: usize| {
            let deck = deck.clone();
            let cards =
                move || -> Vec<_> { (from..count.min(from + AT_A_TIME)).map(|at| deck.card(at)).collect() };
            once(Signal::derive(move || made.get() > from), move || cards().into_any())
        };
        (0..count).step_by(AT_A_TIME).map(chunk).collect()
    }

    fn columns(&self) -> CardColumns<'_> {
        CardColumns { all: &self.columns, asked: &self.asked }
    }

    /// A customer's card, or the heading that stands in a row.
    fn card(self: &Arc<Self>, at: usize) -> Option<AnyView> {
        match self.rows.groups.as_ref().and_then(|groups| groups.heading(at)) {
            Some(heading) => Some(group_heading(heading, at, self.actions, self.words)),
            None => {
                let folded = self.folded(at);
                card(&self.rows, self.columns(), at, self.actions.open, folded, self.words)
            }
        }
    }

    /// What is folded away below a card: it is made after all cards.
    fn folded(self: &Arc<Self>, at: usize) -> Folded {
        let id = self.rows.customer(at).map(Customer::id_text);
        let in_crm = id.and_then(|id| self.customer_url.with_value(|url| url.as_ref()?.href(id)));
        let has_link = in_crm.is_some();
        let (deck, made, count) = (self.clone(), self.made, self.count);
        let values = move || {
            let link = in_crm.clone().map(|href| crm_link(href, deck.words));
            folded_values(&deck.rows, deck.columns(), at, link, deck.words)
        };
        Folded { values: once(Signal::derive(move || made.get() > count + at), values), has_link }
    }
}
