//! Every call of the page goes through here: it waits for a slot of the rate limiter that
//! all tabs share, is given up after a while, and is made once more after a refusal for too many calls.
mod ask;
mod locks;
mod meter;
mod once;
mod permit;
mod wait;

pub use meter::Meter;
pub(super) use once::Written;

use super::clock::now_ms;
use super::storage::{self, Key};
use crate::api::queue::Queue;
use crate::api::rate_limiter::{Availability, Millis, Priority, RateLimiter};
use crate::api::reply::Reply;
use crate::api::transport::{Client, Failure};
use js_sys::Function;
use leptos::{ev, prelude::*};
use std::pin::Pin;
use web_sys::AbortController;

/// How long another tab's note of a call may be on its way.
const NOTE_DELAY: Millis = 100;

/// What is done about a token that was refused; it takes the token and the endpoint's words.
type OnTokenRefused = Callback<(String, String)>;

/// A call on its way.
type BoxedCall<'a> = Pin<Box<dyn Future<Output = Result<Reply, Failure>> + 'a>>;

/// The calls of this page.
#[derive(Clone, Copy)]
pub struct Calls {
    client: StoredValue<Client>,
    limiter: StoredValue<RateLimiter>,
    queue: StoredValue<Queue>,
    /// The calls on their way.
    in_flight: StoredValue<Vec<usize>>,
    /// When those left that somebody waits for and that stand in the company's queue, as far as one can know.
    in_line: StoredValue<Vec<Millis>>,
    /// Calls that wait and look again as soon as the limiter changes.
    sleepers: StoredValue<Vec<Function>, LocalStorage>,
    meter: RwSignal<Meter>,
    is_first: StoredValue<bool>,
    /// The other tabs cannot be told of calls: storage is full or forbidden. This one counts in memory.
    is_alone: StoredValue<bool>,
    is_online: RwSignal<bool>,
    said_near: RwSignal<u32>,
    on_token_refused: StoredValue<Option<OnTokenRefused>>,
}

impl Calls {
    /// Calls to the endpoint of this configuration, so many in ten seconds; 0 is no limit.
    pub fn new(client: Client, limit: u32) -> Self {
        let calls = Self {
            client: StoredValue::new(client),
            limiter: StoredValue::new(RateLimiter::new(limit)),
            queue: StoredValue::new(Queue::default()),
            in_flight: StoredValue::new(Vec::new()),
            in_line: StoredValue::new(Vec::new()),
            sleepers: StoredValue::new_local(Vec::new()),
            meter: RwSignal::new(Meter { limit: limit as usize, ..Meter::default() }),
            is_first: StoredValue::new(true),
            is_alone: StoredValue::new(false),
            is_online: RwSignal::new(window().navigator().on_line()),
            said_near: RwSignal::new(0),
            on_token_refused: StoredValue::new(None),
        };
        if limit > 0 {
            calls.show();
            window_event_listener(ev::storage, move |event| {
                if Key::Calls.is_of(&event) {
                    calls.show();
                    calls.wake();
                }
            });
            // Nobody will be left to say that these calls ended.
            window_event_listener(ev::pagehide, move |_| {
                for slot in calls.in_flight.get_value() {
                    calls.change(|limiter| limiter.complete(slot, now_ms()));
                }
            });
        }
        calls
    }

    /// How the calls stand.
    pub fn meter(self) -> Signal<Meter> {
        self.meter.into()
    }

    /// Whether there may be a network, for words only: a browser with a second network card may say that
    /// there is none while every call is answered. An answer knows better.
    pub fn is_online(self) -> RwSignal<bool> {
        self.is_online
    }

    /// How many places nearer than the page's own line say that somebody waits.
    pub fn said_near(self) -> RwSignal<u32> {
        self.said_near
    }

    /// Runs when the endpoint has refused the token of a call, whichever call it was: with the token, and with
    /// the endpoint's words.
    pub(super) fn on_token_refused(self, run: impl Fn((String, String)) + Send + Sync + 'static) {
        self.on_token_refused.set_value(Some(Callback::new(run)));
    }

    /// Whether a call of this priority could begin at once.
    pub(super) fn is_free(self, priority: Priority) -> bool {
        self.read();
        self.queue.with_value(Queue::is_empty)
            && self.limiter.with_value(|limiter| {
                matches!(limiter.availability(now_ms(), priority), Availability::Now(_))
            })
    }

    /// Gives up a call, wherever it is.
    pub(super) fn give_up(self, call: &AbortController) {
        call.abort();
        self.wake();
    }

    /// Takes over what the other tabs wrote.
    fn read(self) {
        if self.limiter.with_value(|limiter| limiter.limit() > 0)
            && !self.is_alone.get_value()
            && let Some(text) = storage::read_text(storage::local(), Key::Calls)
        {
            self.limiter.update_value(|limiter| limiter.read(&text));
        }
    }

    fn change(self, change: impl FnOnce(&mut RateLimiter)) {
        self.read();
        let _ = self.limiter.try_update_value(change);
        if let Some(text) =
            self.limiter.try_with_value(|limiter| (limiter.limit() > 0).then(|| limiter.write()))
        {
            if let Some(text) = text {
                self.is_alone.try_set_value(!storage::write_text(storage::local(), Key::Calls, &text));
            }
            self.show();
        }
    }
}
