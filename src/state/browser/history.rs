mod note;
mod position;
mod steps;

pub use self::position::ScrollPosition;
pub(crate) use self::position::forget_positions;

use self::note::Note;
use self::steps::{Leaving, Op, Step, Steps};
use crate::model::CustomerId;
use crate::query::{Change, ListQuery, fragment};
use crate::state::browser::idle::when_idle;
use leptos::{ev, prelude::*};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// How long the address bar lags behind a turned page. To the browser a new address is a navigation, which
/// is work in the very moments in which the request leaves and its rows are painted: written at once, it
/// made rows that come at once come 10 to 20 ms later.
const LAG: Duration = Duration::from_millis(50);

/// How long a browser may take to go back by a step.
const GO_BACK_TIMEOUT: Duration = Duration::from_secs(2);

/// The question, kept as the address bar's fragment, so that back, forward, reload and a pasted
/// link all give the same view.
#[derive(Clone, Copy)]
pub struct Navigation {
    query: RwSignal<ListQuery>,
    /// The customer whom the address opens.
    customer: RwSignal<Option<CustomerId>>,
    /// The names of what was not understood of the address.
    left_out: RwSignal<Vec<String>>,
    scroll_position: StoredValue<ScrollPosition>,
    arrival: StoredValue<Arrival>,
    steps: StoredValue<Steps>,
    /// The call that the present question makes, for the next start.
    call: StoredValue<Option<String>>,
    /// Told how many things may stay open when somebody went back; says how many it closed.
    close_to: StoredValue<Option<Callback<u32, u32>>>,
}

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

impl Navigation {
    /// Reads the fragment, and again whenever it changes under our hands: back, forward, a link.
    pub(crate) fn read() -> Self {
        let scroll_position = ScrollPosition::noted();
        let (query, left_out) = present();
        let this = Self {
            query: RwSignal::new(query),
            customer: RwSignal::new(present_customer()),
            left_out: RwSignal::new(left_out),
            scroll_position: StoredValue::new(scroll_position.unwrap_or_default()),
            arrival: StoredValue::new(Arrival::Asked),
            steps: StoredValue::new(Steps::new(Note::here().over)),
            call: StoredValue::new(None),
            close_to: StoredValue::new(None),
        };
        if scroll_position.is_none() {
            let first = Step { address: None, in_place: true, scroll_position: ScrollPosition::default() };
            this.change(|steps, here| steps.ask(first, true, here));
            when_idle(move || this.write());
        }
        window_event_listener(ev::hashchange, move |_| this.follow());
        window_event_listener(ev::popstate, move |_| this.arrive());
        // A reload closes what was open over the list, and leaves its steps.
        when_idle(move || this.settle());
        window_event_listener(ev::click, move |event| this.follow_link(&event));
        this
    }

    /// The question.
    pub fn query(self) -> Signal<ListQuery> {
        self.query.into()
    }

    /// The customer whom the address opens, until somebody leaves them.
    pub fn customer(self) -> Signal<Option<CustomerId>> {
        self.customer.into()
    }

    /// Opens a customer as a link would; the address stays as it is.
    pub fn look_at(self, id: CustomerId) {
        self.customer.set(Some(id));
    }

    /// Another customer is looked at, or none: the address names nobody any more.
    pub fn leave_customer(self) {
        if self.customer.try_update(Option::take).flatten().is_some() && present_customer().is_some() {
            let address = Some(self.query.with_untracked(fragment::write));
            let scroll_position = Note::here().scroll_position;
            self.change(|steps, here| {
                steps.ask(Step { address, in_place: true, scroll_position }, false, here)
            });
        }
    }

    /// The saved view that was opened last.
    pub fn view(self) -> Signal<Option<String>> {
        Signal::derive(move || self.query.with(|query| query.view.clone()))
    }

    /// The names of what was not understood of the address, until it is put aside or another is written.
    pub fn left_out(self) -> RwSignal<Vec<String>> {
        self.left_out
    }

