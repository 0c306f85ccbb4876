//! Every call of the page goes through here: it waits for a slot of the rate limiter that
//! all tabs share, is given up after a while, and is made once more after a refusal for too many calls.
mod locks;
mod meter;
mod once;
mod permit;
mod wait;

pub use meter::Meter;

use super::clock::now_ms;
use super::storage::{self, Key};
use crate::api::next_call;
use crate::api::queue::Queue;
use crate::api::rate_limiter::{Availability, Millis, Priority, RateLimiter};
use crate::api::refusal::Refusals;
use crate::api::transport::{Client, Failure, Reply};
use crate::api::{LoginAnswer, Request};
use crate::json::Opened;
use crate::model::{CompanyId, Problem};
use js_sys::Function;
use leptos::{ev, prelude::*};
use permit::Permit;
use std::pin::Pin;
use web_sys::AbortController;

/// How long another tab's note of a call may be on its way.
const NOTE_DELAY: Millis = 100;

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
}

impl Calls {
    /// Calls to the endpoint of this configuration, so many in ten seconds; 0 is no limit.
    pub(super) fn new(client: Client, limit: u32) -> Self {
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

    /// Whether a call of this priority could begin at once.
    pub(super) fn is_free(self, priority: Priority) -> bool {
        self.read();
        self.queue.with_value(Queue::is_empty)
            && self.limiter.with_value(|limiter| {
                matches!(limiter.availability(now_ms(), priority), Availability::Now(_))
            })
    }

    /// Asks the endpoint when there is a slot for this call.
    ///
    /// # Errors
    /// What the network or the endpoint says; [`Failure::Aborted`] when the call was given up.
    pub(super) async fn get<T>(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
        read: impl FnOnce(Opened<'_>) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        self.reply(request, token, priority, abort).await?.read(read).map_err(Failure::Problem)
    }

    /// Asks as [`Calls::get`] does and hands the answer out unread.
    ///
    /// # Errors
    /// What the network says, or that the call was given up.
    pub(super) async fn reply(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
    ) -> Result<Reply, Failure> {
        let client = self.client.get_value();
        let abort = abort.or_else(|| AbortController::new().ok());
        let signal = abort.as_ref().map(AbortController::signal);
        // It began before this program, and acquired a slot then; if it is another one, it ends now.
        let begun = self.early_permit().filter(|_| client.is_early(request, token));
        let call = || -> BoxedCall<'_> { Box::pin(client.get(request, token, priority, signal.as_ref())) };
        self.answer(priority, abort, begun, &call).await
    }

    /// Trades login and password for a token, of this company where one is named.
    ///
    /// # Errors
    /// As [`Calls::get`].
    pub(super) async fn login(
        self,
        login: &str,
        password: &str,
        company: Option<&CompanyId>,
    ) -> Result<LoginAnswer, Failure> {
        let client = self.client.get_value();
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let call = || -> BoxedCall<'_> { Box::pin(client.login(login, password, company, signal.as_ref())) };
        let reply = self.answer(Priority::Asked, abort, None, &call).await?;
        reply.read_login(company.is_some()).map_err(Failure::Problem)
    }

    /// Gives up a call, wherever it is.
    pub(super) fn give_up(self, call: &AbortController) {
        call.abort();
        self.wake();
    }

    /// Calls when it is time, and once more after each refusal for too many calls, until there were too
    /// many of those. What will only likely be asked for is not worth a second call.
    async fn answer<'a>(
        self,
        priority: Priority,
        abort: Option<AbortController>,
        mut begun: Option<Permit>,
        call: &dyn Fn() -> BoxedCall<'a>,
    ) -> Result<Reply, Failure> {
        let mut refusals = Refusals::default();
        loop {
            let permit = match begun.take() {
                Some(permit) => permit,
                None => self.permit(priority, abort.as_ref(), refusals.are_none()).await?,
            };
            let outcome = self.once(permit, priority, abort.as_ref(), call()).await;
            let is_refused = outcome.as_ref().is_ok_and(|reply| reply.refusal().is_some());
            if is_refused && next_call::is_repeated(refusals.add(now_ms()), priority) {
                continue;
            }
            return outcome;
        }
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
