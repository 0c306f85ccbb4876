use super::Source;
use crate::components::Waiting;
use crate::i18n::{Words, fill};
use crate::model::{Choice, Problem};
use crate::state::{Extent, NameSearchState, Rest};
use crate::view_model::problem_view;
use leptos::prelude::*;

/// What stands below the loaded values: that there are more, that they are on their way, or why they are not
/// here.
#[derive(Clone, Debug, PartialEq)]
enum End {
    Nothing,
    /// Nothing fits what is typed.
    NoMatch,
    /// The endpoint gave no values.
    NoOptions,
    More,
    Loading,
    Failed(Problem),
    Capped(usize),
    NameLoading,
    NameFailed(Problem),
    /// More people fit what is typed than the endpoint has named.
    NameTooShort,
}

/// Says what there is beyond the loaded values, and asks for it.
#[component]
pub(super) fn ListEnd(
    choice: Choice,
    source: Source,
    /// What is looked for among it.
    wanted: RwSignal<String>,
    /// Whether nothing is shown.
    is_empty: Memo<bool>,
    words: &'static Words,
) -> impl IntoView {
    let Source { list, search, more, look_up } = source;
    let end = Memo::new(move |_| {
        let name = wanted.with(|wanted| wanted.trim().to_owned());
        list.with(|list| {
            let Some(list) = list else { return End::Nothing };
            let is_looked_up = choice == Choice::User && matches!(list.extent, Extent::Part | Extent::Capped);
            if is_looked_up && !name.is_empty() {
                return search.with(|search| match &search.state {
                    NameSearchState::Loading => End::NameLoading,
                    NameSearchState::Failed(problem) if search.name == name => {
                        End::NameFailed(problem.clone())
                    }
                    NameSearchState::Found(_, false) if search.name == name => End::NameTooShort,
                    NameSearchState::Found(..) if search.name == name && is_empty.get() => End::NoMatch,
                    _ => End::Nothing,
                });
            }
            match (&list.rest, list.extent) {
                (Rest::Loading, _) => End::Loading,
                (Rest::Failed(problem), _) => End::Failed(problem.clone()),
                (Rest::Idle, Extent::Perhaps | Extent::Part) => End::More,
                (Rest::Idle, Extent::Capped) => End::Capped(list.options.len()),
                (Rest::Idle, Extent::Whole) if !is_empty.get() => End::Nothing,
                (Rest::Idle, Extent::Whole) if list.all().next().is_none() => End::NoOptions,
                (Rest::Idle, Extent::Whole) => End::NoMatch,
            }
        })
    });
    let reason = move |text: &str, problem: &Problem| fill(text, &[&problem_view(problem, words).text]);
    move || match end.get() {
        End::Nothing => ().into_any(),
        End::NoMatch => note(words.no_option.to_owned()).into_any(),
        End::NoOptions => note(words.nothing_to_choose.to_owned()).into_any(),
        End::More => {
            let more = move |_| more.run(());
            view! {
                <button type="button" class="button button--quiet choose__more" data-testid="more-options" on:click=more>
                    {words.more_options}
                </button>
            }
            .into_any()
        }
        End::Loading => view! { <WaitingNote otherwise=words.options_loading words /> }.into_any(),
        End::NameLoading => view! { <WaitingNote otherwise=words.name_loading words /> }.into_any(),
        End::Failed(problem) => {
            view! { <FailedNote text=reason(words.options_failed, &problem) retry=more words /> }.into_any()
        }
        End::NameFailed(problem) => {
            let retry =
                Callback::new(move |()| look_up.run(wanted.with_untracked(|it| it.trim().to_owned())));
            view! { <FailedNote text=reason(words.name_failed, &problem) retry words /> }.into_any()
        }
        End::Capped(count) => {
            let text = if choice == Choice::User { words.people_capped } else { words.options_capped };
            note(fill(text, &[&count.to_string()])).into_any()
        }
        End::NameTooShort => note(words.name_too_short.to_owned()).into_any(),
    }
}

fn note(text: String) -> impl IntoView {
    view! { <p class="choose__note" role="status">{text}</p> }
}

/// Says that something is on its way.
#[component]
pub(super) fn WaitingNote(otherwise: &'static str, words: &'static Words) -> impl IntoView {
    view! { <p class="choose__note" role="status"><Waiting otherwise words /></p> }
}

/// Says why something is not here, and asks for it once more.
#[component]
pub(super) fn FailedNote(text: String, retry: Callback<()>, words: &'static Words) -> impl IntoView {
    view! {
        <div class="choose__note" role="alert">
            <p>{text}</p>
            <button type="button" class="button" on:click=move |_| retry.run(())>{words.retry}</button>
        </div>
    }
}
