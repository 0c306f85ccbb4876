use crate::query::{Change, ListQuery, fragment};
use leptos::prelude::*;

/// The question, kept as the address bar's fragment, so that back, forward, reload and a pasted
/// link all give the same view.
#[derive(Clone, Copy)]
pub struct Navigation {
    query: RwSignal<ListQuery>,
}

impl Navigation {
    /// Reads the fragment, and again whenever it changes under our hands: back, forward, a link.
    pub(super) fn read() -> Self {
        let query = RwSignal::new(present());
        let follow = move || {
            let found = present();
            if query.with_untracked(|known| *known != found) {
                query.set(found);
            }
        };
        window_event_listener(leptos::ev::hashchange, move |_| follow());
        window_event_listener(leptos::ev::popstate, move |_| follow());
        Self { query }
    }

    /// The question.
    pub fn query(self) -> Signal<ListQuery> {
        self.query.into()
    }

    /// The saved view that was opened last.
    pub fn view(self) -> Signal<Option<String>> {
        Signal::derive(move || self.query.with(|query| query.view.clone()))
    }

    /// Makes a change as a new step of the browser's history.
    pub fn go(self, change: Change) {
        self.set(change, false);
    }

    /// Makes a change in place of the present step, as one word that is typed further.
    pub fn replace(self, change: Change) {
        self.set(change, true);
    }

    /// The address of the list after a change, for a link.
    pub fn href(self, change: Change) -> String {
        self.query.with(|query| fragment::write(&query.apply(change)))
    }

    fn set(self, change: Change, in_place: bool) {
        let next = self.query.with_untracked(|query| query.apply(change));
        if self.query.with_untracked(|query| *query == next) {
            return;
        }
        let address = fragment::write(&next);
        let null = wasm_bindgen::JsValue::NULL;
        if let Ok(history) = window().history() {
            // A browser that forbids it (too many steps a second) still shows the right list.
            let _ = if in_place {
                history.replace_state_with_url(&null, "", Some(&address))
            } else {
                history.push_state_with_url(&null, "", Some(&address))
            };
        }
        self.query.set(next);
    }
}

fn present() -> ListQuery {
    let (query, ignored) = fragment::read(&window().location().hash().unwrap_or_default());
    if !ignored.is_empty() {
        leptos::logging::warn!("left out of the address: {}", ignored.len());
    }
    query
}
