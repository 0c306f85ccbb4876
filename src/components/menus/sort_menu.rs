use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::model::Catalog;
use crate::query::{Change, Direction, Sort};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// The order of the list where there are no headers to click: on a phone.
#[component]
pub fn SortMenu(
    /// How the list is sorted.
    #[prop(into)]
    sort: Signal<Option<Sort>>,
    /// What can be sorted.
    #[prop(into)]
    catalog: Signal<Arc<Catalog>>,
    /// The title of a column.
    title: Callback<crate::model::ColumnId, String>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let choices = move || -> Vec<Sort> {
        let both = |column: &crate::model::ColumnId| {
            [Direction::Descending, Direction::Ascending]
                .map(|direction| Sort { column: column.clone(), direction })
        };
        catalog.with(|catalog| catalog.sorts.iter().flat_map(|(id, _)| both(id)).collect())
    };
    let changed = move |event: ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        on_change.run(Change::Sort(at.and_then(|at| choices().into_iter().nth(at))));
    };
    let chosen = move || match sort.get() {
        Some(Sort { column, direction: Direction::Ascending }) => title.run(column) + " ↑",
        Some(Sort { column, direction: Direction::Descending }) => title.run(column) + " ↓",
        None => words.sort_default.to_owned(),
    };
    view! {
        <label class="sort-menu">
            <Icon name=IconName::Sort />
            <span class="unseen">{words.sort_by}</span>
            // The field's own text has to be larger than all others here, or an iPhone zooms into it.
            <span class="sort-menu__chosen" aria-hidden="true">{chosen}</span>
            <select on:change=changed>
                <option value="" selected=move || sort.with(Option::is_none)>{words.sort_default}</option>
                {move || choices()
                    .into_iter()
                    .enumerate()
                    .map(|(at, choice)| {
                        let direction = match choice.direction {
                            Direction::Ascending => words.ascending,
                            Direction::Descending => words.descending,
                        };
                        let text = format!("{} · {direction}", title.run(choice.column.clone()));
                        view! {
                            <option value=at.to_string() selected=move || sort.with(|sort| sort.as_ref() == Some(&choice))>
                                {text}
                            </option>
                        }
                    })
                    .collect::<Vec<_>>()}
            </select>
        </label>
    }
}
