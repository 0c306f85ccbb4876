//! The table before the page around it is there: to look at, and not yet to work with.
use super::body::Body;
use super::frame::{Frame, Rhythm};
use super::{Rows, cols, is_underfull, likely_size, whole_width};
use crate::i18n::Words;
use crate::layout::Layout;
use crate::view_model::{ColumnView, Slot, row_window};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The first rows of a table, as [`CustomerTable`](super::CustomerTable) will show them. They are drawn
/// by [`draw`](FirstTable::draw) once its view stands in the document: nothing here is told of changes,
/// so that little code is needed.
pub struct FirstTable {
    rows: Rows,
    frame: Arc<Frame>,
    width: f64,
    height: f64,
    words: &'static Words,
}

impl FirstTable {
    /// A table of these columns, in their order.
    pub fn new(rows: Rows, columns: Arc<[ColumnView]>, layout: &Layout, words: &'static Words) -> Self {
        let (width, height) = likely_size();
        let frame = Frame::next(None, columns, Rhythm::new(layout), (0.0, width));
        Self { rows, frame, width, height, words }
    }

    /// The table without its rows.
    pub fn view(&self) -> AnyView {
        let Frame { columns, rhythm, .. } = &*self.frame;
        let head: Vec<_> = self.frame.slots.iter().map(|slot| head_cell(slot, &self.frame)).collect();
        view! {
            <div
                class="table"
                class=("table--wraps", rhythm.wraps)
                data-density=rhythm.density.as_str()
                style:--row=format!("{}px", rhythm.row_height)
                style:--lines=rhythm.density.lines().to_string()
                role="region"
                aria-label=self.words.list_name
            >
                <table
                    role="grid"
                    aria-rowcount=self.rows.count() + 1
                    aria-colcount=columns.len()
                    aria-busy="true"
                    style:width=format!("{}px", whole_width(columns))
                >
                    <caption class="unseen">{self.words.list_name}</caption>
                    <colgroup>{cols(columns, is_underfull(columns, self.width))}</colgroup>
                    <thead>
                        <tr aria-rowindex="1">{head}</tr>
                    </thead>
                    <tbody></tbody>
                </table>
            </div>
        }
        .into_any()
    }

    /// Draws the rows that a window shows. What is given back keeps them.
    ///
    /// # Errors
    /// What the document says when it refuses an element.
    pub fn draw(&self, place: &Element) -> Result<impl Sized + 'static, JsValue> {
        let tbody = place.query_selector("tbody")?.ok_or(JsValue::NULL)?;
        let mut body = Body::new(tbody, self.words)?;
        let window = row_window(self.rows.count(), self.frame.rhythm.row_height, 0.0, self.height);
        body.draw(&self.rows, &self.frame, window)?;
        Ok(body)
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
