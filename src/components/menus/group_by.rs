use crate::i18n::Words;
use crate::model::ColumnId;
use crate::view_model::{ColumnView, can_group};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// By which column the loaded rows are grouped.
#[component]
pub fn GroupBy(
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// The column of now.
    #[prop(into)]
    group: Signal<Option<ColumnId>>,
    /// Told of another one, or of none.
    on_group: Callback<Option<ColumnId>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let options = move || {
        let by = group.get();
        let is_offered = |column: &&ColumnView| can_group(column) || by.as_ref() == Some(&column.id);
        let option = |column: &ColumnView| {
            let is_chosen = by.as_ref() == Some(&column.id);
            let (id, title) = (column.id.as_str().to_owned(), column.title.clone());
            view! { <option value=id selected=is_chosen>{title}</option> }
        };
        available.with(|all| all.iter().filter(is_offered).map(option).collect::<Vec<_>>())
    };
    let changed = move |event: ev::Event| {
        let id = event_target_value(&event);
        on_group.run((!id.is_empty()).then(|| ColumnId::new(&id)));
    };
    view! {
        <select class="group-by" data-testid="group-by" aria-label=words.group_by on:change=changed>
            <option value="" selected=move || group.with(Option::is_none)>{words.group_by_none}</option>
            {options}
        </select>
    }
}
