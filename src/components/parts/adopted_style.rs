//! Styles that come with a later part of the program: the page's own sheet holds up the first rows.
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

const SHEETS: &str = "adoptedStyleSheets";

thread_local! {
    static SYSTEM_COLOURS: Option<CssStyleSheet> = sheet(include_str!("../../../style/system-colours.css"));
}

/// A sheet with this text; `None` where the browser cannot make one.
pub(crate) fn sheet(text: &str) -> Option<CssStyleSheet> {
    CssStyleSheet::new().ok().filter(|it| it.replace_sync(text).is_ok())
}

/// Adds a sheet to the document, once. The polyfill of popovers has added one of its own.
pub(crate) fn adopt(sheet: &Option<CssStyleSheet>) {
    let Some(sheet) = sheet else { return };
    let document = JsValue::from(document());
    let Ok(adopted) = js_sys::Reflect::get(&document, &SHEETS.into()) else { return };
    let adopted = js_sys::Array::from(&adopted);
    if !adopted.includes(sheet, 0) {
        adopted.push(sheet);
        let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &adopted);
    }
}

/// Adds what counts where the system gives the colours.
pub(crate) fn adopt_system_colours() {
    SYSTEM_COLOURS.with(adopt);
}
