use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// A search is sent when nothing was typed for this long: it costs a call.
const DELAY: Duration = Duration::from_millis(350);

/// Debounces typing: what was put off runs when typing stops.
#[derive(Clone, Copy)]
pub(crate) struct Debounce(StoredValue<Option<TimeoutHandle>>);

impl Debounce {
    /// Nothing is put off; what is when the component goes away is forgotten.
    pub fn new() -> Self {
        let debounce = Self(StoredValue::new(None));
        on_cleanup(move || debounce.stop());
        debounce
    }

    /// Puts off, and forgets what was put off before.
    pub fn after(self, run: impl FnOnce() + 'static) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(run, DELAY).ok());
    }

    /// Forgets what was put off.
    pub fn stop(self) {
        if let Some(timer) = self.0.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Whether something is put off: somebody is typing.
    pub fn is_waiting(self) -> bool {
        self.0.with_value(Option::is_some)
    }
}
