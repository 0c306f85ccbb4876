use super::empty_view::{EmptyView, LoadedOnly};
use super::loaded::Loaded;
use crate::components::parts::lazy_view::in_turn;
use crate::components::{CallStatus, CustomerRows, EmptyNotice, ErrorNotice};
use crate::i18n::Words;
use crate::model::PageNumber;
use crate::query::{Change, Tab};
use crate::state::{BuiltIns, Customers, LoadState, Navigation, Question};
use crate::view_model::{ActiveFilter, problem_view};
use leptos::{html, prelude::*};

/// The rows, or what stands in their place: a skeleton, a failure, nothing found.
#[component]
pub(super) fn ListMain(
    /// The last good answer.
    loaded: Loaded,
    /// The filters that are on.
    filters: Memo<Vec<ActiveFilter>>,
    /// The page's foot, where the bar of the selected stands.
    foot: NodeRef<html::Div>,
    /// The address of a change.
    href: Callback<Change, String>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (customers, question) = (expect_context::<Customers>(), expect_context::<Question>());
    let query = expect_context::<Navigation>().query();
    let built_ins = expect_context::<BuiltIns>();
    let view_href = Callback::new(move |view| built_ins.href(view));
    let state = customers.state();
    let Loaded { answer, row_count, has_rows, columns, available, is_busy, is_slow, is_foreign, .. } = loaded;
    // What is to be looked for in the next rows.
    let sought = RwSignal::new(None);
    let list = move || {
        let rows = move || {
            has_rows
                .get()
                .then(|| view! { <CustomerRows answer columns available is_busy is_foreign foot sought /> })
        };
        rows.into_any()
    };
    let error = move || {
        state.with(|state| match state {
            LoadState::Failed(problem, last) => {
                let has_rows = last.as_ref().is_some_and(|answer| !answer.page.customers.is_empty());
                let problem = problem_view(problem, words);
                let foreign = question.foreign_text();
                let retry = Callback::new(move |()| customers.ask_again());
                let plain = query.with(|query| query.is_narrowed()).then(|| href.run(Change::Plain));
                Some(view! { <ErrorNotice problem has_rows foreign retry plain words /> })
            }
            _ => None,
        })
    };
    // It stays while the next answer is on its way, like rows do, and what was found in it stays too.
    let is_empty = Memo::new(move |_| {
        state.with(|state| !matches!(state, LoadState::Failed(..))) && row_count.get() == Some(0)
    });
    // Not the names of its values, which may come later: what was found in the notice would be lost.
    let asked = Memo::new(move |_| query.with(|query| (query.filters.clone(), query.page)));
    // The endpoint was asked for them and has nobody; the loaded rows know their names' pinyin.
    let on_letters = Callback::new(move |letters| {
        sought.set(Some(letters));
        let field = query.with_untracked(|query| query.filters.search.field.clone());
        on_change.run(Change::Search { words: String::new(), field });
    });
    let empty_notice = move |page| {
        let (tab, letters) = query.with_untracked(|query| {
            let words = &query.filters.search.words;
            let is_letters = !words.is_empty() && words.chars().all(|sign| sign.is_ascii_alphabetic());
            (query.filters.saved.tab, is_letters.then(|| words.clone()))
        });
        let in_all = (tab != Tab::All && page == PageNumber::FIRST).then(|| href.run(Change::Tab(Tab::All)));
        view! { <EmptyNotice filters page in_all letters on_letters href on_change words /> }.into_any()
    };
    let empty = move || {
        let page = asked.with(|(_, page)| *page);
        is_empty.get().then(|| match built_ins.open().get().filter(|_| page == PageNumber::FIRST) {
            Some(open) => view! { <EmptyView open view_href words /> }.into_any(),
            None => empty_notice(page),
        })
    };
    let loaded_only = move || {
        let open = built_ins.open().get()?;
        let count = row_count.get().filter(|count| *count > 0)?;
        let is_so = !is_busy.get() && query.with(|query| open.is_of_loaded_rows(query));
        is_so.then(|| view! { <LoadedOnly count words /> })
    };
    let first_load =
        move || (is_busy.get() && row_count.with(Option::is_none)).then(|| view! { <Skeleton /> });
    view! {
        <main id="list" class="list" class=("list--foreign", is_foreign)>
            <div class="progress" class=("progress--on", is_slow)></div>
            <CallStatus words />
            {error}
            {loaded_only}
            {first_load}
            {in_turn(list)}
            {empty}
        </main>
    }
}

/// Rows before there are any: the shape of what comes, so that nothing jumps.
#[component]
fn Skeleton() -> impl IntoView {
    let row =
        || view! { <div class="skeleton__row"><span></span><span></span><span></span><span></span></div> };
    view! { <div class="skeleton" aria-hidden="true">{(0..12).map(|_| row()).collect::<Vec<_>>()}</div> }
}
