//! What of the table is in sight, and its size.
use super::ScrolledTo;
use crate::components::parts::resize::on_resize;
use crate::components::parts::scroller::Scroller;
use crate::state::ScrollPosition;
use crate::view_model::ColumnView;
use leptos::{html, prelude::*};
use wasm_bindgen::JsValue;

/// The part of the table that the reader sees.
#[derive(Clone, Copy)]
pub(super) struct Viewport {
    /// The frame that scrolls.
    pub frame: NodeRef<html::Div>,
    /// From the left, and the width, in pixels.
    pub across: ReadSignal<(f64, f64)>,
    /// From the top, and the height, in pixels.
    pub down: ReadSignal<(f64, f64)>,
    /// The width for columns, in pixels.
    pub room: ReadSignal<f64>,
    set_room: WriteSignal<f64>,
    set_across: WriteSignal<(f64, f64)>,
    set_down: WriteSignal<(f64, f64)>,
    is_shown: Signal<bool>,
}

impl Viewport {
    /// As it will be when the table is drawn, and followed from then on.
    pub fn new(position: ScrollPosition, is_shown: Signal<bool>) -> Self {
        let (width, height) = likely_size();
        let (across, set_across) = signal((f64::from(position.left), width));
        let (down, set_down) = signal((f64::from(position.top), height));
        let (room, set_room) = signal(room_in(width));
        let this =
            Self { frame: NodeRef::new(), across, down, room, set_room, set_across, set_down, is_shown };
        on_resize(this.frame, move || this.measure());
        this
    }

    /// Reads place and size again. What cannot be seen has none.
    pub fn measure(self) {
        let element = self.frame.try_get_untracked().flatten();
        if let Some(element) = element.filter(|_| self.is_shown.try_get_untracked() == Some(true)) {
            let across = (f64::from(element.scroll_left()), f64::from(element.client_width()));
            let down = Scroller::of(&element).seen();
            self.set_across.maybe_update(|known| std::mem::replace(known, across) != across);
            let room = room_in(f64::from(element.offset_width()));
            self.set_room.maybe_update(|known| std::mem::replace(known, room) != room);
            self.set_down.maybe_update(|known| std::mem::replace(known, down) != down);
        }
    }

    /// Scrolls to the top. To set it where it stands already would still cost a layout.
    pub fn to_top(self) {
        if let Some(element) = self.frame.get_untracked()
            && self.down.get_untracked().0 > 0.0
        {
            Scroller::of(&element).set_top(0);
            self.measure();
        }
    }

    /// Scrolls to where the reader was.
    pub fn restore(self, position: ScrollPosition) {
        if position != ScrollPosition::default()
            && let Some(element) = self.frame.get_untracked()
        {
            Scroller::of(&element).set_top(position.top);
            element.set_scroll_left(position.left);
            self.measure();
        }
    }

    /// Tells where the reader has stopped scrolling, each time that they do.
    pub fn on_stop(self, told: Callback<ScrolledTo>) -> impl Fn() + Copy + 'static {
        let stopped = debounce(ScrolledTo::STILL, move |()| {
            if let Some(element) = self.frame.try_get_untracked().flatten() {
                told.run(ScrolledTo::in_element(&element));
            }
        });
        let stopped = StoredValue::new_local(stopped);
        move || stopped.update_value(|stopped| stopped(()))
    }
}

/// The size that the table will have in this window, in pixels: to measure it before its first rows are
/// drawn would be a layout more, and rows drawn for another size are drawn twice.
pub(super) fn likely_size() -> (f64, f64) {
    /// The header, one line of filters, and the pager.
    const AROUND: f64 = 136.0;
    let size = |size: Result<JsValue, JsValue>| size.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    (size(window().inner_width()), size(window().inner_height()) - AROUND)
}

/// The room for columns in a table of this width, in pixels. A scroll bar may take some of it, and before it is
/// drawn nobody knows: the same is left free with and without one, and goes to the last column.
pub(super) fn room_in(width: f64) -> f64 {
    const SCROLL_BAR: f64 = 16.0;
    width - SCROLL_BAR
}

/// The width of all columns, in pixels.
pub(super) fn whole_width(columns: &[ColumnView]) -> u32 {
    columns.iter().map(|column| column.width).sum()
}

/// Whether the columns leave room in a window of this width.
pub(super) fn is_underfull(columns: &[ColumnView], window: f64) -> bool {
    f64::from(whole_width(columns)) < window.floor()
}

/// The columns' widths. Where they leave room the last one takes it, and the others keep the width they
/// were given.
pub(super) fn cols(columns: &[ColumnView], is_underfull: bool) -> Vec<AnyView> {
    let last = columns.len().saturating_sub(1);
    let col = |(at, column): (usize, &ColumnView)| {
        let width = (at != last || !is_underfull).then(|| format!("{}px", column.width));
        view! { <col style:width=width /> }.into_any()
    };
    columns.iter().enumerate().map(col).collect()
}
