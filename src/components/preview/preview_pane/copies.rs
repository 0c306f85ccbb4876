//! The customer as words for a chat: on a phone there is no other way to them.
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::view_model::{Copied, copied_lines};
use leptos::prelude::*;

/// The buttons that copy the customer's line and the numbers that can be called, where there are any.
pub(super) fn copies(
    line: String,
    numbers: Vec<String>,
    on_copy: Callback<Copied>,
    words: &'static Words,
) -> AnyView {
    let button = |test: &'static str, name: &'static str, lines: Vec<String>| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                data-testid=test
                on:click=move |_| on_copy.run(copied_lines(&lines))
            >
                <Icon name=IconName::Copy />
                {name}
            </button>
        }
        .into_any()
    };
    let has_numbers = !numbers.is_empty();
    view! {
        <div class="preview__copies">
            {has_numbers.then(|| button("preview-copy-numbers", words.copy_numbers, numbers))}
            {button("preview-copy-line", words.copy_line, vec![line])}
        </div>
    }
    .into_any()
}
