use super::sheet::sheet;
use crate::components::parts::qr_code::qr_code;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::query::fragment;
use crate::state::{Fields, Navigation, Question, Settings, Toast, Tool, write_clipboard};
use crate::view_model::{copied_lines, has_private_words, share_sentence, share_text, shared_query};
use leptos::prelude::*;

/// The present list as a sentence and a link, for a chat, and as a code for a phone. There is no customer in it, and no token.
#[component]
pub fn ShareSheet(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    sheet(Tool::Share, "share-sheet", words.share_title, move || content(words), words)
}

fn content(words: &'static Words) -> AnyView {
    let (question, settings) = (expect_context::<Question>(), expect_context::<Settings>());
    let (toast, fields) = (expect_context::<Toast>(), expect_context::<Fields>().catalog());
    let query = expect_context::<Navigation>().query();
    let is_private = Memo::new(move |_| query.with(has_private_words));
    let is_agreed = RwSignal::new(false);
    let shared = Memo::new(move |_| {
        let with_words = !is_private.get() || is_agreed.get();
        query.with(|query| shared_query(query, with_words))
    });
    let address = Memo::new(move |_| address(&shared.with(fragment::write)));
    let text = Memo::new(move |_| {
        let active = question.active_filters();
        let sentence =
            shared.with(|query| share_sentence(query, &active, &fields.read(), settings.language()));
        share_text(&sentence, &address.read(), words)
    });
    let copy = move |_| {
        write_clipboard(copied_lines(&[text.get_untracked()]), move |is_written| {
            toast.show(if is_written { words.copied } else { words.copy_by_key }.to_owned());
        });
    };
    let left_out = move || {
        is_private.get().then(|| {
            view! {
                <label class="tool__agree" data-testid="share-private">
                    <input
                        type="checkbox"
                        data-testid="share-words"
                        prop:checked=is_agreed
                        on:change=move |event| is_agreed.set(event_target_checked(&event))
                    />
                    <span>{words.share_left_out}<small>{words.share_put_in}</small></span>
                </label>
            }
        })
    };
    view! {
        <p class="tool__text" data-testid="share-text" tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=words.share_title>{text}</p>
        {left_out}
        <div class="tool__code">{move || address.with(|address| qr_code(address, words.share_code, "share-code"))}</div>
        <p class="tool__cost">{words.share_receiver}</p>
        <footer class="export__actions">
            <button type="button" class="button button--accent" data-testid="share-copy" autofocus on:click=copy>
                <Icon name=IconName::Copy />
                {words.share_copy}
            </button>
        </footer>
    }
    .into_any()
}

/// Where this page stands, with another fragment and without anything else.
fn address(fragment: &str) -> String {
    let place = window().location();
    let (origin, path) = (place.origin().unwrap_or_default(), place.pathname().unwrap_or_default());
    [&origin, &path, fragment].concat()
}
