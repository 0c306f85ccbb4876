use crate::view_model::{Copied, TEXT_CELL};
use leptos::prelude::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, ClipboardItem, HtmlElement, HtmlInputElement};

/// Puts a copy on the clipboard, after a click or a key, and tells whether it is there.
///
/// A page without HTTPS has no clipboard to write to, and a browser may refuse: then the command for
/// copying is given in its place, as the menu of the browser would.
pub fn write_clipboard(copied: Copied, settled: impl FnOnce(bool) + 'static) {
    match begin(&copied) {
        Some(written) => leptos::task::spawn_local(async move {
            let is_written = JsFuture::from(written).await.is_ok();
            settled(is_written || write_by_command(&copied));
        }),
        // At once: some browsers only allow it while the click lasts.
        None => settled(write_by_command(&copied)),
    }
}

fn begin(copied: &Copied) -> Option<js_sys::Promise> {
    let navigator = window().navigator();
    // The property is absent on pages without HTTPS.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let clipboard = clipboard.dyn_into::<Clipboard>().ok()?;
    // What is written this way is read by the page's own policy first, which allows no style in markup:
    // the same is said by an attribute.
    let html = copied.html.replace(TEXT_CELL, " x:str");
    let forms = js_sys::Object::new();
    for (name, value) in [("text/plain", &copied.text), ("text/html", &html)] {
        let _ = js_sys::Reflect::set(&forms, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Some(match ClipboardItem::new_with_record_from_str_to_str_promise(&forms) {
        Ok(item) => clipboard.write(&js_sys::Array::of1(&item)),
        Err(_) => clipboard.write_text(&copied.text),
    })
}

/// Gives the command for copying and answers it with both forms.
fn write_by_command(copied: &Copied) -> bool {
    let is_taken = Rc::new(Cell::new(false));
    let answer = {
        let (is_taken, copied) = (is_taken.clone(), copied.clone());
        Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            event.stop_immediate_propagation();
            if let Some(data) = event.clipboard_data() {
                event.prevent_default();
                let is_set = data.set_data("text/plain", &copied.text).is_ok();
                let _ = data.set_data("text/html", &copied.html);
                is_taken.set(is_set);
            }
        })
    };
    let listener = answer.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool("copy", listener, true);
    let is_done = with_something_selected(|| {
        let document = JsValue::from(document());
        let command = js_sys::Reflect::get(&document, &JsValue::from_str("execCommand")).ok()?;
        let command = command.dyn_into::<js_sys::Function>().ok()?;
        command.call1(&document, &JsValue::from_str("copy")).ok()?.as_bool()
    });
    let _ = window().remove_event_listener_with_callback_and_bool("copy", listener, true);
    is_done == Some(true) && is_taken.get()
}

/// Runs while something is selected, without which browsers have nothing to copy; the focus is put back.
fn with_something_selected<T>(run: impl FnOnce() -> Option<T>) -> Option<T> {
    let document = document();
    let focused = document.active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let field: HtmlInputElement = document.create_element("input").ok()?.unchecked_into();
    field.set_value("-");
    field.set_read_only(true);
    field.set_class_name("unseen");
    field.set_tab_index(-1);
    // Beside an open dialog nothing can have the focus.
    let dialog = document.query_selector("dialog:modal").ok().flatten();
    let place = dialog.or_else(|| document.body().map(Into::into))?;
    place.append_child(&field).ok()?;
    field.select();
    let outcome = run();
    field.remove();
    if let Some(focused) = focused {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = focused.focus_with_options(&options);
    }
    outcome
}
