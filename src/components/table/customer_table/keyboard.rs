//! The keyboard, the focus and the clipboard in the table; `pointer.rs` has the mouse.
use super::column_drag;
use super::frame::Frame;
use super::grid::Grid;
use super::keys::Key;
use super::pointer::Pointer;
use super::tip::Tip;
use super::{MenuRequest, Rows, TableActions};
use crate::layout::LayoutChange;
use crate::stop::note_refusal;
use crate::view_model::{Pick, Place, Step};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The table's parts, for its listeners: one for each kind of event, whatever the number of cells.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub scroller: NodeRef<html::Div>,
    pub rows: Signal<Rows>,
    pub frame: Memo<Arc<Frame>>,
    pub grid: StoredValue<Option<Grid>, LocalStorage>,
    pub actions: TableActions,
    pub tip: Tip,
    pub pointer: Pointer,
    pub measure: Callback<()>,
}

impl Table {
    pub(super) fn with_grid<T>(self, run: impl FnOnce(&mut Grid) -> T) -> Option<T> {
        self.grid.try_update_value(|grid| grid.as_mut().map(run)).flatten()
    }

    pub(super) fn place(self) -> Place {
        self.with_grid(|grid| grid.place()).unwrap_or_default()
    }

    pub(super) fn pressed(self, event: &ev::KeyboardEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let is_cell = target.has_attribute("aria-colindex") || target.class_list().contains("table");
        if !is_cell {
            return self.pressed_inside(event, &target);
        }
        let place = self.place();
        let Some(key) = Key::of(event, place.row == 0) else { return };
        event.prevent_default();
        match key {
            Key::Go(step) => self.go(step),
            Key::Reach(step) => {
                let Some(before) = place.customer() else { return };
                let from = self.with_grid(|grid| *grid.anchor.get_or_insert(before)).unwrap_or(before);
                self.go(step);
                if let Some(to) = self.place().customer() {
                    self.actions.pick.run(Pick::Reach { from, before, to });
                }
                self.with_grid(|grid| grid.anchor = Some(from));
            }
            Key::Open if let Some(row) = self.heading_at(place) => self.actions.fold.run(row),
            Key::Select if let Some(row) = self.heading_at(place) => {
                self.actions.pick.run(Pick::Group(row));
            }
            Key::Open => match place.customer() {
                Some(row) => self.actions.open.run(row),
                None => self.click_in_cell("a"),
            },
            Key::Select => match place.customer() {
                Some(row) => self.pick(row),
                None if self.frame.with_untracked(|frame| frame.check_at == place.column) => {
                    self.click_in_cell("input")
                }
                None => self.click_in_cell("a"),
            },
            Key::SelectAll => self.actions.pick.run(Pick::All(true)),
            Key::Leave if self.tip.is_shown() => self.tip.hide(),
            Key::Leave => self.actions.pick.run(Pick::Nobody),
            Key::Enter => {
                let cell = self.with_grid(|grid| grid.cell()).flatten();
                if let Some(first) = cell.and_then(|cell| controls(&cell).into_iter().next()) {
                    let _ = first.focus();
                }
            }
            Key::Menu => {
                if let Some(Some(cell)) = self.with_grid(|grid| grid.cell()) {
                    let rect = cell.get_bounding_client_rect();
                    self.ask_menu(place, rect.left() as i32 + 8, rect.bottom() as i32);
                }
            }
            Key::Widen(wider) => {
                let change = self.frame.with_untracked(|frame| {
                    let column = frame.columns.get(place.column)?;
                    let width = if wider { column.width + 16 } else { column.width.saturating_sub(16) };
                    Some(LayoutChange::Width(column.id.clone(), width))
                });
                change.into_iter().for_each(|change| self.actions.lay_out.run(change));
            }
            Key::Shift(is_right) => {
                let change =
                    self.frame.with_untracked(|frame| column_drag::shifted(frame, place.column, is_right));
                if let Some(change) = change {
                    self.actions.lay_out.run(change);
                    // The keyboard goes with the column.
                    self.go(if is_right { Step::Right } else { Step::Left });
                }
            }
        }
    }

    /// Whether a row is a group's heading.
    pub(super) fn is_heading(self, row: usize) -> bool {
        self.rows.with_untracked(|rows| rows.groups.as_ref().is_some_and(|it| it.heading(row).is_some()))
    }

    fn heading_at(self, place: Place) -> Option<usize> {
        place.customer().filter(|row| self.is_heading(*row))
    }

