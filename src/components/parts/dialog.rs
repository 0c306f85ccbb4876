use crate::components::{Icon, IconName};
use crate::i18n::Words;
use leptos::{ev, html, prelude::*};

/// The frame of a modal dialog: it is there while something is open, and Escape or a click beside its sheet
/// closes it. The browser gives the focus back to where it was.
#[component]
pub(crate) fn Modal(
    /// Whether it is open.
    #[prop(into)]
    is_open: Signal<bool>,
    /// Told when somebody closes it.
    on_close: Callback<()>,
    /// The classes of its look.
    class: &'static str,
    /// Its test id; its title's id is [`title_id`] of it.
    id: &'static str,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    show_while(dialog, is_open);
    // `close` also comes where `is_open` was cleared elsewhere.
    let closed = move || {
        if is_open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class=class
            data-testid=id
            aria-labelledby=title_id(id)
            on:close=move |_| closed()
            on:click=move |event| if is_beside(&event) { closed() }
        >
            {children()}
        </dialog>
    }
}

/// The id of the title of a dialog.
pub(crate) fn title_id(dialog: &str) -> String {
    format!("{dialog}-title")
}

/// The head of a dialog's sheet: its title, and the cross that closes it. No `header`, which would be a second banner
/// of the page.
pub(crate) fn sheet_head(
    class: &'static str,
    dialog: &'static str,
    title: &'static str,
    on_close: Callback<()>,
    words: &'static Words,
) -> impl IntoView {
    view! {
        <div class=class>
            <h2 id=title_id(dialog)>{title}</h2>
            <button
                type="button"
                class="button button--quiet button--icon"
                aria-label=words.close
                title=words.close
                on:click=move |_| on_close.run(())
            >
                <Icon name=IconName::Cross />
            </button>
        </div>
    }
}

/// Shows a modal dialog while something is open, and closes it when that is over.
fn show_while(dialog: NodeRef<html::Dialog>, is_open: Signal<bool>) {
    Effect::new(move |_| {
        let is_wanted = is_open.get();
        if let Some(dialog) = dialog.get()
            && dialog.open() != is_wanted
        {
            if is_wanted {
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
}

/// Whether a click met the ground beside the sheet: there only the dialog itself is hit.
fn is_beside(event: &ev::MouseEvent) -> bool {
    use wasm_bindgen::JsCast;
    event.target().is_some_and(|target| target.is_instance_of::<web_sys::HtmlDialogElement>())
}
