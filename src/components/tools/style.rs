//! The look of what comes later comes with it: the page's own sheet holds up the first rows.
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

const LATER: &str = include_str!("../../../style/later.css");
const SHEETS: &str = "adoptedStyleSheets";

thread_local! {
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(|it| it.replace_sync(LATER).is_ok());
}

/// Adds the style to the document, once. The polyfill of popovers has added a sheet of its own.
pub(super) fn adopt() {
    let document = JsValue::from(document());
    let Ok(adopted) = js_sys::Reflect::get(&document, &SHEETS.into()) else { return };
    let adopted = js_sys::Array::from(&adopted);
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet
            && !adopted.includes(sheet, 0)
        {
            adopted.push(sheet);
            let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &adopted);
        }
    });
}
