use crate::components::TableActions;
use crate::i18n::Words;
use crate::view_model::GroupHeading;
use leptos::prelude::*;

/// The heading of a group of cards: how many stand there, folded away or not, and calling through them.
pub(super) fn group_heading(
    heading: &GroupHeading,
    at: usize,
    actions: TableActions,
    words: &'static Words,
) -> AnyView {
    let GroupHeading { key, title, of, is_folded, .. } = heading.clone();
    // Whoever is folded away is not called.
    let run = (!is_folded).then(|| {
        view! {
            <button type="button" class="group__run" data-testid="run-group" on:click=move |_| actions.run.run(at)>
                {words.run_group}
            </button>
        }
    });
    view! {
        <li class="group" data-testid="group" data-group=key>
            <div class="group__line">
                <button type="button" class="group__fold" aria-expanded=(!is_folded).to_string() on:click=move |_| actions.fold.run(at)>{title}</button>
                <span class="group__of">{of}</span>
                {run}
            </div>
        </li>
    }
    .into_any()
}
