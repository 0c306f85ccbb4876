//! The look of what comes later comes with it: the page's own sheet holds up the first rows.
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

const LATER: &str = include_str!("../../../style/later.css");
const SHEETS: &str = "adoptedStyleSheets";

/// Lays the style over the page, once.
pub(super) fn wear() {
    let document = JsValue::from(document());
    let Ok(worn) = js_sys::Reflect::get(&document, &SHEETS.into()) else { return };
    let worn = js_sys::Array::from(&worn);
    if worn.length() > 0 {
        return;
    }
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(LATER).is_ok()
    {
        worn.push(&sheet);
        let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &worn);
    }
}
