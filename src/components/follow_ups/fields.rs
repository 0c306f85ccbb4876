//! What can be said of a follow-up beside its text.
use crate::follow_up::{Draft, NextDay, next_days};
use crate::i18n::Words;
use crate::model::Choice;
use crate::state::{FollowUps, OptionList, Options, today};
use leptos::prelude::*;

/// One of a few values, or none; nothing is offered before they are known.
#[component]
fn Values(
    /// Its `data-testid`.
    test: &'static str,
    name: &'static str,
    /// What is read where none is chosen.
    none: &'static str,
    /// Their ids and names.
    known: Memo<Vec<(String, String)>>,
    chosen: Memo<String>,
    is_busy: Memo<bool>,
    edit: Callback<String>,
    /// What has to be said of a value that is chosen.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let is_known = Memo::new(move |_| known.with(|known| !known.is_empty()));
    let options = move || {
        let chosen = chosen.get_untracked();
        let option = |(id, name): (String, String)| {
            let is_chosen = id == chosen;
            view! { <option value=id selected=is_chosen>{name}</option> }
        };
        known.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let has_hint = !hint.is_empty();
    let said = move || chosen.with(|id| !id.is_empty()).then_some(hint);
    move || {
        is_known.get().then(|| {
            view! {
                <label class="write__field">
                    <span>{name}</span>
                    <select
                        data-testid=test
                        prop:value=move || chosen.get()
                        disabled=move || is_busy.get()
                        on:change=move |event| edit.run(event_target_value(&event))
                    >
                        <option value="">{none}</option>
                        {options}
                    </select>
                    {has_hint.then(|| view! { <small class="write__hint">{said}</small> })}
                </label>
            }
        })
    }
}

/// The kinds, as far as histories have taught them.
#[component]
pub(super) fn Kinds(
    follow_ups: FollowUps,
    draft: Memo<Draft>,
    is_busy: Memo<bool>,
    edit: Callback<String>,
    words: &'static Words,
) -> impl IntoView {
    let kinds = follow_ups.kinds();
    let known = Memo::new(move |_| kinds.get().into_iter().map(|it| (it.id, it.name)).collect());
    let chosen = Memo::new(move |_| draft.with(|it| it.kind.clone()));
    let (name, none) = (words.follow_up_kind, words.follow_up_no_kind);
    view! { <Values test="follow-up-kind" name none known chosen is_busy edit /> }
}

/// When the next one is: one of the days that are mostly meant, or any minute.
#[component]
pub(super) fn Next(
    draft: Memo<Draft>,
    is_busy: Memo<bool>,
    edit: Callback<String>,
    words: &'static Words,
) -> impl IntoView {
    let preset = |(day, minute): (NextDay, String)| {
        let text = match day {
            NextDay::Tomorrow => format!("{} 10:00", words.tomorrow),
            NextDay::InThreeDays => words.follow_up_in_days.to_owned(),
            NextDay::NextMonday => words.follow_up_monday.to_owned(),
        };
        let (shown, own) = (minute.replace('T', " "), minute.clone());
        view! {
            <button
                type="button"
                class="preset"
                title=shown
                aria-pressed=move || draft.with(|it| it.next == own).to_string()
                on:click=move |_| edit.run(minute.clone())
            >
                {text}
            </button>
        }
    };
    let presets: Vec<_> = next_days(today()).into_iter().map(preset).collect();
    let has_next = Memo::new(move |_| draft.with(|it| !it.next.is_empty()));
    let clear = move || {
        has_next.get().then(|| {
            view! {
                <button type="button" class="preset" on:click=move |_| edit.run(String::new())>{words.follow_up_no_remind}</button>
            }
        })
    };
    view! {
        <div class="write__field" role="group" aria-label=words.follow_up_remind>
            <span>{words.follow_up_remind}</span>
            <div class="write__presets">{presets}{clear}</div>
            <input
                type="datetime-local"
                data-testid="follow-up-remind"
                aria-label=words.follow_up_remind
                prop:value=move || draft.with(|it| it.next.clone())
                disabled=move || is_busy.get()
                on:change=move |event| edit.run(event_target_value(&event))
            />
        </div>
    }
}

/// The customer's status.
#[component]
pub(super) fn Status(
    draft: Memo<Draft>,
    is_busy: Memo<bool>,
    edit: Callback<String>,
    words: &'static Words,
) -> impl IntoView {
    let options = expect_context::<Options>();
    let known = Memo::new(move |_| match options.list(Choice::Status) {
        Some(OptionList::Ready(list)) => {
            list.all().map(|it| (it.value.to_string(), it.label.clone())).collect()
        }
        _ => Vec::new(),
    });
    let chosen = Memo::new(move |_| draft.with(|it| it.status.clone()));
    let (name, none) = (words.follow_up_status, words.follow_up_same_status);
    let hint = words.follow_up_status_hint;
    view! { <Values test="follow-up-status" name none known chosen is_busy edit hint /> }
}
