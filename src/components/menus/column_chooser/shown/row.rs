//! One column in the list, and how it is found again from an event.
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::view_model::ColumnView;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// One column; `ways` says whether it can go up and down.
pub(super) fn row(
    column: &ColumnView,
    (at, count): (usize, usize),
    ways: (bool, bool),
    drop_at: RwSignal<Option<usize>>,
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
pub(super) fn row_of(target: Option<web_sys::EventTarget>) -> Option<(Element, usize)> {
    // A text can be dragged too, and is no element.
    let node = target?.dyn_into::<web_sys::Node>().ok()?;
    let element = node.dyn_into::<Element>().or_else(|node| node.parent_element().ok_or(node)).ok()?;
    let row = element.closest("li").ok()??;
    let at = row.get_attribute("data-at")?.parse().ok()?;
    Some((row, at))
}

/// The place of the row and the control in it that was used.
pub(super) fn control_of(target: Option<web_sys::EventTarget>) -> Option<(usize, String)> {
    let control = target?.dyn_into::<Element>().ok()?.closest("[data-act]").ok()??;
    let act = control.get_attribute("data-act")?;
    row_of(Some(control.into())).map(|(_, at)| (at, act))
}
