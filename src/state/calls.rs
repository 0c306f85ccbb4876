//! Every call of the page goes through here: it waits for its turn in the budget that all tabs
//! share, is given up after a while, and is not even begun without a network.
mod locks;

use super::clock::now_ms;
use super::storage;
use crate::api::budget::{Budget, Millis, PATIENCE, Priority, Queue, Turn, WINDOW};
use crate::api::transport::{Client, Failure, Reply};
use crate::api::{Login, Request, early, read_login};
use crate::model::Problem;
use js_sys::{Function, Promise};
use kehu_json::Json;
use leptos::{ev, prelude::*};
use locks::Held;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// Where the tabs tell each other which calls they made: times and numbers.
const KEY: &str = "kehu.calls";
/// How long another tab's note of a call may be on its way.
const NOTE_DELAY: Millis = 100;

/// The calls of this page.
#[derive(Clone, Copy)]
pub struct Calls {
    client: StoredValue<Client>,
    budget: StoredValue<Budget>,
    queue: StoredValue<Queue>,
    /// The calls on their way.
    flying: StoredValue<Vec<usize>>,
    /// Those who want to look at the budget again as soon as it changes.
    sleepers: StoredValue<Vec<Function>, LocalStorage>,
    meter: RwSignal<Meter>,
    is_first: StoredValue<bool>,
}

/// How the calls stand, for the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meter {
    /// Calls of the last ten seconds, those of the other tabs of this browser too.
    pub used: usize,
    /// How many the company has in ten seconds; 0 is no limit.
    pub limit: usize,
    /// How many wait.
    pub waiting: usize,
    /// When the call goes on for which the user waits.
    pub until: Option<Millis>,
}

impl Calls {
    /// Calls to the endpoint of this configuration, so many in ten seconds; 0 is no limit.
    pub(super) fn new(client: Client, limit: u32) -> Self {
        let calls = Self {
            client: StoredValue::new(client),
            budget: StoredValue::new(Budget::new(limit)),
            queue: StoredValue::new(Queue::default()),
            flying: StoredValue::new(Vec::new()),
            sleepers: StoredValue::new_local(Vec::new()),
            meter: RwSignal::new(Meter { limit: limit as usize, ..Meter::default() }),
            is_first: StoredValue::new(true),
        };
        if limit > 0 {
            calls.show();
            window_event_listener(ev::storage, move |event| {
                if event.key().as_deref() == Some(KEY) {
                    calls.show();
                    calls.wake();
                }
            });
            // Nobody will be left to say that these calls ended.
            window_event_listener(ev::pagehide, move |_| {
                for place in calls.flying.get_value() {
                    calls.change(|budget| budget.settle(place, now_ms()));
                }
            });
        }
        calls
    }

    /// How the calls stand.
    pub fn meter(self) -> Signal<Meter> {
        self.meter.into()
    }

    /// Whether a call of this priority could begin at once.
    pub(super) fn is_free(self, priority: Priority) -> bool {
        self.read();
        self.queue.with_value(Queue::is_empty)
            && self.budget.with_value(|budget| matches!(budget.turn(now_ms(), priority), Turn::Now(_)))
    }

