mod body;
mod column_drag;
mod frame;
mod grid;
mod head;
mod keys;
mod pointer;
mod tip;

use self::body::Body;
use self::frame::{Frame, Rhythm};
use self::grid::Grid;
use self::head::{Head, HeadInputs};
use self::keys::Key;
use self::pointer::Pointer;
use self::tip::Tip;
use crate::i18n::Words;
use crate::layout::{Layout, LayoutChange};
use crate::model::{Catalog, ColumnId, Customer, CustomerPage};
use crate::query::{Date, Sort};
use crate::view_model::{ColumnView, Copied, Pick, Place, Step, row_window};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

/// The height of the header in pixels; `--head` in `style/tokens.css` says the same.
const HEAD_HEIGHT: i32 = 36;

/// One page of rows to show.
#[derive(Clone)]
pub struct Rows {
    /// Told apart from every other answer: rows of another are drawn anew.
    pub stamp: u32,
    /// The answer.
    pub page: Arc<dyn AsRef<CustomerPage> + Send + Sync>,
    /// Which customers of the answer are shown, in this order; `None` shows all.
    pub only: Option<Arc<[usize]>>,
    /// The day on which it is looked at.
    pub today: Date,
}

impl Rows {
    /// How many rows are shown.
    pub fn count(&self) -> usize {
        self.only.as_ref().map_or_else(|| (*self.page).as_ref().customers.len(), |only| only.len())
    }

    /// The place in the answer of the customer in a row.
    pub fn source(&self, row: usize) -> Option<usize> {
        self.only.as_ref().map_or(Some(row), |only| only.get(row).copied())
    }

    /// The customer in a row.
    pub fn customer(&self, row: usize) -> Option<&Customer> {
        (*self.page).as_ref().customers.get(self.source(row)?)
    }
}

/// A wish for the menu of a cell or, in row 0, of a column.
#[derive(Clone, Copy, Debug)]
pub struct MenuRequest {
    /// The cell.
    pub place: Place,
    /// Where the menu belongs, in pixels of the window.
    pub x: i32,
    /// The same, from the top.
    pub y: i32,
    /// A column's width at which all of it in sight is whole, in pixels.
    pub fitting_width: Option<u32>,
}

/// Where the table's wishes go.
#[derive(Clone, Copy)]
pub struct TableActions {
    /// Rows are selected.
    pub pick: Callback<Pick>,
    /// A row's customer is opened.
    pub open: Callback<usize>,
    /// The table is to look otherwise.
    pub lay_out: Callback<LayoutChange>,
    /// A menu is asked for.
    pub menu: Callback<MenuRequest>,
    /// What copying takes, from this cell.
    pub copied: Callback<Place, Option<Copied>>,
}

