mod found;
mod list_end;
mod option_picker;

use crate::components::filters::filter_slot::{button_title, button_words};
use crate::components::lazy_views;
use crate::components::parts::popover::{card_close, opens};
use crate::i18n::{Words, fill};
use crate::model::Choice;
use crate::query::Change;
use crate::state::{ChoiceList, NameSearch, OptionList, Options};
use crate::view_model::{ActiveFilter, choice_name, problem_view, unnamed_value};
use leptos::{html, prelude::*};
use list_end::{FailedNote, WaitingNote};
use option_picker::OptionPicker;

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
    /// The filter, while it is on.
    #[prop(into)]
    active: Signal<Option<ActiveFilter>>,
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
    let chosen = Signal::derive(move || {
        value.get().map(|id| value_name.get().unwrap_or_else(|| unnamed_value(id, words)))
    });
    let label = move || chosen.get().map(|chosen| fill(words.chip, &[name, &chosen]));
    view! {
        <button
            type="button"
            class="filter"
            class=("filter--open", is_open)
            class=("filter--on", move || value.with(Option::is_some))
            data-testid=test_id
            popovertarget=id.clone()
            aria-haspopup="listbox"
            aria-label=label
            title=button_title(active, words)
        >
            {button_words(name, chosen)}
        </button>
        <div node_ref=card popover="auto" id=id.clone() class="choose" on:toggle=move |event| set_open.set(opens(&event))>
            {move || is_open.get().then(|| lazy_views::choice_card(choice, value, pick, words))}
            {card_close(id.clone(), words)}
        </div>
    }
}

/// The id of the card with a filter's values.
pub(crate) fn card_id(choice: Choice) -> String {
    format!("choose-{}", choice.key())
}

/// What is loaded of a filter's values, and how more of them is asked for.
#[derive(Clone, Copy)]
struct Source {
    list: Memo<Option<ChoiceList>>,
    /// What was last looked up by name.
    search: Signal<NameSearch>,
    more: Callback<()>,
    look_up: Callback<String>,
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
    let source = Source {
        list: Memo::new(move |_| match options.list(choice) {
            Some(OptionList::Ready(list)) => Some(list),
            _ => None,
        }),
        search: options.name_search(),
        more: Callback::new(move |()| options.more(choice)),
        look_up: Callback::new(move |name: String| options.search_name(&name)),
    };
    let is_here = Memo::new(move |_| source.list.with(Option::is_some));
    let coming = move || match options.list(choice) {
        Some(OptionList::Failed(problem)) => {
            let text = fill(words.options_failed, &[&problem_view(&problem, words).text]);
            let retry = Callback::new(move |()| options.open(choice));
            view! { <FailedNote text retry words /> }.into_any()
        }
        _ => view! { <WaitingNote otherwise=words.options_loading words /> }.into_any(),
    };
    move || {
        if is_here.get() {
            view! { <OptionPicker choice source value=value.get_untracked() pick words /> }.into_any()
        } else {
            coming.into_any()
        }
    }
}