    /// Keys while something inside a cell has the focus: arrows lead to what else can be used there, Escape
    /// and F2 back to the cell.
    pub(super) fn pressed_inside(self, event: &ev::KeyboardEvent, target: &HtmlElement) {
        // A card that is open is closed first, by the browser.
        let has_card = target.closest("[popover]").ok().flatten().is_some()
            || document().query_selector(".table .fold__card:popover-open").ok().flatten().is_some();
        // With another key they are the browser's: Alt and ← go back.
        let is_alone = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
        match event.key().as_str() {
            _ if has_card => {}
            "Escape" | "F2" => {
                event.prevent_default();
                let place = self.place();
                if let Some(cell) = self.with_grid(|grid| grid.cell()).flatten() {
                    let _ = cell.focus();
                }
                self.with_grid(|grid| grid.go(place));
            }
            "ArrowRight" | "ArrowDown" if is_alone => self.go_beside(event, target, true),
            "ArrowLeft" | "ArrowUp" if is_alone => self.go_beside(event, target, false),
            _ => {}
        }
    }

    /// To the control of the active cell behind or before one of them.
    fn go_beside(self, event: &ev::KeyboardEvent, from: &HtmlElement, is_onward: bool) {
        event.prevent_default();
        let mut all = self.with_grid(|grid| grid.cell()).flatten().map_or_else(Vec::new, |it| controls(&it));
        if !is_onward {
            all.reverse();
        }
        if let Some(next) = all.iter().skip_while(|it| *it != from).nth(1) {
            let _ = next.focus();
        }
    }

    pub(super) fn go(self, step: Step) {
        let (rows, frame) = (self.rows.with_untracked(Rows::count), self.frame.get_untracked());
        self.with_grid(|grid| {
            let place = grid.step(step, rows, &frame);
            grid.anchor = None;
            self.go_to(grid, place, &frame);
        });
        self.measure.run(());
        self.tell_active();
    }

    pub(super) fn go_to(self, grid: &mut Grid, place: Place, frame: &Frame) {
        if let Err(cause) = grid.go(place) {
            note_refusal("the focus", &cause);
        }
        grid.reveal(frame);
    }

    /// Shows the whole text of the active cell, where the cell cuts it off.
    pub(super) fn tell_active(self) {
        let cell = self.with_grid(|grid| grid.cell()).flatten();
        self.tip.show_for(cell.as_ref());
    }

    pub(super) fn pick(self, row: usize) {
        self.with_grid(|grid| grid.anchor = Some(row));
        self.actions.pick.run(Pick::Toggle(row));
    }

    pub(super) fn ask_menu(self, place: Place, x: i32, y: i32) {
        self.tip.hide();
        let fitting_width = if place.row == 0 { self.fitting_width(place.column) } else { None };
        self.actions.menu.run(MenuRequest { place, x, y, fitting_width });
    }

    pub(super) fn click_in_cell(self, what: &str) {
        let cell = self.with_grid(|grid| grid.cell()).flatten();
        let inner = cell.and_then(|cell| cell.query_selector(what).ok().flatten());
        if let Some(inner) = inner.and_then(|inner| inner.dyn_into::<HtmlElement>().ok()) {
            inner.click();
        }
    }

    pub(super) fn focused(self, target: Option<web_sys::EventTarget>) {
        if let Some(target) = target.and_then(|target| target.dyn_into::<Element>().ok())
            && target.closest("[popover]").ok().flatten().is_none()
        {
            self.with_grid(|grid| grid.focused(&target));
        }
    }

    pub(super) fn blurred(self, to: Option<web_sys::EventTarget>) {
        // Where the table is taken away with the focus in it, it is gone when the browser says so.
        let Some(scroller) = self.scroller.try_get_untracked().flatten() else { return };
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !to.is_some_and(|to| scroller.contains(Some(&to))) {
            self.tip.hide();
            self.with_grid(Grid::blurred);
        }
    }

    /// Copies what is active or selected, as long as the keyboard is in the table.
    pub(super) fn copy(self, event: &ev::ClipboardEvent) {
        let scroller = self.scroller.try_get_untracked().flatten();
        let active = document().active_element();
        if event.default_prevented() || !scroller.is_some_and(|scroller| scroller.contains(active.as_deref()))
        {
            return;
        }
        // Text that was marked with the mouse is copied as everywhere.
        let is_marked =
            window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        let data = event.clipboard_data();
        if let (false, Some(copied), Some(data)) = (is_marked, self.actions.copied.run(self.place()), data) {
            event.prevent_default();
            let _ = data.set_data("text/plain", &copied.text);
            let _ = data.set_data("text/html", &copied.html);
        }
    }
}

/// What can be used inside a cell, in its order: not what is on a card, nor the buttons for the mouse alone.
fn controls(cell: &Element) -> Vec<HtmlElement> {
    let Ok(found) = cell.query_selector_all(":is(a, button):not([popover] *, [aria-hidden] *)") else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
