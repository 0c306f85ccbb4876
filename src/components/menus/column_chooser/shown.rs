use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::layout::{Layout, LayoutChange};
use crate::model::ColumnId;
use crate::view_model::{ColumnView, move_to_gap, nearest_gap};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

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
    let pinned_first = move || layout.with_untracked(|layout| layout.pinned.is_some());
    let dragged = StoredValue::new(None::<usize>);
    let (drop_at, set_drop_at) = signal(None::<usize>);
    // The column and the control in it that have the focus once the change has come back.
    let kept = StoredValue::new(None::<(ColumnId, String)>);

    let focus = move |at: usize, act: &str| {
        let control = list.get_untracked().and_then(|list| {
            list.query_selector(&format!("li:nth-child({}) [data-act={act}]", at + 1)).ok().flatten()
        });
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    };
    let put = move |from: usize, gap: usize, act: &str| {
        let change = shown.with_untracked(|shown| move_to_gap(shown, pinned_first(), from, gap));
        if let Some(change) = change {
            keep(kept, shown, from, act);
            on_change.run(change);
        }
    };
    Effect::new(move |_| {
        let shown = shown.get();
        let Some((id, act)) = kept.try_update_value(Option::take).flatten() else { return };
        if let Some(at) = shown.iter().position(|column| column.id == id) {
            focus(at, &act);
            if act != "hide" {
                let (place, count) = ((at + 1).to_string(), shown.len().to_string());
                spoken.set(fill(words.column_moved, &[&shown[at].title, &place, &count]));
            }
        }
    });

    let clicked = move |event: ev::MouseEvent| {
        let Some((at, act)) = control_of(event.target()) else { return };
        let now = shown.get_untracked();
        let Some(column) = now.get(at) else { return };
        match act.as_str() {
            "up" if at > 0 => put(at, at - 1, "up"),
            "down" => put(at, at + 2, "down"),
            "pin" => {
                keep(kept, shown, at, "pin");
                let id = column.id.clone();
                on_change.run(if column.is_pinned { LayoutChange::Unpin(id) } else { LayoutChange::Pin(id) });
            }
            "hide" if now.len() > 1 => {
                keep(kept, shown, if at + 1 < now.len() { at + 1 } else { at - 1 }, "hide");
                on_change.run(LayoutChange::Hide(vec![column.id.clone()]));
            }
            _ => {}
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let Some((at, act)) = control_of(event.target()) else { return };
        let last = shown.with_untracked(|shown| shown.len()).saturating_sub(1);
        match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) if at > 0 => put(at, at - 1, &act),
            ("ArrowDown", true) => put(at, at + 2, &act),
            ("ArrowUp", false) => focus(at.saturating_sub(1), &act),
            ("ArrowDown", false) => focus((at + 1).min(last), &act),
            ("Enter" | " ", false) if act == "grip" => spoken.set(words.move_hint.to_owned()),
            ("ArrowUp", true) => {}
            _ => return,
        }
        event.prevent_default();
    };

    let drag_started = move |event: ev::DragEvent| {
        dragged.set_value(row_of(event.target()).map(|(_, at)| at));
        if let Some(data) = event.data_transfer() {
            data.set_effect_allowed("move");
            // Some browsers drag nothing that holds no data.
            let _ = data.set_data("text/plain", "");
        }
    };
    let gap_under = move |event: &ev::DragEvent| {
        let (row, at) = row_of(event.target())?;
        let rect = row.get_bounding_client_rect();
        let is_below = f64::from(event.client_y()) > rect.top() + rect.height() / 2.0;
        Some(at + usize::from(is_below))
    };
    let dragged_over = move |event: ev::DragEvent| {
        let Some(from) = dragged.get_value() else { return };
        event.prevent_default();
        if let Some(gap) = gap_under(&event) {
            let gap = shown.with_untracked(|shown| nearest_gap(shown, pinned_first(), from, gap));
            if drop_at.get_untracked() != Some(gap) {
                set_drop_at.set(Some(gap));
            }
        }
    };
    let stop = move || {
        dragged.set_value(None);
        set_drop_at.set(None);
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        if let (Some(from), Some(gap)) = (dragged.get_value(), drop_at.get_untracked()) {
            put(from, gap, "grip");
        }
        stop();
    };

    let rows = move || {
        let shown = shown.get();
        let pinned_first = layout.with(|layout| layout.pinned.is_some());
        let can_go = |at: usize, gap: usize| move_to_gap(&shown, pinned_first, at, gap).is_some();
        shown
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let ways = (at > 0 && can_go(at, at - 1), can_go(at, at + 2));
                row(column, (at, shown.len()), ways, drop_at, words)
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
            on:click=clicked
            on:keydown=pressed
            on:dragstart=drag_started
            // A browser may ask at both whether something can be dropped here.
            on:dragenter=dragged_over
            on:dragover=dragged_over
            on:drop=dropped
            on:dragend=move |_| stop()
        >
            {rows}
        </ol>
    }
}

