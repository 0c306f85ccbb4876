//! The table before the page around it is there: to look at, and not yet to work with.
use super::body::Body;
use super::frame::{Frame, Rhythm};
use super::head::{Head, HeadInputs};
use super::{Rows, cols, is_underfull, whole_width};
use crate::i18n::Words;
use crate::layout::Layout;
use crate::query::Sort;
use crate::view_model::{ColumnView, row_window};
use leptos::{html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The first rows of a table, as [`CustomerTable`](super::CustomerTable) will show them.
#[component]
pub fn FirstTable(
    /// The rows.
    rows: Rows,
    /// All columns to show, in their order.
    columns: Arc<[ColumnView]>,
    /// How the table looks.
    layout: Layout,
    /// How it is sorted.
    sort: Option<Sort>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let size = |size: Result<JsValue, JsValue>| size.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let rhythm = Rhythm::new(&layout);
    let frame = Frame::next(None, columns.clone(), rhythm, (0.0, width));
    let drawn = row_window(rows.count(), rhythm.row_height, 0.0, height);
    let inputs = HeadInputs {
        sort: Signal::stored(sort),
        catalog: Signal::stored(Arc::default()),
        href: Callback::new(|_| String::new()),
        words,
    };
    let owner = Owner::current().unwrap_or_default();
    let kept = StoredValue::new_local(None);
    let (head_row, tbody) = (NodeRef::<html::Tr>::new(), NodeRef::<html::Tbody>::new());
    let (count, across) = (rows.count(), columns.len());
    let draw = move || -> Option<Result<(), JsValue>> {
        let mut head = Head::new((*head_row.get()?).clone().into(), owner.clone(), inputs);
        let mut body = Body::new((*tbody.get()?).clone().into(), words).ok()?;
        let outcome = head.draw(&frame).and_then(|()| body.draw(&rows, &frame, drawn.clone()));
        kept.set_value(Some((head, body)));
        Some(outcome)
    };
    Effect::new(move |_| {
        if let Some(Err(cause)) = draw() {
            leptos::logging::error!("first rows: {cause:?}");
        }
    });
    view! {
        <div
            class="table"
            data-density=rhythm.density.as_str()
            class=("table--wraps", rhythm.wraps)
            style:--row=format!("{}px", rhythm.row_height)
            style:--lines=rhythm.density.lines().to_string()
            role="region"
            aria-label=words.list_name
        >
            <table
                role="grid"
                aria-rowcount=count + 1
                aria-colcount=across
                aria-busy="true"
                style:width=format!("{}px", whole_width(&columns))
            >
                <caption class="unseen">{words.list_name}</caption>
                <colgroup>{cols(&columns, is_underfull(&columns, width))}</colgroup>
                <thead>
                    <tr node_ref=head_row aria-rowindex="1"></tr>
                </thead>
                <tbody node_ref=tbody></tbody>
            </table>
        </div>
    }
}
