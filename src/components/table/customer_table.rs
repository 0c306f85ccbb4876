mod body;
mod column_drag;
mod content;
mod drawing;
mod drawn_cell;
mod drawn_row;
mod first;
mod frame;
mod grid;
mod group_rows;
mod head;
mod inputs;
mod keyboard;
mod keys;
mod pointer;
mod row_template;
mod tip;
mod viewport;

use self::drawing::Drawing;
pub use self::first::{FirstTable, FirstTablePlace};
use self::frame::{Frame, Rhythm};
use self::grid::Grid;
use self::head::HeadInputs;
pub use self::inputs::{MenuRequest, Rows, ScrolledTo, TableActions};
use self::keyboard::Table;
use self::pointer::Pointer;
use self::tip::Tip;
use self::viewport::Viewport;
use crate::i18n::Words;
use crate::layout::Layout;
use crate::model::{Catalog, ColumnId, PickedCustomers};
use crate::query::Sort;
use crate::view_model::{ColumnView, row_window, spread};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;

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
    let (head_row, tbody) = (NodeRef::<html::Tr>::new(), NodeRef::<html::Tbody>::new());
    let viewport = Viewport::new(rows.with_untracked(|rows| rows.scroll_position), is_shown);
    let Viewport { frame: scroller, across, down, room, .. } = viewport;
    let columns = Memo::new(move |_| columns.with(|columns| spread(columns, room.get())));
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
    let tip = Tip::new();
    // Other rows have come: the words of the card are those of before.
    Effect::watch(move || rows.with(|rows| rows.stamp), move |_, _, _| tip.hide(), false);
    let drawing = Drawing { rows, picked, current, frame, window, viewport, head_row, tbody, grid, tip };
    drawing.follow(is_shown, first, HeadInputs { sort, catalog, href, words });
    let measure = Callback::new(move |()| viewport.measure());
    let table = Table { scroller, rows, frame, grid, actions, tip, pointer: Pointer::new(), measure };
    let stopped = viewport.on_stop(actions.scrolled);
    let scrolled = move || {
        tip.hide();
        viewport.measure();
        stopped();
    };
    listen(scrolled, table);
    // Told at the first pixel and at the last one, and not with each frame of a scroll.
    let is_aside = Memo::new(move |_| across.get().0 > 0.0);
    let seen = Memo::new(move |_| down.get().1);
    view! {
        <div
            node_ref=scroller
            class="table"
            data-density=move || rhythm.get().density.as_str()
            class=("table--wraps", move || rhythm.get().wraps)
            class=("table--picked", move || picked.with(|picked| !picked.is_empty()))
            class=("table--aside", is_aside)
            style:--seen=move || format!("{}px", seen.get())
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
            on:mousedown=move |_| table.pointer.press_began()
            on:pointerdown=move |event| table.pointer_down(&event)
            on:pointermove=move |event| table.pointer_moved(&event)
            on:pointerup=move |event| table.pointer_up(&event)
            on:dragstart=move |event| table.drag_started(&event)
            on:dragenter=move |event| table.dragged_over(&event)
            on:dragover=move |event| table.dragged_over(&event)
            on:drop=move |event| table.dropped(&event)
            on:dragend=move |_| table.pointer.drag_ended()
            on:pointerover=move |event| table.tip.point_at(event.target())
        >
            {drawing.table(columns, is_busy, is_foreign, words)}
            <div node_ref=table.pointer.line class="table__drop" hidden></div>
            <div node_ref=table.tip.card popover="manual" class="tip" role="tooltip" id="cell-tip"></div>
        </div>
    }
}

/// What the table hears of the whole window.
fn listen(scrolled: impl Fn() + 'static, table: Table) {
    // Where the page scrolls as a whole.
    let listener = window_event_listener(ev::scroll, move |_| scrolled());
    on_cleanup(move || listener.remove());
    // Firefox says that something is copied where the marked text is, and nothing is marked in the table.
    let listener = window_event_listener(ev::copy, move |event| table.copy(&event));
    on_cleanup(move || listener.remove());
}
