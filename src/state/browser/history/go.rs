//! The ways to another question: a change, and a link of the list.
use super::steps::Step;
use super::{Arrival, Navigation, ScrollPosition};
use crate::query::{Change, ListQuery, fragment};
use leptos::{ev, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long the address bar lags behind a turned page. To the browser a new address is a navigation, which
/// is work in the very moments in which the request leaves and its rows are painted: written at once, it
/// made rows that come at once come 10 to 20 ms later.
const LAG: Duration = Duration::from_millis(50);

impl Navigation {
    /// Makes a change as a new step of the browser's history.
    pub fn go(self, change: Change) {
        self.turn_to(self.query.with_untracked(|query| query.apply(change)), false);
    }

    /// Makes a change in place of the present step, as one word that is typed further.
    pub fn replace(self, change: Change) {
        self.turn_to(self.query.with_untracked(|query| query.apply(change)), true);
    }

    /// The address of the list after a change, for a link.
    pub fn href(self, change: Change) -> String {
        self.query.with(|query| fragment::write(&query.apply(change)))
    }

    fn turn_to(self, next: ListQuery, in_place: bool) {
        let Some(arrival) = self.query.with_untracked(|query| Arrival::by_change(query, &next)) else {
            return;
        };
        self.write();
        // That of the question before.
        self.call.set_value(None);
        self.left_out.maybe_update(|names| !std::mem::take(names).is_empty());
        // Nobody turns words and filters as fast as pages, and losing them to a reload is worse.
        let is_turned = arrival == Arrival::Turned;
        let (address, scroll_position) = (Some(fragment::write(&next)), ScrollPosition::default());
        self.change(|steps, here| steps.ask(Step { address, in_place, scroll_position }, is_turned, here));
        if is_turned {
            set_timeout(move || self.write(), LAG);
        }
        self.arrive_at(next, arrival, scroll_position);
    }

    /// A plain click on a link of the list is followed at once: the browser would only tell of it
    /// later, and as it tells of going back.
    pub(super) fn follow_link(self, event: &ev::MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = element.filter(|_| is_plain).and_then(|it| it.closest("a[href^='#?']").ok().flatten());
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            self.turn_to(fragment::read(&address).0, false);
            self.follow_customer(fragment::customer(&address));
        }
    }
}
