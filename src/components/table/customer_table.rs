mod body;
mod column_drag;
mod first;
mod frame;
mod grid;
mod head;
mod inputs;
mod keyboard;
mod keys;
mod painted;
mod painted_fold;
mod pointer;
mod row_template;
mod tip;

use self::body::Body;
pub use self::first::{FirstTable, FirstTablePlace};
use self::frame::{Frame, Rhythm};
use self::grid::Grid;
use self::head::{Head, HeadInputs};
pub use self::inputs::{MenuRequest, Rows, ScrolledTo, TableActions};
use self::keyboard::Table;
use self::pointer::Pointer;
use self::tip::Tip;
use crate::components::parts::scroller::Scroller;
use crate::i18n::Words;
use crate::layout::Layout;
use crate::model::{Catalog, ColumnId, PickedCustomers};
use crate::query::Sort;
use crate::state::ScrollPosition;
use crate::stop::note_refusal;
use crate::view_model::{ColumnView, row_window};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The height of the header in pixels; `--head` in `style/tokens.css` says the same.
const HEAD_HEIGHT: i32 = 36;

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
    /// The selected customers.
    #[prop(into)]
    picked: Signal<PickedCustomers>,
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
    /// Whether nothing can be done with the rows.
    #[prop(into, optional)]
    is_foreign: Signal<bool>,
    /// Where wishes go.
    actions: TableActions,
    /// Whether it can be seen: before that nothing is drawn.
    #[prop(into)]
    is_shown: Signal<bool>,
    /// The table that stands there already: its rows are taken over.
    #[prop(optional_no_strip)]
    first: Option<FirstTable>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let (head_row, tbody) = (NodeRef::<html::Tr>::new(), NodeRef::<html::Tbody>::new());
    let (width, height) = likely_size();
    let scroll_position = rows.with_untracked(|rows| rows.scroll_position);
    let (across, set_across) = signal((f64::from(scroll_position.left), width));
    let (down, set_down) = signal((f64::from(scroll_position.top), height));
    let measure = move || {
        // What cannot be seen has no size.
        let element = scroller.try_get_untracked().flatten();
        if let Some(element) = element.filter(|_| is_shown.try_get_untracked() == Some(true)) {
            let across = (f64::from(element.scroll_left()), f64::from(element.client_width()));
            let down = Scroller::of(&element).seen();
            set_across.maybe_update(|known| std::mem::replace(known, across) != across);
            set_down.maybe_update(|known| std::mem::replace(known, down) != down);
        }
    };
    on_resize(scroller, measure);
    let rhythm = Memo::new(move |_| layout.with(Rhythm::new));
    let first_frame = first.as_ref().map(FirstTable::frame);
    let frame = Memo::new(move |known: Option<&Arc<Frame>>| {
        Frame::next(known.or(first_frame.as_ref()), columns.get(), rhythm.get(), across.get())
    });
    let window = Memo::new(move |_| {
        let (top, height) = down.get();
        row_window(rows.with(Rows::count), rhythm.get().row_height, top, height)
    });
    let grid: StoredValue<Option<Grid>, LocalStorage> = StoredValue::new_local(None);
    let shown_look = StoredValue::new(None);
    let rest = debounce(ScrolledTo::STILL, move |()| {
        if let Some(element) = scroller.try_get_untracked().flatten() {
            actions.scrolled.run(ScrolledTo::in_element(&element));
        }
    });
    let rest = StoredValue::new_local(rest);
    // Another page of rows starts at the top; the place across is kept.
    Effect::watch(
        move || rows.with(|rows| (rows.look, rows.only.clone())),
        move |now, before, _| {
            if before == Some(now) {
                return;
            }
            grid.update_value(|grid| grid.iter_mut().for_each(Grid::back_to_top));
            // To set it where it stands already would still cost a layout. A place to come back to is
            // taken when the rows are drawn.
            if let Some(element) = scroller.get_untracked()
                && down.get_untracked().0 > 0.0
                && rows.with_untracked(|rows| rows.scroll_position == ScrollPosition::default())
            {
                Scroller::of(&element).set_top(0);
                measure();
            }
        },
        false,
    );
    let tip = Tip::new();
    // Other rows have come: the words of the card are those of before.
    Effect::watch(move || rows.with(|rows| rows.stamp), move |_, _, _| tip.hide(), false);
    let inputs = HeadInputs { sort, catalog, href, words };
    let owner = Owner::current();
    let make = move || {
        let (frame, row, tbody) =
            (scroller.get_untracked()?, head_row.get_untracked()?, tbody.get_untracked()?);
        let head = Head::new((*row).clone().into(), owner.clone().unwrap_or_default(), inputs);
        let body = match first.as_ref().and_then(|first| first.move_rows(&tbody, words)) {
            Some(body) => body,
            None => Body::new((*tbody).clone().into(), words).ok()?,
        };
        Some(Grid::new((*frame).clone(), head, body))
    };
    Effect::new(move |_| {
        if tbody.get().is_none() || head_row.get().is_none() || !is_shown.get() {
            return;
        }
        let (rows, frame, window) = (rows.get(), frame.get(), window.get());
        let (look, scroll_position) = (rows.look, rows.scroll_position);
        tip.refill();
        grid.update_value(|grid| {
            if grid.is_none() {
                *grid = make();
            }
            // The document refuses only what is no child of its parent; nothing else takes these rows.
            if let Some(Err(cause)) = grid.as_mut().map(|grid| grid.draw(&rows, &frame, window)) {
                note_refusal("rows", &cause);
            }
        });
        // The rows have their height now: the reader is back where they were.
        if shown_look.get_value() != Some(look) {
            shown_look.set_value(Some(look));
            if scroll_position != ScrollPosition::default()
                && let Some(element) = scroller.get_untracked()
            {
                Scroller::of(&element).set_top(scroll_position.top);
                element.set_scroll_left(scroll_position.left);
                measure();
            }
        }
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
                note_refusal("the marks of rows", &cause);
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
        // A row without an id cannot be selected.
        let can_be = |row: &usize| rows.with(|rows| rows.customer(*row).is_some_and(|it| !it.id.is_empty()));
        let count = (0..rows.with(Rows::count)).filter(can_be).count();
        let some = (0..rows.with(Rows::count)).filter(|row| picked_rows(*row)).count();
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
        tip,
        pointer: Pointer::new(),
        measure: Callback::new(move |()| measure()),
    };
    let scrolled = move || {
        table.tip.hide();
        measure();
        rest.update_value(|rest| rest(()));
    };
    // Where the page scrolls as a whole.
    let listener = window_event_listener(ev::scroll, move |_| scrolled());
    on_cleanup(move || listener.remove());
    let is_underfull = Memo::new(move |_| columns.with(|list| is_underfull(list, across.get().1)));
    let cols = move || {
        let is_underfull = is_underfull.get();
        columns.with(|columns| cols(columns, is_underfull))
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
            on:scroll=move |_| scrolled()
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
            on:pointerover=move |event| table.tip.point_at(event.target())
        >
            <table
                role="grid"
                aria-multiselectable="true"
                aria-rowcount=move || rows.with(Rows::count) + 1
                aria-colcount=move || columns.with(|columns| columns.len())
                aria-busy=move || is_busy.get().to_string()
                aria-disabled=move || is_foreign.get().then_some("true")
                style:width=move || format!("{}px", columns.with(|list| whole_width(list)))
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

/// The size that the table will have in this window, in pixels: to measure it before its first rows are
/// drawn would be a layout more, and rows drawn for another size are drawn twice.
fn likely_size() -> (f64, f64) {
    /// The header, one line of filters, and the pager.
    const AROUND: f64 = 136.0;
    let size = |size: Result<JsValue, JsValue>| size.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    (size(window().inner_width()), size(window().inner_height()) - AROUND)
}

/// The width of all columns, in pixels.
fn whole_width(columns: &[ColumnView]) -> u32 {
    columns.iter().map(|column| column.width).sum()
}

/// Whether the columns leave room in a window of this width.
fn is_underfull(columns: &[ColumnView], window: f64) -> bool {
    f64::from(whole_width(columns)) < window.floor()
}

/// The columns' widths. Where they leave room the last one takes it, and the others keep the width they
/// were given.
fn cols(columns: &[ColumnView], is_underfull: bool) -> Vec<AnyView> {
    let last = columns.len().saturating_sub(1);
    let col = |(at, column): (usize, &ColumnView)| {
        let width = (at != last || !is_underfull).then(|| format!("{}px", column.width));
        view! { <col style:width=width /> }.into_any()
    };
    columns.iter().enumerate().map(col).collect()
}

/// Runs once the element stands in the page, and whenever its size changes.
fn on_resize(element: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let changed = Closure::<dyn Fn()>::new(run);
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, changed));
            on_cleanup(move || {
                kept.try_with_value(|(observer, _)| observer.disconnect());
            });
        }
    });
}
