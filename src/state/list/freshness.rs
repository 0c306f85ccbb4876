use crate::api::rate_limiter::Millis;
use crate::model::{MAX_AGE, Problem, RENEW_AGE};
use crate::state::browser::clock::{Today, now_ms};
use crate::state::browser::idle::is_typing;
use crate::state::{Calls, Customers, LoadState, Settings};
use leptos::{ev, prelude::*};
use std::time::Duration;
use web_sys::VisibilityState;

/// How often the age of the rows is looked at.
const TICK: Duration = Duration::from_secs(10);

/// Nobody has touched the page for so long: nobody looks at it, though it is in sight.
const UNATTENDED: Millis = 300_000;

/// How old the rows are, and what is done about it.
#[derive(Clone, Copy)]
pub struct Freshness {
    minutes: RwSignal<u32>,
    is_online: RwSignal<bool>,
}

impl Freshness {
    /// Looks at the age while the page is seen: old rows are asked for again when the user comes
    /// back to them and, where the user wants it, each minute while the page is in use.
    pub(crate) fn watch(customers: Customers, calls: Calls, settings: Settings, today: Today) -> Self {
        let this = Self { minutes: RwSignal::new(0), is_online: calls.is_online() };
        let update_age = move || {
            let minutes = (customers.age().unwrap_or_default() / 60_000) as u32;
            this.minutes.maybe_update(|known| std::mem::replace(known, minutes) != minutes);
        };
        let is_older = move |than: Millis| customers.age().is_some_and(|age| age >= than);
        let touched = StoredValue::new(now_ms());
        for event in ["pointermove", "pointerdown", "keydown", "wheel"] {
            window_event_listener_untyped(event, move |_| touched.set_value(now_ms()));
        }
        Effect::new(move |_| {
            customers.state().track();
            untrack(update_age);
        });
        let tick = move || {
            if is_seen() {
                today.update();
                update_age();
                if settings.auto_refresh.get_untracked()
                    && is_older(MAX_AGE)
                    && is_attended(now_ms() - touched.get_value())
                    && !is_busy_typing()
                {
                    customers.refresh(false);
                }
            }
        };
        // It runs as long as the page does.
        let _ = set_interval_with_handle(tick, TICK);
        let came_back = move || {
            if is_seen() {
                today.update();
                update_age();
                if is_older(RENEW_AGE) {
                    customers.refresh(false);
                }
            }
        };
        let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(came_back);
        let _ = document().add_event_listener_with_callback(
            "visibilitychange",
            wasm_bindgen::JsCast::unchecked_ref(listener.as_ref()),
        );
        listener.forget();
        window_event_listener(ev::offline, move |_| this.is_online.set(false));
        window_event_listener(ev::online, move |_| {
            this.is_online.set(true);
            // The last question waited for this.
            let waits = customers
                .state()
                .with_untracked(|state| matches!(state, LoadState::Failed(Problem::Unreachable { .. }, _)));
            if waits {
                customers.ask_again();
            }
        });
        this
    }

    /// The age of the rows in whole minutes.
    pub fn minutes(self) -> Signal<u32> {
        self.minutes.into()
    }

    /// Whether there may be a network: what the browser says, until an answer comes all the same.
    pub fn is_online(self) -> Signal<bool> {
        self.is_online.into()
    }
}

/// Whether somebody who touched the page so long ago still looks at it. A clock that was set back tells nothing.
fn is_attended(untouched: Millis) -> bool {
    untouched < UNATTENDED
}

fn is_seen() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Whether other rows would come in between: somebody types, or reads what is open over the list.
fn is_busy_typing() -> bool {
    is_typing() || document().query_selector("dialog[open], :popover-open").ok().flatten().is_some()
}
