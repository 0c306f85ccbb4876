mod row;

use self::row::{control_of, row, row_of};
use crate::i18n::{Words, fill};
use crate::layout::{Layout, LayoutChange};
use crate::model::ColumnId;
use crate::view_model::{ColumnView, move_to_gap, nearest_gap};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The columns of the table in their order: dragged, moved by keys or buttons, pinned, hidden. All
/// rows share the listeners of the list.
#[component]
pub(super) fn ShownColumns(
    shown: Signal<Arc<[ColumnView]>>,
    layout: Signal<Layout>,
    on_change: Callback<LayoutChange>,
    /// What is said aloud.
    spoken: RwSignal<String>,
    words: &'static Words,
) -> impl IntoView {
    let list = NodeRef::<html::Ol>::new();
    let kept = StoredValue::new(None);
    let order = Order { list, shown, layout, on_change, kept, spoken, words };
    order.follow();
    let drag = Drag { order, from: StoredValue::new(None), drop_at: RwSignal::new(None) };
    let rows = move || {
        let shown = shown.get();
        let pinned_first = layout.with(|layout| layout.pinned.is_some());
        let can_go = |at: usize, gap: usize| move_to_gap(&shown, pinned_first, at, gap).is_some();
        shown
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let ways = (at > 0 && can_go(at, at - 1), can_go(at, at + 2));
                row(column, (at, shown.len()), ways, drag.drop_at, words)
            })
            .collect::<Vec<_>>()
    };
    view! {
        <h2 class="columns__title">
            {words.columns_shown}
            <span class="columns__mark">{move || shown.with(|shown| shown.len())}</span>
        </h2>
        <ol
            node_ref=list
            class="columns__shown"
            aria-label=words.columns_shown
            on:click=move |event| order.clicked(&event)
            on:keydown=move |event| order.pressed(&event)
            on:dragstart=move |event| drag.started(&event)
            // A browser may ask at both whether something can be dropped here.
            on:dragenter=move |event| drag.over(&event)
            on:dragover=move |event| drag.over(&event)
            on:drop=move |event| drag.dropped(&event)
            on:dragend=move |_| drag.stop()
        >
            {rows}
        </ol>
    }
}

/// The columns' order as it stands, and how it is changed.
#[derive(Clone, Copy)]
struct Order {
    list: NodeRef<html::Ol>,
    shown: Signal<Arc<[ColumnView]>>,
    layout: Signal<Layout>,
    on_change: Callback<LayoutChange>,
    /// The column and the control in it that have the focus once the change has come back.
    kept: StoredValue<Option<(ColumnId, String)>>,
    /// What is said aloud.
    spoken: RwSignal<String>,
    words: &'static Words,
}

impl Order {
    /// Gives the focus back after each change, and says where the column stands now.
    fn follow(self) {
        let Self { kept, spoken, words, .. } = self;
        Effect::new(move |_| {
            let shown = self.shown.get();
            let Some((id, act)) = kept.try_update_value(Option::take).flatten() else { return };
            if let Some(at) = shown.iter().position(|column| column.id == id) {
                self.focus(at, &act);
                if act != "hide" {
                    let (place, count) = ((at + 1).to_string(), shown.len().to_string());
                    spoken.set(fill(words.column_moved, &[&shown[at].title, &place, &count]));
                }
            }
        });
    }

    fn pinned_first(self) -> bool {
        self.layout.with_untracked(|layout| layout.pinned.is_some())
    }

    fn focus(self, at: usize, act: &str) {
        let control = self.list.get_untracked().and_then(|list| {
            list.query_selector(&format!("li:nth-child({}) [data-act={act}]", at + 1)).ok().flatten()
        });
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    }

    /// Remembers which control of which column gets the focus next.
    fn keep(self, at: usize, act: &str) {
        let id = self.shown.with_untracked(|shown| shown.get(at).map(|column| column.id.clone()));
        self.kept.set_value(id.map(|id| (id, act.to_owned())));
    }

    /// The gap that a column goes into which is dropped at another.
    fn nearest_gap(self, from: usize, gap: usize) -> usize {
        self.shown.with_untracked(|shown| nearest_gap(shown, self.pinned_first(), from, gap))
    }

    fn put(self, from: usize, gap: usize, act: &str) {
        let change = self.shown.with_untracked(|shown| move_to_gap(shown, self.pinned_first(), from, gap));
        if let Some(change) = change {
            self.keep(from, act);
            self.on_change.run(change);
        }
    }

    fn clicked(self, event: &ev::MouseEvent) {
        let Some((at, act)) = control_of(event.target()) else { return };
        let now = self.shown.get_untracked();
        let Some(column) = now.get(at) else { return };
        match act.as_str() {
            "up" if at > 0 => self.put(at, at - 1, "up"),
            "down" => self.put(at, at + 2, "down"),
            "pin" => {
                self.keep(at, "pin");
                let id = column.id.clone();
                let change = if column.is_pinned { LayoutChange::Unpin(id) } else { LayoutChange::Pin(id) };
                self.on_change.run(change);
            }
            "hide" if now.len() > 1 => {
                self.keep(if at + 1 < now.len() { at + 1 } else { at - 1 }, "hide");
                self.on_change.run(LayoutChange::Hide(vec![column.id.clone()]));
            }
            _ => {}
        }
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let Some((at, act)) = control_of(event.target()) else { return };
        let last = self.shown.with_untracked(|shown| shown.len()).saturating_sub(1);
        match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) if at > 0 => self.put(at, at - 1, &act),
            ("ArrowDown", true) => self.put(at, at + 2, &act),
            ("ArrowUp", false) => self.focus(at.saturating_sub(1), &act),
            ("ArrowDown", false) => self.focus((at + 1).min(last), &act),
            ("Enter" | " ", false) if act == "grip" => self.spoken.set(self.words.move_hint.to_owned()),
            ("ArrowUp", true) => {}
            _ => return,
        }
        event.prevent_default();
    }
}

/// A column that is being dragged.
#[derive(Clone, Copy)]
struct Drag {
    order: Order,
    from: StoredValue<Option<usize>>,
    /// The gap into which it would be dropped now.
    drop_at: RwSignal<Option<usize>>,
}

impl Drag {
    fn started(self, event: &ev::DragEvent) {
        self.from.set_value(row_of(event.target()).map(|(_, at)| at));
        if let Some(data) = event.data_transfer() {
            data.set_effect_allowed("move");
            // Some browsers drag nothing that holds no data.
            let _ = data.set_data("text/plain", "");
        }
    }

    fn over(self, event: &ev::DragEvent) {
        let Some(from) = self.from.get_value() else { return };
        event.prevent_default();
        if let Some(gap) = gap_under(event) {
            let gap = self.order.nearest_gap(from, gap);
            if self.drop_at.get_untracked() != Some(gap) {
                self.drop_at.set(Some(gap));
            }
        }
    }

    fn dropped(self, event: &ev::DragEvent) {
        event.prevent_default();
        if let (Some(from), Some(gap)) = (self.from.get_value(), self.drop_at.get_untracked()) {
            self.order.put(from, gap, "grip");
        }
        self.stop();
    }

    fn stop(self) {
        self.from.set_value(None);
        self.drop_at.set(None);
    }
}

fn gap_under(event: &ev::DragEvent) -> Option<usize> {
    let (row, at) = row_of(event.target())?;
    let rect = row.get_bounding_client_rect();
    let is_below = f64::from(event.client_y()) > rect.top() + rect.height() / 2.0;
    Some(at + usize::from(is_below))
}
