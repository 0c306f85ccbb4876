//! What can be said of a follow-up beside its text.
use crate::follow_up::{Draft, NextDay, next_days};
use crate::i18n::Words;
use crate::model::{Choice, FollowUpKind};
use crate::state::{FollowUps, OptionList, Options, today};
use leptos::prelude::*;

/// The kinds, as far as histories have taught them; before that nothing.
#[component]
pub(super) fn Kinds(
    follow_ups: FollowUps,
    draft: Memo<Draft>,
    is_busy: Memo<bool>,
    edit: Callback<String>,
    words: &'static Words,
) -> impl IntoView {
    let kinds = follow_ups.kinds();
    let has_kinds = Memo::new(move |_| kinds.with(|kinds| !kinds.is_empty()));
    move || {
        has_kinds.get().then(|| {
            let options = move || {
                let chosen = draft.with_untracked(|it| it.kind.clone());
                let option = |kind: FollowUpKind| {
                    let is_chosen = kind.id == chosen;
                    view! { <option value=kind.id selected=is_chosen>{kind.name}</option> }
                };
                kinds.get().into_iter().map(option).collect::<Vec<_>>()
            };
            view! {
                <label class="write__field">
                    <span>{words.follow_up_kind}</span>
                    <select
                        data-testid="follow-up-kind"
                        prop:value=move || draft.with(|it| it.kind.clone())
                        disabled=move || is_busy.get()
                        on:change=move |event| edit.run(event_target_value(&event))
                    >
                        <option value="">{words.follow_up_no_kind}</option>
                        {options}
                    </select>
                </label>
            }
        })
    }
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

/// The customer's status, where its values are known.
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
            list.all().map(|it| (it.value.to_string(), it.label.clone())).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    });
    let hint = move || draft.with(|it| !it.status.is_empty()).then_some(words.follow_up_status_hint);
    move || {
        let known = known.get();
        (!known.is_empty()).then(|| {
            let values: Vec<_> = known
                .into_iter()
                .map(|(value, label)| view! { <option value=value>{label}</option> })
                .collect();
            view! {
                <label class="write__field">
                    <span>{words.follow_up_status}</span>
                    <select
                        data-testid="follow-up-status"
                        prop:value=move || draft.with(|it| it.status.clone())
                        disabled=move || is_busy.get()
                        on:change=move |event| edit.run(event_target_value(&event))
                    >
                        <option value="">{words.follow_up_same_status}</option>
                        {values}
                    </select>
                    <small class="write__hint">{hint}</small>
                </label>
            }
        })
    }
}
