use crate::components::page::list_focus::focus_list;
use crate::components::parts::debounce::Debounce;
use crate::components::parts::typing::is_composing;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::model;
use crate::query::Change;
use leptos::{ev, html, prelude::*};

/// The words to search for and the field to search in. Typing is gathered, and what is being
/// composed (pinyin) is no word yet.
#[component]
pub fn SearchBox(
    /// The words asked for now.
    #[prop(into)]
    words_asked: Signal<String>,
    /// The field asked now; empty for any.
    #[prop(into)]
    field: Signal<String>,
    /// The fields to choose from.
    #[prop(into)]
    fields: Signal<Vec<model::SearchField>>,
    /// Whether the field stands beside the words; else there is another place for it.
    #[prop(into)]
    has_field: Signal<bool>,
    /// Where a finished question goes: a new step of the history.
    on_change: Callback<Change>,
    /// Where a word goes that is typed further: the same step of the history.
    on_retype: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let debounce = Debounce::new();
    // The first word after the field got the focus is a step of the history, the others refine it.
    let is_refining = StoredValue::new(false);
    let ask = move || {
        debounce.stop();
        let Some(typed) = input.get_untracked().map(|input| input.value()) else {
            return;
        };
        if typed.trim() == words_asked.get_untracked() {
            return;
        }
        let change = Change::Search { words: typed, field: field.get_untracked() };
        if is_refining.get_value() {
            on_retype.run(change)
        } else {
            on_change.run(change)
        }
        is_refining.set_value(true);
    };
    // Back, a removed chip or another tab change the words; what is being typed is never touched.
    Effect::new(move |_| {
        let asked = words_asked.get();
        if let Some(input) = input.get()
            && !debounce.is_waiting()
            && input.value().trim() != asked
        {
            input.set_value(&asked);
        }
    });
    let chosen = Callback::new(move |field| {
        let words = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        debounce.stop();
        on_change.run(Change::Search { words, field });
    });
    // The first Escape empties the field, which the browser does; the next leads back to the customers.
    let pressed = move |event: ev::KeyboardEvent| {
        let is_empty = input.get_untracked().is_some_and(|input| input.value().is_empty());
        if event.key() == "Escape" && is_empty && !event.is_composing() {
            focus_list();
        }
    };
    view! {
        <form
            class="search"
            role="search"
            on:submit=move |event: ev::SubmitEvent| {
                event.prevent_default();
                ask();
            }
        >
            <Icon name=IconName::Search />
            <input
                node_ref=input
                class="search__words"
                data-testid="query"
                type="search"
                name="query"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                aria-label=words.search
                placeholder=words.search
                value=words_asked.get_untracked()
                on:keydown=pressed
                on:focus=move |_| is_refining.set_value(false)
                on:input=move |event| if !is_composing(&event) { debounce.after(ask) }
                on:compositionstart=move |_| debounce.stop()
                on:compositionend=move |_| debounce.after(ask)
            />
            {move || has_field.get().then(|| view! { <SearchField field fields on_choose=chosen words /> })}
        </form>
    }
}

/// The field to search in.
#[component]
pub fn SearchField(
    /// The field asked now; empty for any.
    #[prop(into)]
    field: Signal<String>,
    /// The fields to choose from.
    #[prop(into)]
    fields: Signal<Vec<model::SearchField>>,
    /// Told of another one.
    on_choose: Callback<String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <select
            class="search__field"
            data-testid="search-field"
            aria-label=words.search_field
            on:change=move |event| on_choose.run(event_target_value(&event))
        >
            <option value="" selected=move || field.with(String::is_empty)>{words.any_field}</option>
            {move || fields
                .get()
                .into_iter()
                .map(|option| {
                    let name = option.name.clone();
                    view! {
                        <option value=option.name selected=move || field.with(|field| *field == name)>
                            {option.label}
                        </option>
                    }
                })
                .collect::<Vec<_>>()}
        </select>
    }
}
