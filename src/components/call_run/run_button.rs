use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::state::{CallRunState, RunStart, Selection};
use leptos::prelude::*;

/// Begins to call through the selected customers or, where none are, through all rows on the screen.
#[component]
pub fn RunButton(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (run, selection) = (expect_context::<CallRunState>(), expect_context::<Selection>());
    let count = Memo::new(move |_| selection.picked().with(|picked| picked.len()));
    let name = move || match count.get() {
        0 => words.run.to_owned(),
        count => fill(words.run_picked, &[&count.to_string()]),
    };
    view! {
        <button
            type="button"
            class="button button--quiet run__open"
            data-testid="run"
            aria-label=name
            title=name
            on:click=move |_| run.asked().set(Some(RunStart::Rows))
        >
            <Icon name=IconName::Phone />
            <span class="run__open-text">{words.run_short}</span>
        </button>
    }
}
