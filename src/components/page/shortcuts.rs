use crate::state::{Customers, PrivacyBlur, Settings, Toast, Tool, Tools, UndoView, is_typing};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// Listens for the keys that work anywhere: `/` goes to the search, `r` asks for newer rows, `b` blurs
/// the customers, `?` shows all keys. They can be switched off, and what is typed into a field is never taken for a key.
pub(crate) fn listen(settings: Settings, customers: Customers, blur: PrivacyBlur, keys_open: RwSignal<bool>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing();
        let is_free = !is_typing() && document().query_selector("dialog[open]").ok().flatten().is_none();
        if !is_plain || !is_free || !settings.single_keys.get_untracked() {
            return;
        }
        match event.key().as_str() {
            "/" => focus_search(),
            "r" => customers.refresh(true),
            "b" => blur.toggle(),
            "?" => keys_open.set(true),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// Listens for Ctrl or ⌘ with Z, and with Shift too: what was done to the list is undone, and done again. In
/// a field the browser undoes what was typed.
pub(crate) fn listen_to_undo(undo: UndoView, toast: Toast, settings: Settings) {
    let words = settings.words();
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_key = event.key().eq_ignore_ascii_case("z")
            && (event.ctrl_key() || event.meta_key())
            && !event.alt_key()
            && !event.is_composing();
        let is_free = || !is_typing() && document().query_selector("dialog[open]").ok().flatten().is_none();
        if !is_key || !is_free() {
            return;
        }
        event.prevent_default();
        undo.step_and_say(!event.shift_key(), toast, words);
    });
    on_cleanup(move || listener.remove());
}

/// Listens for Ctrl or ⌘ with K, which opens the palette wherever the focus is.
pub(crate) fn listen_to_palette(tools: Tools) {
    let is_open = tools.is_open(Tool::Palette);
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_key = event.key().eq_ignore_ascii_case("k")
            && (event.ctrl_key() || event.meta_key())
            && !(event.alt_key() || event.shift_key() || event.is_composing());
        if !is_key {
            return;
        }
        event.prevent_default();
        if is_open.get_untracked() {
            tools.close();
        } else if document().query_selector("dialog[open]").ok().flatten().is_none() {
            tools.open(Tool::Palette);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Goes to the field for the search.
pub(crate) fn focus_search() {
    let field = document().query_selector("[data-testid=query]").ok().flatten();
    if let Some(field) = field.and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}
