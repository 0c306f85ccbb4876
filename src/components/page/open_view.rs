//! Views as places: the keys that open them, and the name of the page while one is open.
use crate::i18n::Words;
use crate::query::{Change, Tab};
use crate::state::{BuiltIns, Question, SessionState, Views};
use crate::view_model::{BuiltIn, page_title, tab_name};
use leptos::{ev, prelude::*};

/// Listens for `Alt+1` to `Alt+9`: those that are there for everybody come first, then the saved ones.
pub(crate) fn listen(question: Question, views: Views, built_ins: BuiltIns) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.shift_key();
        // By the key and not by its sign: with Alt a Mac types another one.
        let digit = event.code().strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok());
        let Some(at) = digit.filter(|_| is_alt).and_then(|digit| digit.checked_sub(1)) else { return };
        if document().query_selector("dialog[open]").ok().flatten().is_some() {
            return;
        }
        let query = untrack(|| match BuiltIn::ALL.get(at) {
            Some(view) => Some(built_ins.query(*view)),
            None => views.list().get(at - BuiltIn::ALL.len()).map(|entry| entry.view.opened()),
        });
        if let Some(query) = query {
            event.prevent_default();
            question.change(Change::Open(Box::new(query)));
        }
    });
    on_cleanup(move || listener.remove());
}

/// Lets the browser call the page by the view that is open, else by whose customers they are.
pub(crate) fn name_page(
    session: SessionState,
    views: Views,
    built_ins: BuiltIns,
    tab: Memo<Tab>,
    words: &'static Words,
) {
    let view = Memo::new(move |_| {
        // Who comes next need not know what the views of the one before are called.
        if session.over().with(Option::is_some) {
            return None;
        }
        let saved = views.current().map(|entry| entry.view.name);
        let own = built_ins.open().get().map(|view| view.name(words).to_owned());
        let tab = Some(tab.get()).filter(|tab| *tab != Tab::All).map(|tab| tab_name(tab, words).to_owned());
        saved.or(own).or(tab)
    });
    Effect::new(move |_| view.with(|view| document().set_title(&page_title(view.as_deref(), words))));
    on_cleanup(move || document().set_title(&page_title(None, words)));
}
