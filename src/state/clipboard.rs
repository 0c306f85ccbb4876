use crate::view_model::{Copied, TEXT_CELL};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardItem};

/// Puts a copy on the clipboard, after a click. `false` where the browser does not allow it, as on a
/// page without HTTPS; the copy key works there too.
pub async fn write_clipboard(copied: Copied) -> bool {
    let navigator = window().navigator();
    // The property is absent on pages without HTTPS.
    let Ok(clipboard) = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")) else {
        return false;
    };
    let Ok(clipboard) = clipboard.dyn_into::<Clipboard>() else { return false };
    // What is written this way is read by the page's own policy first, which allows no style in markup:
    // the same is said by an attribute.
    let html = copied.html.replace(TEXT_CELL, " x:str");
    let forms = js_sys::Object::new();
    for (name, value) in [("text/plain", &copied.text), ("text/html", &html)] {
        let _ = js_sys::Reflect::set(&forms, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let written = match ClipboardItem::new_with_record_from_str_to_str_promise(&forms) {
        Ok(item) => clipboard.write(&js_sys::Array::of1(&item)),
        Err(_) => clipboard.write_text(&copied.text),
    };
    JsFuture::from(written).await.is_ok()
}
