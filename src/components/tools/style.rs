//! The look of what comes later comes with it.
use crate::components::parts::adopted_style::{adopt as adopt_sheet, sheet};
use web_sys::CssStyleSheet;

thread_local! {
    static SHEET: Option<CssStyleSheet> = sheet(include_str!("../../../style/later.css"));
}

/// Adds the style to the document, once.
pub(super) fn adopt() {
    SHEET.with(adopt_sheet);
}
