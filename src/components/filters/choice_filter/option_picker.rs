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
    let (name, key) = (choice_name(choice, words), choice.key());
    let wanted = Wanted::new();
    let found = found(source, wanted);
    look_further(choice, source, wanted);
    let start = found
        .with_untracked(|found| found.iter().position(|option| value_of(option.as_ref()) == value))
        .unwrap_or(0);
    let (is_long, active) = (is_long(choice, source), RwSignal::new(start));
    let (shown, search) = (NodeRef::<html::Ul>::new(), NodeRef::<html::Input>::new());
    let picker = Picker { key, source, wanted, found, value, pick, is_long, active, shown };
    Effect::new(move |_| {
        // Whoever opens it can type or press an arrow at once.
        if let Some(search) = search.get() {
            let _ = search.focus();
        } else if let Some(shown) = shown.get() {
            let _ = shown.focus();
        }
    });
    let rows = move || {
        // Among what was looked for, a tree shows no more.
        let is_tree = wanted.is_nothing();
        let row = |(at, option)| picker.row(at, option, is_tree, words);
        found.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let is_empty = Memo::new(move |_| found.with(|found| !found.iter().any(Option::is_some)));
    view! {
        {is_long.then(|| picker.search_field(search, name, words))}
        <ul
            node_ref=shown
            id=picker.list_id()
            class="choose__list"
            role="listbox"
            aria-label=name
            tabindex=if is_long { "-1" } else { "0" }
            aria-activedescendant=move || (!is_long).then(|| picker.option_id(active.get()))
            on:keydown=move |event| picker.pressed(&event)
            on:scroll=move |_| picker.scrolled()
        >
            {rows}
        </ul>
        <ListEnd choice source wanted=wanted.text is_empty words />
    }
}

/// Whether a list gets a field to find in it.
fn is_long(choice: Choice, source: Source) -> bool {
    source.list.with_untracked(|list| {
        list.as_ref().is_some_and(|list| list.options.len() > LONG_LIST || list.extent != Extent::Whole)
    }) || matches!(choice, Choice::User | Choice::Department)
}

/// The list while it is open: what is looked for in it, and which option is the present one.
#[derive(Clone, Copy)]
struct Picker {
    key: &'static str,
    source: Source,
    wanted: Wanted,
    found: Memo<Vec<Option<ChoiceOption>>>,
    /// The value that is chosen.
    value: Option<i64>,
    pick: Callback<Option<i64>>,
    is_long: bool,
    /// The place of the present option, to which arrows and pointer go.
    active: RwSignal<usize>,
    shown: NodeRef<html::Ul>,
}

impl Picker {
    fn list_id(self) -> String {
        format!("list-{}", self.key)
    }

    fn option_id(self, at: usize) -> String {
        format!("option-{}-{at}", self.key)
    }

    fn reveal(self, at: usize) {
        if let Some(option) = document().get_element_by_id(&self.option_id(at)) {
            option.scroll_into_view_with_bool(false);
        }
    }

    /// Asks for more values. What is typed is looked for in another way.
    fn reached_end(self) {
        let is_idle =
            self.source.list.with_untracked(|list| list.as_ref().is_some_and(|list| list.rest == Rest::Idle));
        if is_idle && self.wanted.is_nothing() {
            self.source.more.run(());
        }
    }

    fn scrolled(self) {
        if let Some(shown) = self.shown.get_untracked()
            && shown.scroll_top() + shown.client_height() + NEAR_END >= shown.scroll_height()
        {
            self.reached_end();
        }
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let last = self.found.with_untracked(Vec::len).saturating_sub(1);
        let at = self.active.get_untracked().min(last);
        let next = match event.key().as_str() {
            "ArrowDown" if at == last => {
                self.reached_end();
                last
            }
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "Home" if !self.is_long => 0,
            "End" if !self.is_long => last,
            "Enter" => {
                event.prevent_default();
                self.pick_at(at);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.active.set(next);
        self.reveal(next);
    }

    fn pick_at(self, at: usize) {
        if let Some(option) = self.found.with_untracked(|found| found.get(at).cloned())
            && is_usable(option.as_ref())
        {
            self.pick.run(value_of(option.as_ref()));
        }
    }

    /// One value, or `None` for any; `is_tree` shows it as far in as it stands below others.
    fn row(
        self,
        at: usize,
        option: Option<ChoiceOption>,
        is_tree: bool,
        words: &'static Words,
    ) -> impl IntoView {
        let Self { active, pick, value, .. } = self;
        let (this, is_usable) = (value_of(option.as_ref()), is_usable(option.as_ref()));
        let (label, note, depth) = match option {
            Some(option) if is_tree && option.depth > 0 => (option.label, String::new(), option.depth),
            Some(option) => (option.label, option.note, 0),
            None => (words.all_values.to_owned(), String::new(), 0),
        };
        view! {
            <li
                id=self.option_id(at)
                role="option"
                class="choose__option"
                class=("choose__option--active", move || active.get() == at)
                style=("--depth", depth.to_string())
                aria-selected=(this == value).to_string()
                aria-disabled=(!is_usable).then_some("true")
                on:click=move |_| if is_usable { pick.run(this) }
                on:pointermove=move |_| if active.get_untracked() != at { active.set(at) }
            >
                <span>{label}</span>
                {(!note.is_empty()).then(|| view! { <span class="choose__quiet">{note}</span> })}
            </li>
        }
    }

    /// The field that narrows the list.
    fn search_field(
        self,
        search: NodeRef<html::Input>,
        name: &'static str,
        words: &'static Words,
    ) -> impl IntoView {
        let Self { active, wanted, .. } = self;
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
                aria-controls=self.list_id()
                aria-activedescendant=move || self.option_id(active.get())
                aria-label=fill("{} {}", &[words.find_option, name])
                placeholder=words.find_option
                autocomplete="off"
                on:input=move |event| {
                    wanted.is_composing.set(is_composing(&event));
                    wanted.text.set(event_target_value(&event));
                    active.set(0);
                }
                on:compositionend=move |_| wanted.is_composing.set(false)
                on:keydown=move |event| self.pressed(&event)
            />
        }
    }
}

fn value_of(option: Option<&ChoiceOption>) -> Option<i64> {
    option.map(|option| option.value)
}

fn is_usable(option: Option<&ChoiceOption>) -> bool {
    option.is_none_or(|option| option.is_usable)
}
