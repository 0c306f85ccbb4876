use super::style;
use crate::components::parts::dialog::{is_beside, show_while};
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::state::{Back, Tool, Tools};
use leptos::{html, prelude::*};

/// A sheet over the page with a title and a way out. What it holds is made when it opens.
pub(super) fn sheet(
    tool: Tool,
    id: &'static str,
    title: &'static str,
    content: impl Fn() -> AnyView + Send + 'static,
    words: &'static Words,
) -> AnyView {
    style::wear();
    let (tools, back) = (expect_context::<Tools>(), expect_context::<Back>());
    let is_open = tools.is_open(tool);
    back.closes(is_open, move || tools.close());
    let dialog = NodeRef::<html::Dialog>::new();
    show_while(dialog, is_open);
    let title_id = format!("{id}-title");
    let closed = move || {
        if is_open.get_untracked() {
            tools.close();
        }
    };
    let labelled_by = title_id.clone();
    let content: Box<dyn Fn() -> AnyView + Send> = Box::new(content);
    view! {
        <dialog
            node_ref=dialog
            class="sheet export tool"
            data-testid=id
            aria-labelledby=labelled_by
            on:close=move |_| closed()
            on:click=move |event| if is_beside(&event) { closed() }
        >
            <div class="export__sheet">
                <header class="export__head">
                    <h2 id=title_id>{title}</h2>
                    <button type="button" class="button button--quiet button--icon" aria-label=words.close title=words.close on:click=move |_| closed()>
                        <Icon name=IconName::Cross />
                    </button>
                </header>
                {move || is_open.get().then(&content)}
            </div>
        </dialog>
    }
    .into_any()
}