/// The customers as one real table, which is also a grid for the keyboard. Only the rows and columns
/// near the window are drawn; the counts and indices tell the whole.
#[component]
pub fn CustomerTable(
    /// The rows.
    #[prop(into)]
    rows: Signal<Rows>,
    /// All columns to show, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// How the table looks.
    #[prop(into)]
    layout: Signal<Layout>,
    /// The ids of the selected customers.
    #[prop(into)]
    picked: Signal<Arc<[String]>>,
    /// The row of the customer that is open beside the table.
    #[prop(into)]
    current: Signal<Option<usize>>,
    /// How the list is sorted.
    #[prop(into)]
    sort: Signal<Option<Sort>>,
    /// What can be sorted.
    #[prop(into)]
    catalog: Signal<Arc<Catalog>>,
    /// The address of the list sorted by a column.
    href: Callback<ColumnId, String>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// Where wishes go.
    actions: TableActions,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let (head_row, tbody) = (NodeRef::<html::Tr>::new(), NodeRef::<html::Tbody>::new());
    let (across, set_across) = signal((0.0, 1280.0));
    let (down, set_down) = signal((0.0, 800.0));
    let measure = move || {
        if let Some(element) = scroller.get_untracked() {
            let across = (f64::from(element.scroll_left()), f64::from(element.client_width()));
            let down = (f64::from(element.scroll_top()), f64::from(element.client_height()));
            set_across.maybe_update(|known| std::mem::replace(known, across) != across);
            set_down.maybe_update(|known| std::mem::replace(known, down) != down);
        }
    };
    on_resize(scroller, measure);
    let rhythm = Memo::new(move |_| layout.with(Rhythm::new));
    let frame = Memo::new(move |known: Option<&Arc<Frame>>| {
        Frame::next(known, columns.get(), rhythm.get(), across.get())
    });
    let window = Memo::new(move |_| {
        let (top, height) = down.get();
        row_window(rows.with(Rows::count), rhythm.get().row_height, top, height)
    });
    let grid: StoredValue<Option<Grid>, LocalStorage> = StoredValue::new_local(None);
    // Another page of rows starts at the top; the place across is kept.
    Effect::watch(
        move || rows.with(|rows| (rows.stamp, rows.only.clone())),
        move |_, _, _| {
            // To set it where it stands already would still cost a layout.
            if let Some(element) = scroller.get_untracked()
                && down.get_untracked().0 > 0.0
            {
                element.set_scroll_top(0);
                grid.update_value(|grid| grid.iter_mut().for_each(Grid::back_to_top));
                measure();
            }
        },
        false,
    );
    let inputs = HeadInputs { sort, catalog, href, words };
    let owner = Owner::current();
    let make = move || {
        let (frame, row, tbody) =
            (scroller.get_untracked()?, head_row.get_untracked()?, tbody.get_untracked()?);
        let head = Head::new((*row).clone().into(), owner.clone().unwrap_or_default(), inputs);
        let body = Body::new((*tbody).clone().into(), words).ok()?;
        Some(Grid::new((*frame).clone(), head, body))
    };
    Effect::new(move |_| {
        if tbody.get().is_none() || head_row.get().is_none() {
            return;
        }
        let (rows, frame, window) = (rows.get(), frame.get(), window.get());
        grid.update_value(|grid| {
            if grid.is_none() {
                *grid = make();
            }
            // The document refuses only what is no child of its parent; nothing else takes these rows.
            if let Some(Err(cause)) = grid.as_mut().map(|grid| grid.draw(&rows, &frame, window)) {
                leptos::logging::error!("rows: {cause:?}");
            }
        });
    });
    let picked_rows = move |row: usize| {
        rows.with(|rows| {
            let customer = rows.customer(row);
            customer.is_some_and(|customer| picked.with(|picked| picked.contains(&customer.id)))
        })
    };
    Effect::new(move |_| {
        // What is drawn anew is marked too.
        let (_, _, _) = (picked.track(), frame.track(), window.track());
        rows.track();
        let current = current.get();
        grid.update_value(|grid| {
            if let Some(Err(cause)) = grid.as_mut().map(|grid| grid.mark(picked_rows, current)) {
                leptos::logging::error!("marks: {cause:?}");
            }
        });
    });
    // Stepping through the customers beside the table moves the keyboard's place in it.
    Effect::watch(
        move || current.get(),
        move |row, _, _| {
            if let Some(row) = row {
                let frame = frame.get_untracked();
                grid.update_value(|grid| grid.iter_mut().for_each(|grid| grid.come_to(*row, &frame)));
                measure();
            }
        },
        false,
    );
    let all_picked = move || {
        // Rows are read when somebody asks for them, so nobody asks without need.
        if picked.with(|picked| picked.is_empty()) {
            return (false, false);
        }
        let count = rows.with(Rows::count);
        let some = (0..count).filter(|row| picked_rows(*row)).count();
        (count > 0 && some == count, some > 0 && some < count)
    };
    Effect::new(move |_| {
        let ((is_all, is_some), _) = (all_picked(), frame.get());
        let check = head_row.get().and_then(|row| row.query_selector(".row__check").ok().flatten());
        if let Some(check) = check.and_then(|check| check.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            check.set_checked(is_all);
            check.set_indeterminate(is_some);
        }
    });
    let table = Table {
        scroller,
        rows,
        frame,
        grid,
        actions,
        tip: Tip::new(),
        pointer: Pointer::new(),
        measure: Callback::new(move |()| measure()),
    };
    // Columns that leave room: the last one takes it, the others keep the width they were given.
    let is_underfull = Memo::new(move |_| {
        columns.with(|list| list.iter().map(|it| it.width).sum::<u32>() as i32) < across.get().1 as i32
    });
    let cols = move || {
        let is_underfull = is_underfull.get();
        columns.with(|columns| {
            let last = columns.len().saturating_sub(1);
            let col = |(at, column): (usize, &ColumnView)| {
                let width = (at != last || !is_underfull).then(|| format!("{}px", column.width));
                view! { <col style:width=width /> }
            };
            columns.iter().enumerate().map(col).collect::<Vec<_>>()
        })
    };
    view! {
        <div
            node_ref=scroller
            class="table"
            data-density=move || rhythm.get().density.as_str()
            class=("table--wraps", move || rhythm.get().wraps)
            class=("table--picked", move || picked.with(|picked| !picked.is_empty()))
            style:--row=move || format!("{}px", rhythm.get().row_height)
            style:--lines=move || rhythm.get().density.lines().to_string()
            role="region"
            aria-label=words.list_name
            on:scroll=move |_| {
                table.tip.hide();
                measure();
            }
            on:keydown=move |event| table.pressed(&event)
            on:focusin=move |event| table.focused(event.target())
            on:focusout=move |event: ev::FocusEvent| table.blurred(event.related_target())
            on:click=move |event| table.clicked(&event)
            on:dblclick=move |event| table.double_clicked(&event)
            on:contextmenu=move |event| table.menu_asked(&event)
            on:copy=move |event| table.copy(&event)
            on:pointerdown=move |event| table.pointer_down(&event)
            on:pointermove=move |event| table.pointer_moved(&event)
            on:pointerup=move |event| table.pointer_up(&event)
            on:dragstart=move |event| table.drag_started(&event)
            on:dragover=move |event| table.dragged_over(&event)
            on:drop=move |event| table.dropped(&event)
            on:dragend=move |_| table.pointer.drag_ended()
            on:pointerover=|event| tip::tell_whole_text(event.target())
        >
            <table
                role="grid"
                aria-multiselectable="true"
                aria-rowcount=move || rows.with(Rows::count) + 1
                aria-colcount=move || columns.with(|columns| columns.len())
                aria-busy=move || is_busy.get().to_string()
                style:width=move || format!("{}px", columns.with(|list| list.iter().map(|it| it.width).sum::<u32>()))
            >
                <caption class="unseen">{words.list_name}</caption>
                <colgroup>{cols}</colgroup>
                <thead>
                    <tr node_ref=head_row aria-rowindex="1"></tr>
                </thead>
                <tbody node_ref=tbody></tbody>
            </table>
            <div node_ref=table.pointer.line class="table__drop" hidden></div>
            <div node_ref=table.tip.card popover="manual" class="tip" role="tooltip" id="cell-tip"></div>
        </div>
    }
}