type Kept = StoredValue<Option<(ColumnId, String)>>;

/// Remembers which control of which column gets the focus next.
fn keep(kept: Kept, shown: Signal<Arc<[ColumnView]>>, at: usize, act: &str) {
    let id = shown.with_untracked(|shown| shown.get(at).map(|column| column.id.clone()));
    kept.set_value(id.map(|id| (id, act.to_owned())));
}

/// One column; `ways` says whether it can go up and down.
fn row(
    column: &ColumnView,
    (at, count): (usize, usize),
    ways: (bool, bool),
    drop_at: ReadSignal<Option<usize>>,
    words: &'static Words,
) -> AnyView {
    let title = column.title.as_str();
    let drop = move || match drop_at.get() {
        Some(gap) if gap == at => Some("before"),
        Some(gap) if gap == at + 1 && gap == count => Some("after"),
        _ => None,
    };
    let tool = |act: &'static str, icon: IconName, name: &str, is_on: bool, pressed: Option<bool>| {
        let name = fill(name, &[title]);
        let reason = if act == "hide" && !is_on { words.last_column.to_owned() } else { name.clone() };
        view! {
            <button
                type="button"
                class="columns__tool"
                data-act=act
                aria-label=name
                title=reason
                aria-disabled=(!is_on).then_some("true")
                aria-pressed=pressed.map(|it| it.to_string())
            >
                <Icon name=icon />
            </button>
        }
    };
    view! {
        <li class="columns__row" draggable="true" data-at=at data-column=column.id.as_str().to_owned() data-drop=drop>
            // No button: in Firefox nothing can be dragged by one.
            <span
                class="columns__tool columns__grip"
                role="button"
                tabindex="0"
                data-act="grip"
                aria-label=fill(words.move_column, &[title])
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                title=words.move_hint
            >
                <Icon name=IconName::Grip />
            </span>
            <span class="columns__name">{title.to_owned()}</span>
            {tool("up", IconName::Up, words.move_up, ways.0, None)}
            {tool("down", IconName::Down, words.move_down, ways.1, None)}
            {tool("pin", IconName::Pin, words.pin_column, true, Some(column.is_pinned))}
            {tool("hide", IconName::EyeOff, words.hide_column, count > 1, None)}
        </li>
    }
    .into_any()
}

/// The row that something happened in, and its place.
fn row_of(target: Option<web_sys::EventTarget>) -> Option<(Element, usize)> {
    // A text can be dragged too, and is no element.
    let node = target?.dyn_into::<web_sys::Node>().ok()?;
    let element = node.dyn_into::<Element>().or_else(|node| node.parent_element().ok_or(node)).ok()?;
    let row = element.closest("li").ok()??;
    let at = row.get_attribute("data-at")?.parse().ok()?;
    Some((row, at))
}

/// The place of the row and the control in it that was used.
fn control_of(target: Option<web_sys::EventTarget>) -> Option<(usize, String)> {
    let control = target?.dyn_into::<Element>().ok()?.closest("[data-act]").ok()??;
    let act = control.get_attribute("data-act")?;
    row_of(Some(control.into())).map(|(_, at)| (at, act))
}
