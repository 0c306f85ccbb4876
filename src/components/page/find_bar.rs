use crate::components::parts::typing::{is_apple, is_composing};
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::without_invisible;
use leptos::{ev, html, prelude::*};

/// Finds in the rows that are loaded, as one types, and sends the same words to the endpoint where
/// that is not enough. What is being composed (pinyin) is no word yet.
#[component]
pub fn FindBar(
    /// What is typed; it may be kept while the bar is closed.
    #[prop(into)]
    typed: Signal<String>,
    /// Where each further letter goes.
    on_type: Callback<String>,
    /// How many rows hold it; `None` while nothing is typed.
    #[prop(into)]
    found: Signal<Option<usize>>,
    /// How many rows are looked through.
    #[prop(into)]
    loaded: Signal<usize>,
    /// Searches all customers for the words.
    on_send: Callback<String>,
    /// Closes the bar.
    on_close: Callback<()>,
    /// Each change calls the focus back into the field, for who presses the bar's keys again.
    #[prop(into, optional)]
    called: Signal<u32>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    keep_field(input, typed, called);
    let is_blank = move || typed.with(|typed| without_invisible(typed).trim().is_empty());
    let send = move || {
        let words = typed.with_untracked(|typed| without_invisible(typed).trim().to_owned());
        if !words.is_empty() {
            on_send.run(words);
        }
    };
    let key = move |event: ev::KeyboardEvent| pressed(&event, send, on_close);
    let is_none = move || found.get() == Some(0);
    let count = move || count_text(found.get(), loaded.get(), words);
    view! {
        <search class="find" aria-label=words.find_in_rows on:keydown=key>
            <div class="find__field">
                <Icon name=IconName::Search />
                <input
                    node_ref=input
                    class="find__words"
                    data-testid="find"
                    type="search"
                    name="find"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="200"
                    aria-label=words.find_in_rows
                    placeholder=words.find_in_rows
                    value=typed.get_untracked()
                    on:input=move |event| if !is_composing(&event) { on_type.run(event_target_value(&event)) }
                    on:compositionend=move |event| on_type.run(event_target_value(&event))
                />
            </div>
            <p class="find__count" class=("find__count--none", is_none) role="status" aria-live="polite">{count}</p>
            <button
                type="button"
                class="button find__send"
                class=("button--accent", is_none)
                data-testid="find-send"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                aria-disabled=move || is_blank().then_some("true")
                on:click=move |_| send()
            >
                {words.find_send}
                <kbd aria-hidden="true">{send_keys()}</kbd>
            </button>
            <button
                type="button"
                class="button button--quiet button--icon find__close"
                data-testid="find-close"
                aria-label=words.find_close
                title=words.find_close
                aria-keyshortcuts="Escape"
                on:click=move |_| on_close.run(())
            >
                <Icon name=IconName::Cross />
            </button>
        </search>
    }
}

/// Writes into the field what somebody else has set, and calls the focus there.
fn keep_field(input: NodeRef<html::Input>, typed: Signal<String>, called: Signal<u32>) {
    // Somebody else may clear the words; what is being typed is never touched.
    Effect::new(move |_| {
        let typed = typed.get();
        if let Some(input) = input.get()
            && input.value() != typed
        {
            input.set_value(&typed);
        }
    });
    Effect::new(move |_| {
        called.track();
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
}

/// Enter with Ctrl or ⌘ sends the words, and Escape closes the bar.
fn pressed(event: &ev::KeyboardEvent, send: impl Fn(), on_close: Callback<()>) {
    // Safari ends a composition before the key that ended it; 229 is what it calls such a key.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => send(),
        "Escape" => on_close.run(()),
        _ => return,
    }
    // Escape would also clear the field, and Enter press the button that has the focus.
    event.prevent_default();
    event.stop_propagation();
}

/// How many of the loaded rows hold the words; nothing while none are typed.
fn count_text(found: Option<usize>, loaded: usize, words: &'static Words) -> String {
    let loaded = loaded.to_string();
    match found {
        None => String::new(),
        Some(0) => fill(words.find_none, &[&loaded]),
        Some(found) => fill(words.find_count, &[&loaded, &found.to_string()]),
    }
}

/// The keys that press the button, as they are printed on this machine's keyboard.
fn send_keys() -> &'static str {
    if is_apple() { "⌘ ↵" } else { "Ctrl ↵" }
}
