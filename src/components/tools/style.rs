//! The look of what comes later comes with it: the page's own sheet holds up the first rows.
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

const LATER: &str = include_str!("../../../style/later.css");
const SHEETS: &str = "adoptedStyleSheets";

thread_local! {
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(|it| it.replace_sync(LATER).is_ok());
}

/// Lays the style over the page, unless it lies there. The polyfill of popovers has laid a sheet of its own
/// there.
pub(super) fn wear() {
    let document = JsValue::from(document());
    let Ok(worn) = js_sys::Reflect::get(&document, &SHEETS.into()) else { return };
    let worn = js_sys::Array::from(&worn);
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet
            && !worn.includes(sheet, 0)
        {
            worn.push(sheet);
            let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &worn);
        }
    });
}
