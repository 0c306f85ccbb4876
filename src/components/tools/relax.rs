use super::style;
use crate::components::Waiting;
use crate::i18n::{Words, fill};
use crate::query::Change;
use crate::state::{Navigation, Relax};
use crate::view_model::{ActiveFilter, Without, problem_view, suspects, without_text};
use leptos::prelude::*;

/// Which filter is too narrow: each is left out once, by one call, and who is left then is said with the way
/// there.
#[component]
pub fn RelaxResults(
    /// The filters that are on: always the same ones, whose names may still come.
    filters: Signal<Vec<ActiveFilter>>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    style::adopt();
    let query = expect_context::<Navigation>().query().get_untracked();
    let tried = Memo::new(move |_| filters.with(|filters| suspects(filters)));
    let is_part = tried.with_untracked(Vec::len) < filters.with_untracked(Vec::len);
    let queries =
        tried.with_untracked(|tried| tried.iter().map(|filter| query.apply(filter.remove.clone())).collect());
    let relax = Relax::start(expect_context(), expect_context(), queries);
    let (left, is_asking, problem) = (relax.left(), relax.is_asking(), relax.problem());
    let results = move || {
        let line = |(filter, left): (&ActiveFilter, Without)| {
            let text = without_text(filter, left, words);
            let way = (left != Without::Nobody).then(|| {
                let name = fill(words.remove_filter, &[&filter.text]);
                view! { <a class="button" href=href.run(filter.remove.clone()) aria-label=name>{words.relax_remove}</a> }
            });
            view! { <li class="tool__relaxed" data-testid="relax-result"><span>{text}</span>{way}</li> }
                .into_any()
        };
        tried.with(|tried| {
            left.with(|left| tried.iter().zip(left.iter().copied()).map(line).collect::<Vec<_>>())
        })
    };
    let said = move || {
        if let Some(problem) = problem.get() {
            return Some(fill(words.relax_failed, &[&problem_view(&problem, words).text]).into_any());
        }
        if is_asking.get() {
            return Some(view! { <Waiting otherwise=words.relax_asking words /> }.into_any());
        }
        let helps = left.with(|left| left.iter().any(|left| *left != Without::Nobody));
        let text = match (helps, is_part) {
            (true, _) => return None,
            (false, true) => words.relax_none_of_some,
            (false, false) => words.relax_none,
        };
        Some(text.into_any())
    };
    view! {
        <div class="tool__relax">
            <ul>{results}</ul>
            <p role="status" data-testid="relax-said">{said}</p>
        </div>
    }
}
