mod arrival;
mod go;
mod note;
mod position;
mod steps;
mod write;

pub(crate) use self::arrival::Arrival;
pub use self::position::ScrollPosition;
pub(crate) use self::position::forget_positions;

use self::note::Note;
use self::steps::{Step, Steps};
use crate::model::CustomerId;
use crate::query::{ListQuery, fragment};
use crate::state::browser::idle::when_idle;
use leptos::{ev, prelude::*};
use std::time::Duration;

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
}

/// The customer whom the address opens.
fn present_customer() -> Option<CustomerId> {
    fragment::customer(&window().location().hash().unwrap_or_default())
}

/// The question of the address, and the names of what was not understood of it.
fn present() -> (ListQuery, Vec<String>) {
    fragment::read(&window().location().hash().unwrap_or_default())
}
