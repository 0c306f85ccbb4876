//! The table before the page around it is there: to read and to scroll, and not yet to work with.
use super::Rows;
use super::body::Body;
use super::frame::{Frame, Rhythm};
use super::viewport::{cols, is_underfull, likely_size, room_in, whole_width};
use crate::i18n::RowWords;
use crate::layout::Layout;
use crate::view_model::{ColumnView, Slot, row_window, spread};
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The first rows of a table, as [`CustomerTable`](super::CustomerTable) will show them and take them
/// over. They are drawn by [`draw`](FirstTable::draw) once its view stands in the document. No signal is
/// behind them, so that little code is needed.
#[derive(Clone)]
pub struct FirstTable(Rc<RefCell<Table>>);

struct Table {
    rows: Rows,
    frame: Arc<Frame>,
    words: &'static RowWords,
    drawn: Option<Drawn>,
}

struct Drawn {
    head_row: Element,
    head: Vec<<AnyView as Render>::State>,
    body: Body,
}

/// Where the page finds the table that stands there already; it takes it once.
#[derive(Clone, Copy)]
pub struct FirstTablePlace(StoredValue<Option<FirstTable>, LocalStorage>);

impl FirstTablePlace {
    /// The place of a table, if there is one.
    pub fn new(table: Option<FirstTable>) -> Self {
        Self(StoredValue::new_local(table))
    }

    /// The table, for whoever asks first.
    pub fn take(self) -> Option<FirstTable> {
        self.0.try_update_value(Option::take).flatten()
    }
}

impl FirstTable {
    /// A table of these columns, in their order.
    pub fn new(rows: Rows, columns: Arc<[ColumnView]>, layout: &Layout, words: &'static RowWords) -> Self {
        let across = (f64::from(rows.scroll_position.left), likely_size().0);
        let columns = spread(&columns, room_in(across.1));
        let frame = Frame::next(None, columns, Rhythm::new(layout), across);
        Self(Rc::new(RefCell::new(Table { rows, frame, words, drawn: None })))
    }

    /// The table without its rows.
    pub fn view(&self) -> AnyView {
        let Table { rows, frame, words, .. } = &*self.0.borrow();
        let Frame { columns, rhythm, .. } = &**frame;
        let table = self.clone();
        view! {
            <div
                class="table"
                class=("table--wraps", rhythm.wraps)
                data-density=rhythm.density.as_str()
                style:--row=format!("{}px", rhythm.row_height)
                style:--lines=rhythm.density.lines().to_string()
                role="region"
                aria-label=words.list_name
                on:scroll=move |event| {
                    let element = event_target::<Element>(&event);
                    // What is refused here is drawn by the page.
                    let _ = table.draw_in(
                        (f64::from(element.scroll_left()), f64::from(element.client_width())),
                        (f64::from(element.scroll_top()), f64::from(element.client_height())),
                    );
                }
            >
                <table
                    role="grid"
                    aria-rowcount=rows.count() + 1
                    aria-colcount=columns.len()
                    aria-busy="true"
                    style:width=format!("{}px", whole_width(columns))
                >
                    <caption class="unseen">{words.list_name}</caption>
                    <colgroup>{cols(columns, is_underfull(columns, likely_size().0))}</colgroup>
                    <thead>
                        <tr aria-rowindex="1"></tr>
                    </thead>
                    <tbody></tbody>
                </table>
            </div>
        }
        .into_any()
    }

    /// Draws the rows that a window shows.
    ///
    /// # Errors
    /// What the document says when it refuses an element.
    pub fn draw(&self, place: &Element) -> Result<(), JsValue> {
        let find = |path| place.query_selector(path)?.ok_or(JsValue::NULL);
        let scroll_position = {
            let mut table = self.0.borrow_mut();
            let body = Body::new(find("tbody")?, table.words)?;
            table.drawn = Some(Drawn { head_row: find("thead tr")?, head: Vec::new(), body });
            table.rows.scroll_position
        };
        let (width, height) = likely_size();
        self.draw_in((f64::from(scroll_position.left), width), (f64::from(scroll_position.top), height))
    }

    /// Draws what a window of these places and sizes shows, in pixels.
    fn draw_in(&self, across: (f64, f64), (top, height): (f64, f64)) -> Result<(), JsValue> {
        let Table { rows, frame, drawn, .. } = &mut *self.0.borrow_mut();
        let Some(drawn) = drawn else { return Ok(()) };
        let next = Frame::next(Some(frame), frame.columns.clone(), frame.rhythm, across);
        if drawn.head.is_empty() || next != *frame {
            *frame = next;
            drawn.draw_head(frame);
        }
        let window = row_window(rows.count(), frame.rhythm.row_height, top, height);
        drawn.body.draw(rows, frame, window)
    }

    /// What its rows have in common.
    pub(super) fn frame(&self) -> Arc<Frame> {
        self.0.borrow().frame.clone()
    }

    /// Its rows, moved to another table that speaks the same language.
    pub(super) fn move_rows(&self, tbody: &Element, words: &'static RowWords) -> Option<Body> {
        let mut table = self.0.borrow_mut();
        let is_same = std::ptr::eq(table.words, words);
        let mut body = table.drawn.take().filter(|_| is_same)?.body;
        body.move_to(tbody).ok()?;
        Some(body)
    }
}

impl Drawn {
    fn draw_head(&mut self, frame: &Frame) {
        for mut old in self.head.drain(..) {
            old.unmount();
        }
        for slot in &frame.slots {
            let mut cell = head_cell(slot, frame).build();
            cell.mount(&self.head_row, None);
            self.head.push(cell);
        }
    }
}

/// A header that only names its column.
fn head_cell(slot: &Slot, frame: &Frame) -> AnyView {
    let at = match *slot {
        Slot::Gap(count) => {
            return view! { <td class="table__gap" colspan=count aria-hidden="true"></td> }.into_any();
        }
        Slot::Column(at) => at,
    };
    let column = &frame.columns[at];
    let has_check = frame.check_at == at;
    view! {
        <th
            scope="col"
            class="head"
            class=("pinned", frame.pinned_at[at].is_some())
            class=("cell--check", has_check)
            style:left=frame.pinned_at[at].map(|left| format!("{left}px"))
            data-column=column.id.as_str().to_owned()
            aria-colindex=at + 1
        >
            <span class="head__line"><span class="head__title">{column.title.clone()}</span></span>
        </th>
    }
    .into_any()
}
