//! The mouse and the finger in the table.
use super::column_drag::{Resize, drop_place, fitting_width};
use super::grid::place_of;
use super::group_rows::{PICK, RUN};
use super::keyboard::Table;
use crate::layout::LayoutChange;
use crate::model::ColumnId;
use crate::view_model::{ColumnKind, Pick};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What the hand holds.
#[derive(Clone, Copy)]
pub(super) struct Pointer {
    resize: StoredValue<Option<Resize>, LocalStorage>,
    /// The dragged column, and the one that it would then stand before.
    dragged: StoredValue<Option<(ColumnId, Option<ColumnId>)>, LocalStorage>,
    /// Whether the press of the hand has asked for a menu.
    has_menu: StoredValue<bool, LocalStorage>,
    /// Shows where a dragged header would fall.
    pub line: NodeRef<html::Div>,
}

impl Pointer {
    pub fn new() -> Self {
        Self {
            resize: StoredValue::new_local(None),
            dragged: StoredValue::new_local(None),
            has_menu: StoredValue::new_local(false),
            line: NodeRef::new(),
        }
    }

    /// The hand let go of a header, wherever that was.
    pub fn drag_ended(self) {
        self.dragged.set_value(None);
        // The table may have been taken away from under the hand.
        if let Some(line) = self.line.try_get_untracked().flatten() {
            line.set_hidden(true);
        }
    }

    /// A button of the mouse goes down. WebKit, to which a press that asked for a menu never ends, says so by
    /// this event alone.
    pub fn press_began(self) {
        self.has_menu.set_value(false);
    }

    fn is_resizing(self) -> bool {
        self.resize.with_value(Option::is_some)
    }
}

