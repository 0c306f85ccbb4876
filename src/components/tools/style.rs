//! The look of what comes later comes with it: the page's own sheet holds up the first rows.
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

const LATER: &str = include_str!("../../../style/later.css");
const SHEETS: &str = "adoptedStyleSheets";

thread_local! {
    static IS_WORN: Cell<bool> = const { Cell::new(false) };
}

/// Lays the style over the page, once. The polyfill of popovers has laid a sheet of its own there.
pub(super) fn wear() {
    if IS_WORN.replace(true) {
        return;
    }
    let document = JsValue::from(document());
    let Ok(worn) = js_sys::Reflect::get(&document, &SHEETS.into()) else { return };
    let worn = js_sys::Array::from(&worn);
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(LATER).is_ok()
    {
        worn.push(&sheet);
        let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &worn);
    }
}
