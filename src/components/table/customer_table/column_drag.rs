//! Changing columns by hand: an edge is dragged to another width, a header to another place. While a
//! hand moves, only one style changes; the layout changes once, when it lets go.
use super::frame::Frame;
use crate::layout::{LayoutChange, MAX_WIDTH, MIN_WIDTH};
use crate::model::ColumnId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// An edge that is being dragged.
pub(super) struct Resize {
    column: usize,
    start_x: i32,
    start_width: i32,
    table: HtmlElement,
    table_width: i32,
    col: HtmlElement,
}

impl Resize {
    /// Takes hold of the edge of a header cell at `x`.
    pub fn start(cell: &HtmlElement, column: usize, x: i32) -> Option<Self> {
        let table: HtmlElement = cell.closest("table").ok()??.dyn_into().ok()?;
        let col = table.query_selector("colgroup").ok()??.children().item(column as u32)?.dyn_into().ok()?;
        let table_width = table.offset_width();
        Some(Self { column, start_x: x, start_width: cell.offset_width(), table, table_width, col })
    }

    /// The hand is at `x`.
    pub fn drag(&self, x: i32) {
        let width = self.width(x);
        let _ = self.col.style().set_property("width", &format!("{width}px"));
        let whole = self.table_width + width as i32 - self.start_width;
        let _ = self.table.style().set_property("width", &format!("{whole}px"));
    }

    /// The hand lets go at `x`.
    pub fn end(self, x: i32, frame: &Frame) -> Option<LayoutChange> {
        let column = frame.columns.get(self.column)?;
        (x != self.start_x).then(|| LayoutChange::Width(column.id.clone(), self.width(x)))
    }

    fn width(&self, x: i32) -> u32 {
        let width = u32::try_from(self.start_width + x - self.start_x).unwrap_or(MIN_WIDTH);
        width.clamp(MIN_WIDTH, MAX_WIDTH)
    }
}

/// The width at which everything drawn of a column is whole, in pixels. The cells' content is
/// measured in copies, since in the table it is cut off.
pub(super) fn fitting_width(scroller: &Element, column: usize) -> Option<u32> {
    let document = scroller.owner_document()?;
    let rule = document.create_element("div").ok()?;
    rule.set_class_name("table__rule");
    let cells = scroller.query_selector_all(&format!("tr > [aria-colindex=\"{}\"]", column + 1)).ok()?;
    for at in 0..cells.length() {
        let copy = cells.get(at)?.clone_node_with_deep(true).ok()?;
        let line = document.create_element("div").ok()?;
        while let Some(child) = copy.first_child() {
            line.append_child(&child).ok()?;
        }
        rule.append_child(&line).ok()?;
    }
    scroller.append_child(&rule).ok()?;
    let content = rule.dyn_ref::<HtmlElement>().map_or(0, HtmlElement::offset_width);
    rule.remove();
    let is_check = cells.get(0).is_some_and(|cell| {
        cell.dyn_ref::<Element>().is_some_and(|cell| cell.class_list().contains("cell--check"))
    });
    let padding = if is_check { 48 } else { 20 };
    u32::try_from(content + padding).ok()
}

/// Where a dragged header would fall: before the column over whose left half it is, else after it.
/// Gives the column that it then stands before, and the line's place in pixels from the left.
pub(super) fn drop_place(frame: &Frame, column: usize, is_left_half: bool) -> (Option<ColumnId>, u32) {
    let (left, width) = frame.extent(column);
    let before = if is_left_half { column } else { column + 1 };
    (frame.columns.get(before).map(|it| it.id.clone()), if is_left_half { left } else { left + width })
}

/// The change that puts a column one place further right or left among those shown.
pub(super) fn shifted(frame: &Frame, column: usize, is_right: bool) -> Option<LayoutChange> {
    let id = frame.columns.get(column)?.id.clone();
    let before = if is_right {
        frame.columns.get(column + 1)?;
        frame.columns.get(column + 2).map(|it| it.id.clone())
    } else {
        Some(frame.columns.get(column.checked_sub(1)?)?.id.clone())
    };
    Some(LayoutChange::Move { column: id, before })
}