    /// Asks the endpoint when it is this call's turn.
    ///
    /// # Errors
    /// What the network or the endpoint says; [`Failure::Aborted`] when the call was given up.
    pub(super) async fn get<T>(
        self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<AbortController>,
        read: impl FnOnce(Json<'_>) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        let client = self.client.get_value();
        let abort = abort.or_else(|| AbortController::new().ok());
        let signal = abort.as_ref().map(AbortController::signal);
        // It began before this program, and took a place then; if it is another one, it ends now.
        let begun = self.early_permit().filter(|_| client.is_early(request, token));
        let call = Box::pin(client.get(request, token, signal.as_ref()));
        let reply = self.when_free(priority, abort, begun, call).await?;
        self.read_reply(&reply, read)
    }

    /// Trades login and password for a token.
    ///
    /// # Errors
    /// As [`Calls::get`].
    pub(super) async fn login(self, login: &str, password: &str) -> Result<Login, Failure> {
        let client = self.client.get_value();
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let call = Box::pin(client.login(login, password, signal.as_ref()));
        let reply = self.when_free(Priority::Asked, abort, None, call).await?;
        self.read_reply(&reply, read_login)
    }

    fn read_reply<T>(
        self,
        reply: &Reply,
        read: impl FnOnce(Json<'_>) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        let outcome = reply.read(read);
        if let Err(Problem::TooManyCalls { retry_after, .. }) = &outcome {
            self.change(|budget| budget.refuse(now_ms(), *retry_after));
        }
        outcome.map_err(Failure::Problem)
    }

    /// Gives up a call, wherever it is.
    pub(super) fn give_up(self, call: &AbortController) {
        call.abort();
        self.wake();
    }

    async fn when_free(
        self,
        priority: Priority,
        abort: Option<AbortController>,
        begun: Option<Permit>,
        call: Pin<Box<dyn Future<Output = Result<Reply, Failure>> + '_>>,
    ) -> Result<Reply, Failure> {
        if is_offline() {
            return Err(Failure::Problem(Problem::Unreachable { is_offline: true }));
        }
        let _permit = match begun {
            Some(permit) => Some(permit),
            None => self.permit(priority, abort.as_ref()).await?,
        };
        let is_late = Rc::new(Cell::new(false));
        let timer = abort.and_then(|abort| {
            let is_late = is_late.clone();
            let give_up = move || {
                is_late.set(true);
                abort.abort();
            };
            set_timeout_with_handle(give_up, Duration::from_millis(PATIENCE as u64)).ok()
        });
        let outcome = call.await;
        if let Some(timer) = timer {
            timer.clear();
        }
        match outcome {
            Err(Failure::Aborted) if is_late.get() => Err(Failure::Problem(Problem::TimedOut)),
            outcome => outcome,
        }
    }

    /// The place of the call that began before this program; told once.
    fn early_permit(self) -> Option<Permit> {
        if self.is_first.get_value() {
            self.is_first.set_value(false);
            let (place, release) = early::claim()?;
            self.flying.update_value(|flying| flying.push(place));
            self.show();
            return Some(Permit { calls: self, place, held: Held::by(release) });
        }
        None
    }

    /// Waits for the turn of a call.
    async fn permit(
        self,
        priority: Priority,
        abort: Option<&AbortController>,
    ) -> Result<Option<Permit>, Failure> {
        let has_limit = self.budget.with_value(|budget| budget.limit() > 0);
        let waiting = Waiting::join(self, priority);
        loop {
            if abort.is_some_and(|abort| abort.signal().aborted()) {
                return Err(Failure::Aborted);
            }
            self.read();
            let now = now_ms();
            let turn = self.budget.with_value(|budget| budget.turn(now, priority));
            let is_first = self.queue.with_value(|queue| queue.is_first(waiting.number));
            let until = match turn {
                Turn::Now(_) if is_first && !has_limit => return Ok(None),
                Turn::Now(place) if is_first => match locks::hold(place).await {
                    Some(held) => {
                        // A tab that is gone holds no lock, but its call counts.
                        self.read();
                        let is_still_free = self
                            .budget
                            .with_value(|budget| budget.turn(now_ms(), priority) == Turn::Now(place));
                        let is_wanted = abort.is_none_or(|abort| !abort.signal().aborted());
                        if is_still_free && is_wanted {
                            self.flying.update_value(|flying| flying.push(place));
                            self.change(|budget| budget.take(place, now_ms()));
                            return Ok(Some(Permit { calls: self, place, held }));
                        }
                        held.release();
                        continue;
                    }
                    // Another tab was quicker, and its note is on its way.
                    None => Some(now + NOTE_DELAY),
                },
                Turn::Now(_) => None,
                Turn::At(at) => Some(at),
            };
            if priority == Priority::Asked {
                self.show_wait(until.or(Some(now)));
            }
            self.sleep(until).await;
        }
    }

    /// Until a time or until something changes, whichever is sooner.
    async fn sleep(self, until: Option<Millis>) {
        let promise = Promise::new(&mut |resolve, _| {
            if let Some(until) = until {
                let resolve = resolve.clone();
                let wake = move || {
                    let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
                };
                set_timeout(wake, Duration::from_millis((until - now_ms()).max(1) as u64 + 1));
            }
            self.sleepers.try_update_value(|sleepers| sleepers.push(resolve));
        });
        let _ = JsFuture::from(promise).await;
    }

    fn wake(self) {
        for sleeper in self.sleepers.try_update_value(std::mem::take).unwrap_or_default() {
            let _ = sleeper.call0(&wasm_bindgen::JsValue::NULL);
        }
    }

    /// Takes over what the other tabs wrote.
    fn read(self) {
        if self.budget.with_value(|budget| budget.limit() > 0)
            && let Some(text) = storage::read_text(storage::local(), KEY)
        {
            self.budget.update_value(|budget| budget.read(&text));
        }
    }

    fn change(self, change: impl FnOnce(&mut Budget)) {
        self.read();
        let _ = self.budget.try_update_value(change);
        if let Some(text) = self.budget.try_with_value(|budget| (budget.limit() > 0).then(|| budget.write()))
        {
            if let Some(text) = text {
                storage::write_text(storage::local(), KEY, &text);
            }
            self.show();
        }
    }

    /// Brings the meter up to date, now and when the next call no longer counts.
    fn show(self) {
        self.read();
        let now = now_ms();
        let waiting = self.queue.with_value(Queue::len);
        let used = self.budget.with_value(|budget| budget.used(now));
        self.meter.maybe_update(|meter| {
            let next = Meter { used, waiting, ..*meter };
            let is_new = *meter != next;
            *meter = next;
            is_new
        });
        if let Some(at) = self.budget.with_value(|budget| budget.next_change(now)) {
            let again = move || {
                if self.budget.try_with_value(|_| ()).is_some() {
                    self.show();
                }
            };
            set_timeout(again, Duration::from_millis((at - now) as u64 + 20));
        }
    }

    fn show_wait(self, until: Option<Millis>) {
        self.meter.maybe_update(|meter| {
            let is_new = meter.until != until;
            meter.until = until;
            is_new
        });
    }
}

/// A call that waits for its turn; who drops it leaves the queue.
struct Waiting {
    calls: Calls,
    number: u32,
    priority: Priority,
}

impl Waiting {
    fn join(calls: Calls, priority: Priority) -> Self {
        let number = calls.queue.try_update_value(|queue| queue.join(priority)).unwrap_or_default();
        Self { calls, number, priority }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let calls = self.calls;
        let is_others = calls.queue.try_update_value(|queue| {
            queue.leave(self.number);
            !queue.is_empty()
        });
        let is_shown = calls.meter.try_with_untracked(|meter| (meter.waiting > 0, meter.until.is_some()));
        if is_shown.is_some_and(|(_, is_told)| is_told) && self.priority == Priority::Asked {
            // Another one that the user waits for says so itself when it wakes.
            calls.show_wait(None);
        }
        if is_shown.is_some_and(|(is_counted, _)| is_counted) {
            calls.show();
        }
        if is_others == Some(true) {
            calls.wake();
        }
    }
}

/// The right to make one call. It is over when the call is, with an answer or without.
struct Permit {
    calls: Calls,
    place: usize,
    held: Held,
}

impl Drop for Permit {
    fn drop(&mut self) {
        let (calls, place) = (self.calls, self.place);
        calls.flying.try_update_value(|flying| {
            if let Some(at) = flying.iter().position(|it| *it == place) {
                flying.swap_remove(at);
            }
        });
        calls.change(|budget| budget.settle(place, now_ms()));
        let held = self.held.clone();
        set_timeout(move || held.release(), Duration::from_millis(WINDOW as u64));
    }
}

/// Whether the browser is sure that there is no network.
pub(super) fn is_offline() -> bool {
    !window().navigator().on_line()
}
