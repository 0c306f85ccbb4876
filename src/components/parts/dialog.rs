use leptos::{ev, html, prelude::*};

/// Shows a modal dialog while something is open, and closes it when that is over.
pub(crate) fn show_while(dialog: NodeRef<html::Dialog>, is_open: Signal<bool>) {
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
pub(crate) fn is_beside(event: &ev::MouseEvent) -> bool {
    use wasm_bindgen::JsCast;
    event.target().is_some_and(|target| target.is_instance_of::<web_sys::HtmlDialogElement>())
}
