use crate::i18n::{Words, fill};
use crate::layout::LayoutChange;
use crate::model::ColumnId;
use crate::state::pinyin_initial;
use crate::view_model::{ChooserGroup, ColumnView, chooser_groups, chooser_index, group_name};
use leptos::{ev, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Every column that can be shown, by what it is about, each with a checkbox.
#[component]
pub(super) fn ColumnGroups(
    available: Signal<Arc<[ColumnView]>>,
    shown: Signal<Arc<[ColumnView]>>,
    wanted: ReadSignal<String>,
    on_change: Callback<LayoutChange>,
    words: &'static Words,
) -> impl IntoView {
    // Made anew for new columns only, since pinyin takes its time; each counts as new, without being compared.
    let index = Memo::new_with_compare(move |_| available.with(|it| chooser_index(it)), |_, _| true);
    let groups = Memo::new(move |_| {
        let found = index.read().find(&wanted.read(), pinyin_initial);
        available.with(|available| shown.with(|shown| chooser_groups(available, shown, found)))
    });
    // One listener for all: a checkbox has the column's name as its value, a group's has its place.
    let changed = move |event: ev::Event| {
        let input = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let change = match input.get_attribute("data-group").and_then(|at| at.parse::<usize>().ok()) {
            Some(at) => groups
                .with_untracked(|groups| groups.get(at)?.toggle(shown.with_untracked(|shown| shown.len()))),
            None => {
                let column = vec![ColumnId::new(&input.value())];
                Some(if input.checked() { LayoutChange::Show(column) } else { LayoutChange::Hide(column) })
            }
        };
        if let Some(change) = change {
            on_change.run(change);
        }
    };
    let list = move || {
        let count = shown.with(|shown| shown.len());
        groups.with(|groups| {
            groups.iter().enumerate().map(|(at, it)| group(it, at, count, words)).collect::<Vec<_>>()
        })
    };
    view! {
        <section on:change=changed>
            <h2 class="columns__title">{words.columns_all}</h2>
            {list}
            <Show when=move || groups.with(Vec::is_empty)>
                <p class="columns__note" role="status">{words.no_column}</p>
            </Show>
        </section>
    }
}

fn group(group: &ChooserGroup, at: usize, count: usize, words: &'static Words) -> AnyView {
    let name = group_name(&group.heading, words);
    let (shown, all) = (group.shown(), group.columns.len());
    let (has_all, has_some) = (shown == all, shown > 0 && shown < all);
    let is_fixed = group.toggle(count).is_none();
    let columns: Vec<_> = group
        .columns
        .iter()
        .map(|column| {
            let is_last = column.is_shown && count == 1;
            let mark = if is_last {
                words.last_column
            } else if column.is_missing {
                words.not_in_list
            } else if column.is_computed {
                words.computed_mark
            } else {
                ""
            };
            let hint = if column.is_computed { words.computed_here } else { column.id.as_str() };
            view! {
                <li>
                    <label class="columns__choice" title=hint.to_owned()>
                        <input
                            type="checkbox"
                            value=column.id.as_str().to_owned()
                            prop:checked=column.is_shown
                            disabled=is_last
                        />
                        <span class="columns__name">{column.title.clone()}</span>
                        <span class="columns__mark">{mark}</span>
                    </label>
                </li>
            }
        })
        .collect();
    view! {
        <div class="columns__group" role="group" aria-label=name.to_owned()>
            <label class="columns__choice columns__head" title=is_fixed.then_some(words.last_column)>
                <input
                    type="checkbox"
                    data-group=at
                    aria-label=fill(words.select_group, &[name])
                    prop:checked=has_all
                    prop:indeterminate=has_some
                    disabled=is_fixed
                />
                <span class="columns__name">{name.to_owned()}</span>
                <span class="columns__mark">{format!("{shown}/{all}")}</span>
            </label>
            <ul>{columns}</ul>
        </div>
    }
    .into_any()
}