fn element_of(event: &ev::MouseEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn cell_of(element: &Element) -> Option<HtmlElement> {
    element.closest("[aria-colindex]").ok()??.dyn_into().ok()
}

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

impl Table {
    /// A click makes its cell the active one; on a name it opens the customer.
    pub(super) fn clicked(self, event: &ev::MouseEvent) {
        // WebKit says after the menu that the same press was a click. One of the keyboard has no count.
        if event.detail() > 0 && self.pointer.has_menu.get_value() {
            return;
        }
        let Some(element) = element_of(event) else { return };
        let (Some(place), Some(cell)) = (place_of(&element), cell_of(&element)) else { return };
        if is_in(&element, "[popover]") {
            return;
        }
        if let Some(row) = place.customer().filter(|row| self.is_heading(*row)) {
            let frame = self.frame.get_untracked();
            self.with_grid(|grid| self.go_to(grid, place, &frame));
            if is_in(&element, PICK) {
                self.actions.pick.run(Pick::Group(row));
            } else if is_in(&element, RUN) {
                self.actions.run.run(row);
            } else {
                self.actions.fold.run(row);
            }
            return;
        }
        if is_in(&element, ".head__menu") {
            let rect = cell.get_bounding_client_rect();
            self.ask_menu(place, rect.left() as i32, rect.bottom() as i32);
            return;
        }
        let has_many = event.ctrl_key() || event.meta_key();
        let is_check = is_in(&element, ".row__check");
        match place.customer() {
            None if is_check => {
                let is_on = element.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|it| it.checked());
                self.actions.pick.run(if is_on { Pick::All(true) } else { Pick::All(false) });
            }
            None => {}
            Some(_) if is_in(&element, "a, button") => {}
            Some(row) if event.shift_key() => {
                // The browser has marked the text on the way, which nobody meant.
                if let Ok(Some(selection)) = window().get_selection() {
                    let _ = selection.remove_all_ranges();
                }
                let from = self.with_grid(|grid| *grid.anchor.get_or_insert(row)).unwrap_or(row);
                self.actions.pick.run(Pick::Reach { from, before: from, to: row });
            }
            Some(row) if is_check || has_many => self.pick(row),
            Some(row) => {
                let is_name = self.frame.with_untracked(|frame| {
                    frame.columns.get(place.column).is_some_and(|it| it.kind == ColumnKind::Name)
                });
                let is_marked = window().get_selection().ok().flatten().is_some_and(|it| !it.is_collapsed());
                if is_marked {
                    return;
                }
                let frame = self.frame.get_untracked();
                self.with_grid(|grid| {
                    grid.anchor = Some(row);
                    self.go_to(grid, place, &frame);
                });
                if is_name {
                    self.actions.open.run(row);
                }
            }
        }
    }

    /// A column's edge, clicked twice: as wide as what stands in it.
    pub(super) fn double_clicked(self, event: &ev::MouseEvent) {
        let Some(element) = element_of(event) else { return };
        if is_in(&element, ".head__edge")
            && let Some(place) = place_of(&element)
        {
            self.fit(place.column);
        }
    }

    /// Makes a column as wide as its content in sight.
    pub(super) fn fit(self, column: usize) {
        let width = self.fitting_width(column);
        let id = self.frame.with_untracked(|frame| frame.columns.get(column).map(|it| it.id.clone()));
        if let (Some(width), Some(id)) = (width, id) {
            self.actions.lay_out.run(LayoutChange::Width(id, width));
        }
    }

    pub(super) fn fitting_width(self, column: usize) -> Option<u32> {
        self.scroller.get_untracked().and_then(|scroller| fitting_width(&scroller, column))
    }

    /// The menu of a cell or column. Links keep the browser's own, and so does marked text.
    pub(super) fn menu_asked(self, event: &ev::MouseEvent) {
        self.pointer.has_menu.set_value(true);
        let Some(element) = element_of(event) else { return };
        let is_marked = window().get_selection().ok().flatten().is_some_and(|it| !it.is_collapsed());
        let is_own = is_in(&element, "tbody a, [popover]") || is_marked || event.shift_key();
        if let (false, Some(place)) = (is_own, place_of(&element)) {
            event.prevent_default();
            let frame = self.frame.get_untracked();
            self.with_grid(|grid| self.go_to(grid, place, &frame));
            // The keyboard asks for it at no place of the window.
            let (mut x, mut y) = (event.client_x(), event.client_y());
            if (x, y) == (0, 0)
                && let Some(cell) = cell_of(&element)
            {
                let rect = cell.get_bounding_client_rect();
                (x, y) = (rect.left() as i32, rect.bottom() as i32);
            }
            self.ask_menu(place, x, y);
        }
    }

    pub(super) fn pointer_down(self, event: &ev::PointerEvent) {
        let Some(element) = element_of(event) else { return };
        if event.button() != 0 || !is_in(&element, ".head__edge") {
            return;
        }
        if let (Some(cell), Some(place)) = (cell_of(&element), place_of(&element)) {
            event.prevent_default();
            let _ = element.set_pointer_capture(event.pointer_id());
            self.pointer.resize.set_value(Resize::start(&cell, place.column, event.client_x()));
        }
    }

    pub(super) fn pointer_moved(self, event: &ev::PointerEvent) {
        self.pointer.resize.with_value(|resize| {
            if let Some(resize) = resize {
                resize.drag(event.client_x());
            }
        });
    }

    pub(super) fn pointer_up(self, event: &ev::PointerEvent) {
        if let Some(resize) = self.pointer.resize.try_update_value(Option::take).flatten() {
            let change = self.frame.with_untracked(|frame| resize.end(event.client_x(), frame));
            change.into_iter().for_each(|change| self.actions.lay_out.run(change));
        }
    }

    pub(super) fn drag_started(self, event: &ev::DragEvent) {
        let Some(element) = element_of(event) else { return };
        let column = place_of(&element).filter(|place| place.row == 0).map(|place| place.column);
        let id = column.and_then(|at| {
            self.frame.with_untracked(|frame| frame.columns.get(at).map(|column| column.id.clone()))
        });
        match id {
            Some(id) if !self.pointer.is_resizing() => {
                if let Some(data) = event.data_transfer() {
                    data.set_effect_allowed("move");
                    let _ = data.set_data("text/plain", id.as_str());
                }
                self.pointer.dragged.set_value(Some((id, None)));
            }
            Some(_) => event.prevent_default(),
            None => {}
        }
    }

    pub(super) fn dragged_over(self, event: &ev::DragEvent) {
        let Some(element) = element_of(event) else { return };
        let (Some(place), Some(cell)) = (place_of(&element), cell_of(&element)) else { return };
        let rect = cell.get_bounding_client_rect();
        let is_left = f64::from(event.client_x()) < rect.left() + rect.width() / 2.0;
        let frame = self.frame.get_untracked();
        self.pointer.dragged.update_value(|dragged| {
            let Some((_, before)) = dragged else { return };
            event.prevent_default();
            *before = drop_place(&frame, place.column, is_left).0;
            if let (Some(line), Some(scroller)) =
                (self.pointer.line.get_untracked(), self.scroller.get_untracked())
            {
                let edge = if is_left { rect.left() } else { rect.right() };
                let left = edge - scroller.get_bounding_client_rect().left();
                let left = left as i32 + scroller.scroll_left() - 1;
                let _ = HtmlElement::style(&line).set_property("left", &format!("{left}px"));
                line.set_hidden(false);
            }
        });
    }

    pub(super) fn dropped(self, event: &ev::DragEvent) {
        if let Some((column, before)) = self.pointer.dragged.try_update_value(Option::take).flatten() {
            event.prevent_default();
            self.actions.lay_out.run(LayoutChange::Move { column, before });
        }
        self.pointer.drag_ended();
    }
}
