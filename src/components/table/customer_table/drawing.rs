//! When the rows are drawn, marked and scrolled: each effect for what it follows.
use super::Rows;
use super::body::Body;
use super::first::FirstTable;
use super::frame::Frame;
use super::grid::Grid;
use super::head::{Head, HeadInputs};
use super::tip::Tip;
use super::viewport::{Viewport, cols, is_underfull, whole_width};
use crate::i18n::Words;
use crate::model::PickedCustomers;
use crate::state::ScrollPosition;
use crate::stop::note_refusal;
use crate::view_model::ColumnView;
use leptos::{html, prelude::*};
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What is drawn, and where.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    /// The rows.
    pub rows: Signal<Rows>,
    /// The selected customers.
    pub picked: Signal<PickedCustomers>,
    /// The row of the customer that is open beside the table.
    pub current: Signal<Option<usize>>,
    /// The columns near the window.
    pub frame: Memo<Arc<Frame>>,
    /// The rows near the window.
    pub window: Memo<Range<usize>>,
    /// What of it is in sight.
    pub viewport: Viewport,
    /// The header's row.
    pub head_row: NodeRef<html::Tr>,
    /// Where the rows stand.
    pub tbody: NodeRef<html::Tbody>,
    /// The document's part of it, once there is one.
    pub grid: StoredValue<Option<Grid>, LocalStorage>,
    /// The card over a cell that is cut off.
    pub tip: Tip,
}

impl Drawing {
    /// Follows rows, columns, scrolling and marks.
    pub fn follow(self, is_shown: Signal<bool>, first: Option<FirstTable>, inputs: HeadInputs) {
        self.start_other_lists_at_the_top();
        self.draw(is_shown, first, inputs);
        self.mark();
        self.follow_current();
        self.check_head();
    }

    /// The table in whose head and body all is drawn. The counts tell the whole, drawn or not.
    pub fn table(
        self,
        columns: Memo<Arc<[ColumnView]>>,
        is_busy: Signal<bool>,
        is_foreign: Signal<bool>,
        words: &'static Words,
    ) -> impl IntoView {
        let Self { rows, head_row, tbody, viewport, .. } = self;
        let is_underfull =
            Memo::new(move |_| columns.with(|list| is_underfull(list, viewport.across.get().1)));
        let cols = move || {
            let is_underfull = is_underfull.get();
            columns.with(|columns| cols(columns, is_underfull))
        };
        view! {
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
        }
    }

    /// Another page of rows starts at the top; the place across is kept. A place to come back to is taken
    /// when the rows are drawn.
    fn start_other_lists_at_the_top(self) {
        let Self { rows, grid, viewport, .. } = self;
        Effect::watch(
            move || rows.with(|rows| (rows.list_key, rows.only.clone())),
            move |now, before, _| {
                if before == Some(now) {
                    return;
                }
                grid.update_value(|grid| grid.iter_mut().for_each(Grid::back_to_top));
                if rows.with_untracked(|rows| rows.scroll_position == ScrollPosition::default()) {
                    viewport.to_top();
                }
            },
            false,
        );
    }

    fn draw(self, is_shown: Signal<bool>, first: Option<FirstTable>, inputs: HeadInputs) {
        let Self { rows, frame, window, viewport, head_row, tbody, grid, tip, .. } = self;
        let owner = Owner::current();
        let make = move || {
            let (frame, row, tbody) =
                (viewport.frame.get_untracked()?, head_row.get_untracked()?, tbody.get_untracked()?);
            let head = Head::new((*row).clone().into(), owner.clone().unwrap_or_default(), inputs);
            let body = match first.as_ref().and_then(|first| first.move_rows(&tbody, inputs.words)) {
                Some(body) => body,
                None => Body::new((*tbody).clone().into(), inputs.words).ok()?,
            };
            Some(Grid::new((*frame).clone(), head, body, inputs.words))
        };
        let drawn_list = StoredValue::new(None);
        Effect::new(move |_| {
            if tbody.get().is_none() || head_row.get().is_none() || !is_shown.get() {
                return;
            }
            let (rows, frame, window) = (rows.get(), frame.get(), window.get());
            let (list_key, scroll_position) = (rows.list_key, rows.scroll_position);
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
            if drawn_list.get_value() != Some(list_key) {
                drawn_list.set_value(Some(list_key));
                viewport.restore(scroll_position);
            }
        });
    }

    /// Marks the selected rows and the one that is open.
    fn mark(self) {
        Effect::new(move |_| {
            // What is drawn anew is marked too.
            let (_, _) = (self.frame.track(), self.window.track());
            // Once and not for each row: to read the rows is to make them.
            let (rows, current) = (self.rows.get(), self.current.get());
            self.picked.with(|picked| {
                let is_picked = |row| rows.customer(row).is_some_and(|customer| picked.contains(customer));
                let is_opened = |at| rows.is_opened.run(at);
                self.grid.update_value(|grid| {
                    let mark = |grid: &mut Grid| grid.mark(is_picked, is_opened, current);
                    if let Some(Err(cause)) = grid.as_mut().map(mark) {
                        note_refusal("the marks of rows", &cause);
                    }
                });
            });
        });
    }

    /// Stepping through the customers beside the table moves the keyboard's place in it.
    fn follow_current(self) {
        let Self { current, frame, grid, viewport, .. } = self;
        Effect::watch(
            move || current.get(),
            move |row, _, _| {
                if let Some(row) = row {
                    let frame = frame.get_untracked();
                    grid.update_value(|grid| grid.iter_mut().for_each(|grid| grid.come_to(*row, &frame)));
                    viewport.measure();
                }
            },
            false,
        );
    }

    /// The header's box tells whether all rows are selected, or some.
    fn check_head(self) {
        Effect::new(move |_| {
            let ((is_all, is_some), _) = (self.all_picked(), self.frame.get());
            let check = self.head_row.get().and_then(|row| row.query_selector(".row__check").ok().flatten());
            if let Some(check) = check.and_then(|check| check.dyn_into::<web_sys::HtmlInputElement>().ok()) {
                check.set_checked(is_all);
                check.set_indeterminate(is_some);
            }
        });
    }

    /// Whether all rows are selected, and whether only some are.
    fn all_picked(self) -> (bool, bool) {
        // Rows are read when somebody asks for them, so nobody asks without need.
        if self.picked.with(|picked| picked.is_empty()) {
            return (false, false);
        }
        let rows = self.rows.get();
        let customers = || (0..rows.count()).filter_map(|row| rows.customer(row));
        // A row without an id cannot be selected.
        let count = customers().filter(|customer| customer.id.is_some()).count();
        let some =
            self.picked.with(|picked| customers().filter(|customer| picked.contains(customer)).count());
        (count > 0 && some == count, some > 0 && some < count)
    }
}
