use super::Source;
use super::found::{Wanted, found, look_further};
use super::list_end::ListEnd;
use crate::components::parts::typing::is_composing;
use crate::i18n::{Words, fill};
use crate::model::{Choice, ChoiceOption};
use crate::state::{Extent, Rest};
use crate::view_model::choice_name;
use leptos::{ev, html, prelude::*};

/// Lists longer than this get a field to find in them; people and departments always do.
const LONG_LIST: usize = 8;

/// How near to the end of the loaded values the next page is asked for, in pixels.
const NEAR_END: i32 = 48;

/// The list of values: a listbox with, for long lists, a field that narrows it. The focus stays on
/// one element and the present option is told by `aria-activedescendant`. What is not loaded yet is asked
/// for when the end is reached or when something is looked for.
#[component]
pub(super) fn OptionPicker(
    choice: Choice,
    source: Source,
    value: Option<i64>,
    pick: Callback<Option<i64>>,
    words: &'static Words,
) -> impl IntoView {
    let list = source.list;
    let (name, key) = (choice_name(choice, words), choice.key());
    let is_long = list.with_untracked(|list| {
        list.as_ref().is_some_and(|list| list.options.len() > LONG_LIST || list.extent != Extent::Whole)
    }) || matches!(choice, Choice::User | Choice::Department);
    let wanted = Wanted::new();
    let found = found(source, wanted);
    look_further(choice, source, wanted);
    let start = found
        .with_untracked(|found| found.iter().position(|option| value_of(option.as_ref()) == value))
        .unwrap_or(0);
    let (active, set_active) = signal(start);
    let option_id = move |at: usize| format!("option-{key}-{at}");
    let shown = NodeRef::<html::Ul>::new();
    let search = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        // Whoever opens it can type or press an arrow at once.
        if let Some(search) = search.get() {
            let _ = search.focus();
        } else if let Some(shown) = shown.get() {
            let _ = shown.focus();
        }
    });
    let reveal = move |at: usize| {
        if let Some(option) = document().get_element_by_id(&option_id(at)) {
            option.scroll_into_view_with_bool(false);
        }
    };
    // What is typed is looked for in another way.
    let reached_end = move || {
        let is_idle = list.with_untracked(|list| list.as_ref().is_some_and(|list| list.rest == Rest::Idle));
        if is_idle && wanted.is_nothing() {
            source.more.run(());
        }
    };
    let scrolled = move |_| {
        if let Some(shown) = shown.get_untracked()
            && shown.scroll_top() + shown.client_height() + NEAR_END >= shown.scroll_height()
        {
            reached_end();
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let at = active.get_untracked().min(last);
        let next = match event.key().as_str() {
            "ArrowDown" if at == last => {
                reached_end();
                last
            }
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "Home" if !is_long => 0,
            "End" if !is_long => last,
            "Enter" => {
                event.prevent_default();
                if let Some(option) = found.with_untracked(|found| found.get(at).cloned())
                    && is_usable(option.as_ref())
                {
                    pick.run(value_of(option.as_ref()));
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        set_active.set(next);
        reveal(next);
    };
    let rows = move || {
        // Among what was looked for, a tree shows no more.
        let is_tree = wanted.is_nothing();
        let row = |(at, option): (usize, Option<ChoiceOption>)| {
            let (this, is_usable) = (value_of(option.as_ref()), is_usable(option.as_ref()));
            let (label, note, depth) = match option {
                Some(option) if is_tree && option.depth > 0 => (option.label, String::new(), option.depth),
                Some(option) => (option.label, option.note, 0),
                None => (words.all_values.to_owned(), String::new(), 0),
            };
            view! {
                <li
                    id=option_id(at)
                    role="option"
                    class="choose__option"
                    class=("choose__option--active", move || active.get() == at)
                    style=("--depth", depth.to_string())
                    aria-selected=(this == value).to_string()
                    aria-disabled=(!is_usable).then_some("true")
                    on:click=move |_| if is_usable { pick.run(this) }
                    on:pointermove=move |_| if active.get_untracked() != at { set_active.set(at) }
                >
                    <span>{label}</span>
                    {(!note.is_empty()).then(|| view! { <span class="choose__quiet">{note}</span> })}
                </li>
            }
        };
        found.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let list_id = format!("list-{key}");
    let field = is_long.then(|| {
        let list_id = list_id.clone();
        view! {
            <input
                node_ref=search
                class="choose__search"
                // A search field would keep Escape to itself in WebKit; here it closes the card.
                type="text"
                enterkeyhint="search"
                role="combobox"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls=list_id
                aria-activedescendant=move || option_id(active.get())
                aria-label=fill("{} {}", &[words.find_option, name])
                placeholder=words.find_option
                autocomplete="off"
                on:input=move |event| {
                    wanted.is_composing.set(is_composing(&event));
                    wanted.text.set(event_target_value(&event));
                    set_active.set(0);
                }
                on:compositionend=move |_| wanted.is_composing.set(false)
                on:keydown=pressed
            />
        }
    });
    let is_empty = Memo::new(move |_| found.with(|found| !found.iter().any(Option::is_some)));
    view! {
        {field}
        <ul
            node_ref=shown
            id=list_id
            class="choose__list"
            role="listbox"
            aria-label=name
            tabindex=if is_long { "-1" } else { "0" }
            aria-activedescendant=move || (!is_long).then(|| option_id(active.get()))
            on:keydown=pressed
            on:scroll=scrolled
        >
            {rows}
        </ul>
        <ListEnd choice source wanted=wanted.text is_empty words />
    }
}

fn value_of(option: Option<&ChoiceOption>) -> Option<i64> {
    option.map(|option| option.value)
}

fn is_usable(option: Option<&ChoiceOption>) -> bool {
    option.is_none_or(|option| option.is_usable)
}
