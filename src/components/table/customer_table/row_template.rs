use super::frame::Frame;
use crate::i18n::RowWords;
use crate::view_model::{ColumnKind, Slot};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// A row with everything that all rows share; an empty text waits in each cell.
pub(super) fn row_template(frame: &Frame, words: &RowWords) -> Result<Element, JsValue> {
    let document = document();
    let row = document.create_element("tr")?;
    row.set_attribute("data-testid", "row")?;
    row.set_attribute("aria-selected", "false")?;
    // Where a row of one's own is marked.
    let edge = frame.pinned_at.iter().position(Option::is_some);
    for slot in &frame.slots {
        let Slot::Column(at) = *slot else {
            let gap: Node = gap(slot)?.into();
            row.append_child(&gap)?;
            continue;
        };
        let column = &frame.columns[at];
        let is_head = column.kind == ColumnKind::Name;
        let cell: HtmlElement = document.create_element(if is_head { "th" } else { "td" })?.unchecked_into();
        if is_head {
            cell.set_attribute("scope", "row")?;
        }
        cell.set_attribute("data-column", column.id.as_str())?;
        cell.set_attribute("aria-colindex", &(at + 1).to_string())?;
        cell.set_attribute("tabindex", "-1")?;
        let has_check = frame.check_at == at;
        if let Some(left) = frame.pinned_at[at] {
            cell.set_class_name("pinned");
            cell.style().set_property("left", &format!("{left}px"))?;
        }
        if edge.unwrap_or_default() == at {
            cell.class_list().add_1("row__edge")?;
        }
        let text = document.create_text_node("");
        if frame.rhythm.wraps {
            let lines = document.create_element("span")?;
            lines.set_class_name("cell__lines");
            lines.append_child(&text)?;
            cell.append_child(&lines)?;
        } else {
            cell.append_child(&text)?;
        }
        if has_check {
            cell.class_list().add_1("cell--check")?;
            let check: Node = check(words)?.into();
            cell.append_child(&check)?;
        }
        row.append_child(&cell)?;
    }
    Ok(row)
}

/// The box that selects a row. The keyboard selects without it.
fn check(words: &RowWords) -> Result<Element, JsValue> {
    let check = document().create_element("input")?;
    for (name, value) in
        [("type", "checkbox"), ("class", "row__check"), ("tabindex", "-1"), ("aria-label", words.select_row)]
    {
        check.set_attribute(name, value)?;
    }
    Ok(check)
}

/// A cell that stands for columns that are not drawn.
fn gap(slot: &Slot) -> Result<Element, JsValue> {
    let cell = document().create_element("td")?;
    if let Slot::Gap(count) = slot {
        cell.set_attribute("colspan", &count.to_string())?;
    }
    cell.set_attribute("aria-hidden", "true")?;
    Ok(cell)
}
