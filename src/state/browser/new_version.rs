use crate::state::browser::idle::when_idle;
use leptos::prelude::*;

/// What `start/worker.js` says when a newer version lies beside this one, on the root element and
/// as an event of the window.
const ATTRIBUTE: &str = "data-new-version";
const EVENT: &str = "kehu-new-version";
/// What it waits for, so that keeping the page's files takes nothing from the first rows.
const SETTLED: &str = "kehu-settled";

/// Whether a newer version of the page can be used. Nobody is made to: it is used by itself at the
/// next start.
#[derive(Clone, Copy)]
pub struct NewVersion {
    is_ready: RwSignal<bool>,
    is_settled: StoredValue<bool>,
}

impl NewVersion {
    /// Listens for a newer version.
    pub(crate) fn watch() -> Self {
        let is_here = || {
            let root = document().document_element();
            root.is_some_and(|root| root.has_attribute(ATTRIBUTE))
        };
        let is_ready = RwSignal::new(is_here());
        window_event_listener_untyped(EVENT, move |_| is_ready.set(true));
        Self { is_ready, is_settled: StoredValue::new(false) }
    }

    /// Says, once, that the page has shown what it was opened for.
    pub fn settle(self) {
        if self.is_settled.get_value() {
            return;
        }
        self.is_settled.set_value(true);
        when_idle(|| {
            if let Ok(event) = web_sys::Event::new(SETTLED) {
                let _ = window().dispatch_event(&event);
            }
        });
    }

    /// Whether there is one, and it was not put aside.
    pub fn is_ready(self) -> bool {
        self.is_ready.get()
    }

    /// Puts the notice aside.
    pub fn put_aside(self) {
        self.is_ready.set(false);
    }
}
