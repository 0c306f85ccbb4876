use super::Card;
use super::parts::{button, group, line};
use crate::i18n::fill;
use crate::saved_view::{MAX_BYTES, ViewFileProblem};
use crate::state::ViewImport;
use crate::view_model::describe_difference;
use leptos::{html, prelude::*};
use wasm_bindgen_futures::JsFuture;

/// Reads the file that was picked and shows what it would change.
pub(super) fn pick_file(card: Card, input: NodeRef<html::Input>) {
    let Some(input) = input.get_untracked() else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    // The same file can be picked again after it was put right.
    input.set_value("");
    // A large file is not even read.
    if file.size() > MAX_BYTES as f64 {
        card.show(Err(ViewFileProblem::TooLarge));
        return;
    }
    leptos::task::spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        // Signing out meanwhile takes the card away.
        if !card.mode.is_disposed() {
            card.show(text.ok_or(ViewFileProblem::NotJson).and_then(|text| card.views.read_import(&text)));
        }
    });
}

/// What a file would change, view by view, each to be taken or left.
pub(super) fn import_preview(card: Card, import: ViewImport) -> AnyView {
    let words = card.words;
    // The last tick is the default view's.
    let ticks = RwSignal::new(vec![true; import.differences.len() + 1]);
    let tick = move |at: usize, name: String, change: String| {
        let ticked = move |event| {
            ticks.update(|ticks| {
                if let Some(tick) = ticks.get_mut(at) {
                    *tick = event_target_checked(&event);
                }
            });
        };
        view! {
            <li>
                <label class="views__tick">
                    <input type="checkbox" checked on:change=ticked />
                    <span class="views__name">{name}</span>
                    <span class="views__change">{change}</span>
                </label>
            </li>
        }
        .into_any()
    };
    let differences = import.differences.iter().enumerate();
    let mut rows: Vec<AnyView> = differences
        .map(|(at, difference)| tick(at, difference.name.clone(), describe_difference(difference, words)))
        .collect();
    let last = rows.len();
    if let Some(name) = &import.default {
        rows.push(tick(last, fill(words.import_default, &[name]), String::new()));
    }
    let mut parts = vec![view! { <ul class="views__list">{rows}</ul> }.into_any()];
    if import.left_out > 0 {
        parts.push(line("views__hint", fill(words.import_left_out, &[&import.left_out.to_string()])));
    }
    let apply = Callback::new(move |()| {
        ticks.with_untracked(|ticks| {
            card.views.apply_import(&import, ticks, ticks.last().is_some_and(|tick| *tick));
        });
        card.back();
    });
    let cancel = Callback::new(move |()| card.back());
    parts.push(group(
        "views__actions",
        vec![
            button("button button--accent", "views-apply", words.import_now, apply),
            button("button", "views-cancel", words.cancel, cancel),
        ],
    ));
    view! {
        <section class="views__import" aria-label=words.import_title data-testid="views-preview">
            <h2>{words.import_title}</h2>
            {line("views__hint", words.import_lead.to_owned())}
            {parts}
        </section>
    }
    .into_any()
}
