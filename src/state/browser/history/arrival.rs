//! How a question came to be asked, and what the page does when the address has changed under its hands.
use super::note::Note;
use super::steps::Steps;
use super::{Navigation, ScrollPosition, present, present_customer};
use crate::model::CustomerId;
use crate::query::{ListQuery, fragment};
use leptos::prelude::*;

/// How the present question came to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// The user asked it just now.
    #[default]
    Asked,
    /// Only the page was turned.
    Turned,
    /// By back or forward: it was asked before, in this or an earlier life of the page.
    Returned,
}

impl Arrival {
    /// How the next question is asked by a change; `None` where it is the same one.
    pub(super) fn by_change(known: &ListQuery, next: &ListQuery) -> Option<Self> {
        let is_turned = || ListQuery { page: next.page, ..known.clone() } == *next;
        (known != next).then(|| if is_turned() { Self::Turned } else { Self::Asked })
    }

    /// How the question that the address has now is asked; `None` where it is the same one. Only steps that were
    /// here before have a position noted; an address that was typed or pasted has none.
    pub(super) fn by_address(known: &ListQuery, found: &ListQuery, has_position: bool) -> Option<Self> {
        (known != found).then_some(if has_position { Self::Returned } else { Self::Asked })
    }
}

impl Navigation {
    /// The address names another customer, or none.
    pub(super) fn follow_customer(self, id: Option<CustomerId>) {
        self.customer.maybe_update(|known| {
            let is_other = *known != id;
            *known = id;
            is_other
        });
    }

    pub(super) fn arrive_at(self, query: ListQuery, arrival: Arrival, scroll_position: ScrollPosition) {
        self.arrival.set_value(arrival);
        self.scroll_position.set_value(scroll_position);
        self.query.set(query);
    }

    /// Reads the address, which changed otherwise.
    pub(super) fn follow(self) {
        self.steps.update_value(Steps::drop_pending);
        let (found, left_out) = present();
        self.left_out.set(left_out);
        self.follow_customer(present_customer());
        let noted = ScrollPosition::noted();
        let arrival = self.query.with_untracked(|known| Arrival::by_address(known, &found, noted.is_some()));
        if let Some(arrival) = arrival {
            let scroll_position = noted.unwrap_or_default();
            scroll_position.note();
            self.arrive_at(found, arrival, scroll_position);
        }
    }

    /// The browser has come to another step.
    pub(super) fn arrive(self) {
        let address = || self.query.with_untracked(fragment::write);
        let Some(arrived) = self.steps.try_update_value(|steps| steps.arrive(Note::here(), address)) else {
            return;
        };
        self.run(arrived.ops);
        if let Some(stay) = arrived.close_to {
            let closed = self.close_to.get_value().map_or(0, |close_to| close_to.run(stay));
            self.run(Steps::closed(closed));
        }
        if arrived.is_followed {
            self.follow();
        }
        self.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Change, Tab};

    fn turned(query: &ListQuery) -> ListQuery {
        query.apply(Change::GoTo(query.page.plus(1)))
    }

    #[test]
    fn a_turned_page_is_told_from_another_question() {
        let list = ListQuery::default();
        let mine = list.apply(Change::Tab(Tab::My));
        for (known, next, expected) in [
            (&list, &list, None),
            (&list, &turned(&list), Some(Arrival::Turned)),
            (&turned(&list), &list, Some(Arrival::Turned)),
            (&list, &mine, Some(Arrival::Asked)),
            (&list, &turned(&mine), Some(Arrival::Asked)),
            // Back at the first page, which says that it is no turned one.
            (&turned(&mine), &list, Some(Arrival::Asked)),
        ] {
            assert_eq!(Arrival::by_change(known, next), expected);
        }
    }

    #[test]
    fn who_comes_back_is_told_from_who_pastes_an_address() {
        let list = ListQuery::default();
        let other = turned(&list);
        for (found, has_position, expected) in [
            (&other, true, Some(Arrival::Returned)),
            (&other, false, Some(Arrival::Asked)),
            (&list, true, None),
            (&list, false, None),
        ] {
            assert_eq!(Arrival::by_address(&list, found, has_position), expected, "{has_position}");
        }
    }
}
