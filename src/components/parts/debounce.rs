use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// A word rests when nothing was typed for this long; then it costs one call.
const REST: Duration = Duration::from_millis(350);

/// Gathers typing: what was put off runs once the word rests.
#[derive(Clone, Copy)]
pub(crate) struct Rest(StoredValue<Option<TimeoutHandle>>);

impl Rest {
    /// Nothing is put off; what is when the component goes away is forgotten.
    pub fn new() -> Self {
        let rest = Self(StoredValue::new(None));
        on_cleanup(move || rest.stop());
        rest
    }

    /// Puts off, and forgets what was put off before.
    pub fn after(self, run: impl FnOnce() + 'static) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(run, REST).ok());
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
