use leptos::{ev, prelude::*};
use std::time::Duration;

/// How long nobody may touch the page before it blurs itself, in milliseconds.
const IDLE: f64 = 600_000.0;
const CHECK_EVERY: Duration = Duration::from_secs(15);

/// Blurs the customers for whoever looks over a shoulder or at a shared screen. A courtesy and no
/// protection: all of it stays in the page.
#[derive(Clone, Copy)]
pub struct PrivacyBlur {
    is_on: RwSignal<bool>,
}

impl PrivacyBlur {
    /// Comes by itself after ten minutes in which nobody touched the page.
    pub(crate) fn watch() -> Self {
        let blur = Self { is_on: RwSignal::new(false) };
        let touched = StoredValue::new(js_sys::Date::now());
        let touch = move || touched.set_value(js_sys::Date::now());
        window_event_listener(ev::pointermove, move |_| touch());
        window_event_listener(ev::pointerdown, move |_| touch());
        window_event_listener(ev::keydown, move |_| touch());
        window_event_listener(ev::wheel, move |_| touch());
        let check = move || {
            if js_sys::Date::now() - touched.get_value() >= IDLE {
                blur.set(true);
            }
        };
        let _ = set_interval_with_handle(check, CHECK_EVERY);
        blur
    }

    /// Whether it is on.
    pub fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// Puts it on or takes it off.
    pub fn set(self, is_on: bool) {
        self.is_on.maybe_update(|known| std::mem::replace(known, is_on) != is_on);
    }

    /// Puts it on, or takes it off if it is.
    pub fn toggle(self) {
        self.is_on.update(|is_on| *is_on = !*is_on);
    }
}
