mod details;

use self::details::details;
use super::Icon;
use crate::i18n::{Words, fill};
use crate::model::Customer;
use crate::query::{Change, Date};
use crate::view_model::{ColumnView, preview_view};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// All that the list knows of one customer, beside the table. Nothing is asked for it.
///
/// It stands in a `.workspace` together with the list; see `style/preview.css`.
#[component]
pub fn Preview(
    /// The customer; `None` while the preview is closed.
    #[prop(into)]
    customer: Signal<Option<Arc<Customer>>>,
    /// All columns that are available, shown or not.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// The day on which it is looked at, China's.
    today: Callback<(), Date>,
    /// The customer's row, from 1, and how many rows there are.
    #[prop(into)]
    place: Signal<Option<(usize, usize)>>,
    /// Goes to the next customer (`true`) or to the previous one.
    on_step: Callback<bool>,
    /// Closes the preview.
    on_close: Callback<()>,
    /// Where a filter goes that was taken from a value.
    on_filter: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let is_open = Memo::new(move |_| customer.with(Option::is_some));
    let heading = NodeRef::<html::H2>::new();
    give_focus(is_open, heading);
    let name = move || {
        customer.with(|customer| match customer {
            Some(customer) if !customer.name.is_empty() => customer.name.clone(),
            _ => words.unnamed.to_owned(),
        })
    };
    let can_step = move |is_next: bool| {
        place.get().is_some_and(|(row, rows)| if is_next { row < rows } else { row > 1 })
    };
    let step = move |is_next: bool| {
        if untrack(|| can_step(is_next)) {
            on_step.run(is_next);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.is_composing()
            || event.alt_key()
            || event.ctrl_key()
            || event.meta_key()
            || event.shift_key()
        {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(true),
            "ArrowUp" => step(false),
            "Escape" => on_close.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let turn = move |is_next: bool| {
        let (icon, name, id, key) = if is_next {
            ("down", words.next_customer, "preview-next", "↓")
        } else {
            ("up", words.previous_customer, "preview-prev", "↑")
        };
        view! {
            <button
                type="button"
                class="button button--quiet button--icon"
                data-testid=id
                aria-label=name
                aria-keyshortcuts=if is_next { "ArrowDown" } else { "ArrowUp" }
                title=format!("{name} {key}")
                aria-disabled=move || (!can_step(is_next)).then_some("true")
                on:click=move |_| step(is_next)
            >
                <Icon name=icon />
            </button>
        }
    };
    let counted = move |sentence: &str, before: Option<String>| {
        let (row, rows) = place.get()?;
        let numbers = [row.to_string(), rows.to_string()];
        let values: Vec<&str> = before.iter().chain(&numbers).map(String::as_str).collect();
        Some(fill(sentence, &values))
    };
    let shown = move || counted(words.preview_place, None);
    let spoken = move || counted(words.preview_spoken, Some(name()));
    let content = move || {
        let view = customer.with(|customer| {
            let customer = customer.as_ref()?;
            Some((preview_view(customer, &columns.read(), today.run(()), words), customer.clone()))
        });
        view.map(|(view, customer)| details(view, &customer, on_filter, words))
    };
    move || {
        is_open.get().then(|| {
            view! {
                <aside class="preview" data-testid="preview" aria-labelledby="preview-name" on:keydown=pressed>
                    <div class="preview__bar">
                        <button type="button" class="button button--quiet preview__back" on:click=move |_| on_close.run(())>
                            <Icon name="left" />
                            {words.back_to_list}
                        </button>
                        <span class="preview__place">{shown}</span>
                        {turn(false)}
                        {turn(true)}
                        <button
                            type="button"
                            class="button button--quiet button--icon preview__close"
                            data-testid="preview-close"
                            aria-label=words.close
                            title=format!("{} Esc", words.close)
                            on:click=move |_| on_close.run(())
                        >
                            <Icon name="cross" />
                        </button>
                    </div>
                    <div class="preview__body">
                        <h2 node_ref=heading id="preview-name" class="preview__name" tabindex="-1">{name}</h2>
                        {content}
                    </div>
                    <p class="unseen" role="status" aria-live="polite">{spoken}</p>
                </aside>
            }
        })
    }
}

/// The heading takes the focus when the preview opens; when it closes and nobody took it, the focus
/// goes back to where it was.
fn give_focus(is_open: Memo<bool>, heading: NodeRef<html::H2>) {
    let before: StoredValue<Option<HtmlElement>, LocalStorage> = StoredValue::new_local(None);
    let focused = || document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        if is_open && was_open != Some(true) {
            before.set_value(focused());
        } else if !is_open && was_open == Some(true) {
            request_animation_frame(move || {
                let is_lost = focused().is_none_or(|it| it.tag_name() == "BODY");
                if let Some(before) = before.try_update_value(Option::take).flatten().filter(|_| is_lost) {
                    let _ = before.focus();
                }
            });
        }
        is_open
    });
    heading.on_load(|heading| {
        let _ = heading.focus();
    });
}
