use super::style;
use crate::components::parts::dialog::{Modal, sheet_head};
use crate::i18n::Words;
use crate::state::{Back, Tool, Tools};
use leptos::prelude::*;

/// A sheet over the page with a title and a way out. What it holds is made when it opens.
pub(super) fn sheet(
    tool: Tool,
    id: &'static str,
    title: &'static str,
    content: impl Fn() -> AnyView + Send + 'static,
    words: &'static Words,
) -> AnyView {
    style::adopt();
    let (tools, back) = (expect_context::<Tools>(), expect_context::<Back>());
    let is_open = tools.is_open(tool);
    back.closes(is_open, move || tools.close());
    let on_close = Callback::new(move |()| tools.close());
    let content: Box<dyn Fn() -> AnyView + Send> = Box::new(content);
    view! {
        <Modal is_open on_close class="sheet export tool" id>
            <div class="export__sheet">
                {sheet_head("export__head", id, title, on_close, words)}
                {move || is_open.get().then(&content)}
            </div>
        </Modal>
    }
    .into_any()
}