    /// How the present question came to be asked; told once.
    pub(crate) fn take_arrival(self) -> Arrival {
        self.arrival.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Where the reader was when they left the present step of the history; told once.
    pub(crate) fn take_scroll_position(self) -> ScrollPosition {
        self.scroll_position.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// The reader has moved in the list: coming back to this step will find them there.
    pub fn note_scroll_position(self, scroll_position: ScrollPosition) {
        self.write();
        scroll_position.note();
    }

    /// Notes with the present step of the history which call its question makes, soon: a reload, or who comes
    /// back, asks it before the program is there.
    pub(crate) fn note_call(self, call: Option<String>) {
        self.call.set_value(call);
        when_idle(move || {
            // A step that is still to be written takes the note along.
            let is_settled = self.steps.try_with_value(Steps::is_settled) == Some(true);
            if is_settled && self.query.try_with_untracked(|query| *query == present().0) == Some(true) {
                position::note_call(self.call.get_value());
            }
        });
    }

    /// Asks who keeps what is open over the list to close it when somebody goes back.
    pub(crate) fn on_back(self, close_to: Callback<u32, u32>) {
        self.close_to.set_value(Some(close_to));
    }

    /// So many things are open over the list: back closes the topmost.
    pub(crate) fn set_open(self, open: u32) {
        let is_more = open > Note::here().over;
        self.change(|steps, here| steps.set_open(open, here));
        if !is_more {
            set_timeout(move || self.settle(), Duration::ZERO);
        }
    }

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
        if self.query.with_untracked(|query| *query == next) {
            return;
        }
        self.write();
        // That of the question before.
        self.call.set_value(None);
        self.left_out.maybe_update(|names| !std::mem::take(names).is_empty());
        // Nobody turns words and filters as fast as pages, and losing them to a reload is worse.
        let is_turned =
            self.query.with_untracked(|query| ListQuery { page: next.page, ..query.clone() } == next);
        let (address, scroll_position) = (Some(fragment::write(&next)), ScrollPosition::default());
        self.change(|steps, here| steps.ask(Step { address, in_place, scroll_position }, is_turned, here));
        if is_turned {
            set_timeout(move || self.write(), LAG);
        }
        self.arrive_at(next, if is_turned { Arrival::Turned } else { Arrival::Asked }, scroll_position);
    }

    /// The address names another customer, or none.
    fn follow_customer(self, id: Option<CustomerId>) {
        self.customer.maybe_update(|known| {
            let is_other = *known != id;
            *known = id;
            is_other
        });
    }

    fn arrive_at(self, query: ListQuery, arrival: Arrival, scroll_position: ScrollPosition) {
        self.arrival.set_value(arrival);
        self.scroll_position.set_value(scroll_position);
        self.query.set(query);
    }

    /// Reads the address, which changed otherwise.
    fn follow(self) {
        self.steps.update_value(Steps::drop_pending);
        let (found, left_out) = present();
        self.left_out.set(left_out);
        self.follow_customer(present_customer());
        if self.query.with_untracked(|known| *known != found) {
            // Only steps that were here before have a position noted; an address that was typed or pasted
            // has none.
            let noted = ScrollPosition::noted();
            let arrival = if noted.is_some() { Arrival::Returned } else { Arrival::Asked };
            noted.unwrap_or_default().note();
            self.arrive_at(found, arrival, noted.unwrap_or_default());
        }
    }

    /// The browser has come to another step.
    fn arrive(self) {
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

    fn settle(self) {
        self.change(Steps::settle);
    }

    /// Writes the last step into the browser's history, if that is still to be done.
    fn write(self) {
        self.change(Steps::write);
    }

    fn change(self, change: impl FnOnce(&mut Steps, Note) -> Vec<Op>) {
        // The page may be gone by then.
        let ops = self.steps.try_update_value(|steps| change(steps, Note::here()));
        self.run(ops.unwrap_or_default());
    }

    fn run(self, ops: Vec<Op>) {
        for op in ops {
            // A browser that forbids it (too many steps a second) still shows the right list.
            if self.run_one(op).is_err() {
                return self.steps.update_value(|steps| steps.failed(Note::here()));
            }
        }
    }

    fn run_one(self, op: Op) -> Result<(), JsValue> {
        let history = window().history()?;
        match op {
            Op::Replace(note, address) => {
                let state = note.state(self.call.get_value());
                history.replace_state_with_url(&state, "", address.as_deref())
            }
            // What opens has the call of the list below it.
            Op::Push(note, None) => history.push_state(&note.state(Note::here_with_call().1), ""),
            Op::Push(note, address) => {
                let state = note.state(self.call.get_value());
                history.push_state_with_url(&state, "", address.as_deref())
            }
            Op::GoBack(by, way) => {
                set_timeout(move || self.give_up(way), GO_BACK_TIMEOUT);
                history.go_with_delta(-(by as i32))
            }
            Op::Back => history.back(),
        }
    }

    fn give_up(self, way: Leaving) {
        self.change(|steps, here| steps.give_up(way, here));
    }

    /// A plain click on a link of the list is followed at once: the browser would only tell of it
    /// later, and as it tells of going back.
    fn follow_link(self, event: &ev::MouseEvent) {
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

/// The customer whom the address opens.
fn present_customer() -> Option<CustomerId> {
    fragment::customer(&window().location().hash().unwrap_or_default())
}

/// The question of the address, and the names of what was not understood of it.
fn present() -> (ListQuery, Vec<String>) {
    fragment::read(&window().location().hash().unwrap_or_default())
}