/// The table's parts, for its listeners: one for each kind of event, whatever the number of cells.
#[derive(Clone, Copy)]
struct Table {
    scroller: NodeRef<html::Div>,
    rows: Signal<Rows>,
    frame: Memo<Arc<Frame>>,
    grid: StoredValue<Option<Grid>, LocalStorage>,
    actions: TableActions,
    tip: Tip,
    pointer: Pointer,
    measure: Callback<()>,
}

impl Table {
    fn with_grid<T>(self, run: impl FnOnce(&mut Grid) -> T) -> Option<T> {
        self.grid.try_update_value(|grid| grid.as_mut().map(run)).flatten()
    }

    fn place(self) -> Place {
        self.with_grid(|grid| grid.place()).unwrap_or_default()
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
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
                if let Some(Some(inner)) =
                    self.with_grid(|grid| grid.cell().and_then(|cell| first_control(&cell)))
                {
                    let _ = inner.focus();
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

    /// Keys while something inside a cell has the focus: Escape and F2 lead back to the cell.
    fn pressed_inside(self, event: &ev::KeyboardEvent, target: &HtmlElement) {
        // A card that is open is closed first, by the browser.
        let has_card = target.closest("[popover]").ok().flatten().is_some()
            || document().query_selector(".table .fold__card:popover-open").ok().flatten().is_some();
        if matches!(event.key().as_str(), "Escape" | "F2") && !has_card {
            event.prevent_default();
            let place = self.place();
            if let Some(cell) = self.with_grid(|grid| grid.cell()).flatten() {
                let _ = cell.focus();
            }
            self.with_grid(|grid| grid.go(place));
        }
    }

    fn go(self, step: Step) {
        let (rows, frame) = (self.rows.with_untracked(Rows::count), self.frame.get_untracked());
        self.with_grid(|grid| {
            let place = grid.step(step, rows, &frame);
            grid.anchor = None;
            self.go_to(grid, place, &frame);
        });
        self.measure.run(());
        self.tell_active();
    }

    fn go_to(self, grid: &mut Grid, place: Place, frame: &Frame) {
        if let Err(cause) = grid.go(place) {
            leptos::logging::error!("focus: {cause:?}");
        }
        grid.reveal(frame);
    }

    /// Shows the whole text of the active cell, where the cell cuts it off.
    fn tell_active(self) {
        let cell = self.with_grid(|grid| grid.cell()).flatten();
        self.tip.show_for(cell.as_ref());
    }

    fn pick(self, row: usize) {
        self.with_grid(|grid| grid.anchor = Some(row));
        self.actions.pick.run(Pick::Toggle(row));
    }

    fn ask_menu(self, place: Place, x: i32, y: i32) {
        self.tip.hide();
        let fitting_width = if place.row == 0 { self.fitting_width(place.column) } else { None };
        self.actions.menu.run(MenuRequest { place, x, y, fitting_width });
    }

    fn click_in_cell(self, what: &str) {
        let cell = self.with_grid(|grid| grid.cell()).flatten();
        let inner = cell.and_then(|cell| cell.query_selector(what).ok().flatten());
        if let Some(inner) = inner.and_then(|inner| inner.dyn_into::<HtmlElement>().ok()) {
            inner.click();
        }
    }

    fn focused(self, target: Option<web_sys::EventTarget>) {
        if let Some(target) = target.and_then(|target| target.dyn_into::<Element>().ok())
            && target.closest("[popover]").ok().flatten().is_none()
        {
            self.with_grid(|grid| grid.focused(&target));
        }
    }

    fn blurred(self, to: Option<web_sys::EventTarget>) {
        let is_inside = to
            .and_then(|to| to.dyn_into::<web_sys::Node>().ok())
            .zip(self.scroller.get_untracked())
            .is_some_and(|(to, scroller)| scroller.contains(Some(&to)));
        if !is_inside {
            self.tip.hide();
            self.with_grid(Grid::blurred);
        }
    }

    fn copy(self, event: &ev::ClipboardEvent) {
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

/// What can be used inside a cell, in its order.
fn first_control(cell: &Element) -> Option<HtmlElement> {
    cell.query_selector("a, button").ok().flatten()?.dyn_into().ok()
}

/// Runs once the element stands in the page, and whenever its size changes.
fn on_resize(element: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    element.on_load(move |element| {
        let changed = Closure::<dyn Fn()>::new(run);
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, changed));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}
