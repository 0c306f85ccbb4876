use crate::components::parts::popover::opens;
use crate::components::{Icon, IconName, Waiting, lazy_views};
use crate::i18n::{Words, fill};
use crate::model::{Choice, ChoiceOption};
use crate::query::Change;
use crate::state::{OptionList, Options};
use crate::view_model::{choice_name, fold, problem_view, unnamed_value};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;

/// Lists longer than this get a field to find in them; people and departments always do.
const LONG_LIST: usize = 8;

/// A filter whose values come from the endpoint, asked for when it is first opened.
#[component]
pub fn ChoiceFilter(
    /// Which one.
    choice: Choice,
    /// The chosen value.
    #[prop(into)]
    value: Signal<Option<i64>>,
    /// The chosen value's name.
    #[prop(into)]
    value_name: Signal<Option<String>>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let name = choice_name(choice, words);
    let test_id = format!("filter-{}", choice.key().trim_end_matches("_id"));
    let id = card_id(choice);
    let card = NodeRef::<html::Div>::new();
    let (is_open, set_open) = signal(false);
    let pick = Callback::new(move |picked: Option<i64>| {
        if let Some(card) = card.get_untracked() {
            let _ = card.hide_popover();
        }
        on_change.run(Change::Choose(choice, picked));
    });
    let chosen = move || value.get().map(|id| value_name.get().unwrap_or_else(|| unnamed_value(id, words)));
    let label = move || chosen().map(|chosen| fill(words.chip, &[name, &chosen]));
    view! {
        <button
            type="button"
            class="filter"
            class=("filter--on", move || value.with(Option::is_some))
            data-testid=test_id
            popovertarget=id.clone()
            aria-haspopup="listbox"
            aria-label=label
        >
            <span class="filter__name">{name}</span>
            // As the words of the label are parted.
            " "
            <span class="filter__value">{chosen}</span>
            <Icon name=IconName::Chevron />
        </button>
        <div node_ref=card popover="auto" id=id class="choose" on:toggle=move |event| set_open.set(opens(&event))>
            {move || is_open.get().then(|| lazy_views::choice_card(choice, value, pick, words))}
        </div>
    }
}

/// The id of the card with a filter's values.
pub(crate) fn card_id(choice: Choice) -> String {
    format!("choose-{}", choice.key())
}

/// The values, once they are here: they are asked for when the card is first shown.
#[component]
pub(crate) fn Card(
    choice: Choice,
    value: Signal<Option<i64>>,
    pick: Callback<Option<i64>>,
    words: &'static Words,
) -> impl IntoView {
    let options = expect_context::<Options>();
    options.open(choice);
    move || {
        match options.list(choice) {
        None | Some(OptionList::Loading) => {
            view! { <p class="choose__note" role="status"><Waiting otherwise=words.options_loading words /></p> }
                .into_any()
        }
        Some(OptionList::Failed(problem)) => {
            let text = fill(words.options_failed, &[&problem_view(&problem, words).text]);
            view! {
                <div class="choose__note" role="alert">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=move |_| options.open(choice)>{words.retry}</button>
                </div>
            }
            .into_any()
        }
        Some(OptionList::Ready(options)) => {
            view! { <OptionPicker choice options value=value.get_untracked() pick words /> }.into_any()
        }
    }
    }
}

/// The list of values: a listbox with, for long lists, a field that narrows it. The focus stays on
/// one element and the present option is told by `aria-activedescendant`.
#[component]
fn OptionPicker(
    choice: Choice,
    options: Arc<[ChoiceOption]>,
    value: Option<i64>,
    pick: Callback<Option<i64>>,
    words: &'static Words,
) -> impl IntoView {
    let (name, key) = (choice_name(choice, words), choice.key());
    let is_long = options.len() > LONG_LIST || matches!(choice, Choice::User | Choice::Department);
    let (wanted, set_wanted) = signal(String::new());
    let found = Memo::new(move |_| {
        let wanted = fold(wanted.get().trim());
        let any = wanted.is_empty().then_some(None::<ChoiceOption>);
        let fits = |option: &&ChoiceOption| {
            wanted.is_empty() || fold(&option.label).contains(&wanted) || fold(&option.note).contains(&wanted)
        };
        any.into_iter().chain(options.iter().filter(fits).cloned().map(Some)).collect::<Vec<_>>()
    });
    let value_of = |option: &Option<ChoiceOption>| option.as_ref().map(|option| option.value);
    let start =
        found.with_untracked(|found| found.iter().position(|option| value_of(option) == value)).unwrap_or(0);
    let (active, set_active) = signal(start);
    let option_id = move |at: usize| format!("option-{key}-{at}");
    let list = NodeRef::<html::Ul>::new();
    let search = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        // Whoever opens it can type or press an arrow at once.
        if let Some(search) = search.get() {
            let _ = search.focus();
        } else if let Some(list) = list.get() {
            let _ = list.focus();
        }
    });
    let reveal = move |at: usize| {
        if let Some(option) = document().get_element_by_id(&option_id(at)) {
            option.scroll_into_view_with_bool(false);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let at = active.get_untracked().min(last);
        let next = match event.key().as_str() {
            "ArrowDown" => (at + 1).min(last),
            "ArrowUp" => at.saturating_sub(1),
            "Home" if !is_long => 0,
            "End" if !is_long => last,
            "Enter" => {
                event.prevent_default();
                if let Some(option) = found.with_untracked(|found| found.get(at).cloned()) {
                    pick.run(value_of(&option));
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
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, option)| {
                let this = value_of(&option);
                let (label, note, depth) = match option {
                    Some(option) => (option.label, option.note, option.depth),
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
                        on:click=move |_| pick.run(this)
                        on:pointermove=move |_| if active.get_untracked() != at { set_active.set(at) }
                    >
                        <span>{label}</span>
                        {(!note.is_empty()).then(|| view! { <span class="choose__quiet">{note}</span> })}
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    let list_id = format!("list-{key}");
    let field = is_long.then(|| {
        let list_id = list_id.clone();
        view! {
            <input
                node_ref=search
                class="choose__search"
                type="search"
                role="combobox"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls=list_id
                aria-activedescendant=move || option_id(active.get())
                aria-label=fill("{} {}", &[words.find_option, name])
                placeholder=words.find_option
                autocomplete="off"
                on:input=move |event| {
                    set_wanted.set(event_target_value(&event));
                    set_active.set(0);
                }
                on:keydown=pressed
            />
        }
    });
    view! {
        {field}
        <ul
            node_ref=list
            id=list_id
            class="choose__list"
            role="listbox"
            aria-label=name
            tabindex=if is_long { "-1" } else { "0" }
            aria-activedescendant=move || (!is_long).then(|| option_id(active.get()))
            on:keydown=pressed
        >
            {rows}
        </ul>
        <Show when=move || found.with(Vec::is_empty)>
            <p class="choose__note" role="status">{words.no_option}</p>
        </Show>
    }
}
