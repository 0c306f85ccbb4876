use crate::i18n::{Words, fill};
use crate::state::{Answer, CountState, Counting};
use crate::view_model::{duration_text, problem_view};
use leptos::prelude::*;
use std::sync::Arc;

/// How many customers there are: asked for by the user, who sees the cost first, unless it is known
/// already. Where the endpoint gives a total the pager says it, and there is nothing to ask.
#[component]
pub fn CountLine(
    /// The last good answer.
    #[prop(into)]
    answer: Signal<Option<Arc<Answer>>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let counting = expect_context::<Counting>();
    let state = counting.state();
    let is_asked = RwSignal::new(false);
    let button = move |id: &'static str, name: String, act: Box<dyn Fn()>| {
        view! { <button type="button" class="button button--quiet count__button" data-testid=id on:click=move |_| act()>{name}</button> }
            .into_any()
    };
    let start = move || {
        is_asked.set(false);
        counting.start();
    };
    let line = move || {
        let text = state.with(|state| text(state, words));
        match state.get() {
            CountState::Running { .. } => {
                (text, vec![button("count-stop", words.cancel.to_owned(), Box::new(move || counting.stop()))])
            }
            CountState::Found { .. } => (text, Vec::new()),
            CountState::Unknown if is_asked.get() => {
                let name = fill(words.count_start, &[&duration_text(counting.seconds(), words)]);
                let start = button("count-start", name, Box::new(start));
                let cancel =
                    button("count-cancel", words.cancel.to_owned(), Box::new(move || is_asked.set(false)));
                (words.count_cost.to_owned(), vec![start, cancel])
            }
            CountState::Unknown | CountState::Unclear(_) | CountState::Failed(_) => {
                let ask = move || {
                    if !counting.show_known() {
                        is_asked.set(true);
                    }
                };
                (text, vec![button("count", words.count_ask.to_owned(), Box::new(ask))])
            }
        }
    };
    // Most answers change nothing here.
    let is_answered =
        Memo::new(move |_| answer.with(|answer| answer.as_ref().is_some_and(|it| it.page.total.is_none())));
    move || {
        is_answered.get().then(|| {
            let (text, buttons) = line();
            view! { <span class="count" data-testid="count-line"><span role="status">{text}</span>{buttons}</span> }
        })
    }
}

fn text(state: &CountState, words: &'static Words) -> String {
    match state {
        CountState::Unknown => String::new(),
        CountState::Running { at_least, calls } => {
            fill(words.count_running, &[&at_least.to_string(), &calls.to_string()])
        }
        CountState::Found { count, moment } => {
            // The day goes without saying: the page is rarely older.
            let time = moment.rsplit(' ').next().unwrap_or_default();
            fill(words.count_found, &[&count.to_string(), time])
        }
        CountState::Unclear(at_least) => fill(words.count_unclear, &[&at_least.to_string()]),
        CountState::Failed(problem) => fill(words.count_failed, &[&problem_view(problem, words).text]),
    }
}
