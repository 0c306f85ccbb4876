use crate::components::parts::lazy_view::once;
use crate::components::{Icon, IconName, lazy_views};
use crate::i18n::{Words, fill};
use crate::model::PageNumber;
use crate::query::Change;
use crate::state::{OperatorNotes, Settings, Tool, Tools};
use crate::view_model::{ActiveFilter, ProblemView, TRIED, config_problem};
use leptos::prelude::*;

/// Says why there are no new rows, and offers to try again. What was loaded before stays below it.
#[component]
pub fn ErrorNotice(
    /// What happened.
    problem: ProblemView,
    /// Whether older rows are still shown.
    has_rows: bool,
    /// What they are, where they answer another question.
    foreign: Option<String>,
    /// Asks again.
    retry: Callback<()>,
    /// The address of the plain list, where it may be the question that is refused.
    plain: Option<String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let kept = foreign.or_else(|| Some(words.error_kept.to_owned())).filter(|_| has_rows);
    view! {
        <section class="notice notice--error" class=("notice--whole", !has_rows) data-testid="error" role="alert">
            <Icon name=IconName::Warning />
            <div>
                <h2>{words.error_title}</h2>
                <p>{problem.text}</p>
                <p class="notice__advice">{problem.advice}</p>
                {problem.for_admin.map(|text| for_admin(text, words))}
                {kept.map(|kept| view! { <p class="notice__kept" data-testid="kept-rows">{kept}</p> })}
            </div>
            <div class="notice__actions">
                {plain.map(|href| view! { <a class="button" data-testid="error-plain" href=href>{words.plain_list}</a> })}
                <button type="button" class="button button--accent" data-testid="error-retry" on:click=move |_| retry.run(())>
                    {words.retry}
                </button>
            </div>
        </section>
    }
}

/// Technical words stand apart, folded: who sells needs none of them.
fn for_admin(text: String, words: &'static Words) -> AnyView {
    view! { <details class="notice__admin"><summary>{words.for_admin}</summary><p>{text}</p></details> }
        .into_any()
}

/// Says that `config.json` could not be used as it is; the page works all the same.
pub fn config_notice(operator: OperatorNotes, settings: Settings) -> impl Fn() -> Option<AnyView> {
    let words = settings.words();
    let retry = |_| {
        let _ = window().location().reload();
    };
    let close = move |_| operator.problem.set(None);
    move || {
        let (text, admin) = config_problem(&operator.problem.get()?, words);
        let notice = view! {
            <section class="notice notice--warning" data-testid="error" role="alert">
                <Icon name=IconName::Warning />
                <div><p>{text}</p>{for_admin(admin, words)}</div>
                <button type="button" class="button" data-testid="error-retry" on:click=retry>{words.retry}</button>
                <button type="button" class="button button--icon" aria-label=words.close title=words.close on:click=close>
                    <Icon name=IconName::Cross />
                </button>
            </section>
        };
        Some(notice.into_any())
    }
}

/// Says which parts of a link were not understood; the rest of it holds.
#[component]
pub fn LinkNotice(
    /// Which.
    text: String,
    /// Puts the notice aside.
    close: Callback<()>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <section class="notice notice--warning" data-testid="link-notice" role="status">
            <Icon name=IconName::Warning />
            <p>{text}</p>
            <button type="button" class="button button--icon" aria-label=words.close title=words.close on:click=move |_| close.run(())>
                <Icon name=IconName::Cross />
            </button>
        </section>
    }
}

/// Says that no customer matches, which filters are on, and the ways out: which of them is too narrow, and
/// whether somebody else has the customer.
#[component]
pub fn EmptyNotice(
    /// The filters in use: always the same ones, whose names may still come.
    #[prop(into)]
    filters: Signal<Vec<ActiveFilter>>,
    /// The page asked for.
    page: PageNumber,
    /// The address of the same question among all customers, where it is asked among some.
    in_all: Option<String>,
    /// The letters that are searched for, where they may be the initials of a name's pinyin.
    letters: Option<String>,
    /// Looks for such letters in the rows that are loaded without them.
    on_letters: Callback<String>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let count = filters.with_untracked(Vec::len);
    let has_filters = count > 0;
    let is_first = page == PageNumber::FIRST;
    let title = empty_title(page, !has_filters, words);
    let is_relaxed = RwSignal::new(false);
    let tools = expect_context::<Tools>();
    let calls = count.min(TRIED).to_string();
    let relaxed = once(is_relaxed, move || lazy_views::relax(filters, href, words));
    let relax = move || {
        let name = fill(words.relax, &[&calls]);
        (has_filters && is_first && !is_relaxed.get()).then(|| {
            view! { <button type="button" class="button" data-testid="relax" on:click=move |_| is_relaxed.set(true)>{name}</button> }
        })
    };
    let list =
        move || filters.get().into_iter().map(|filter| in_use(filter, on_change, words)).collect::<Vec<_>>();
    let is_elsewhere = in_all.is_some();
    let by_letters = letters.map(|letters| {
        let look = move |_| on_letters.run(letters.clone());
        view! { <button type="button" class="button" data-testid="empty-letters" on:click=look>{words.empty_letters}</button> }
    });
    view! {
        <section class="notice notice--whole" data-testid="empty">
            <Icon name=IconName::Empty />
            <div>
                <h2>{title}</h2>
                {has_filters.then(|| view! { <p class="notice__advice">{words.empty_filters}</p><ul class="notice__filters">{list}</ul> })}
                {relaxed}
            </div>
            // What is likeliest to help comes first.
            <div class="notice__actions">
                {(!is_first).then(|| view! { <a class="button" href=href.run(Change::GoTo(PageNumber::FIRST))>{words.first_page}</a> })}
                {in_all.map(|href| view! { <a class="button button--accent" data-testid="empty-in-all" href=href>{words.empty_in_all}</a> })}
                {has_filters.then(|| view! {
                    <button type="button" class="button" class=("button--accent", !is_elsewhere) on:click=move |_| on_change.run(Change::ClearFilters)>
                        {words.clear_filters}
                    </button>
                })}
                {by_letters}
                {relax}
                <button type="button" class="button" data-testid="owner-check" aria-haspopup="dialog" on:click=move |_| tools.open(Tool::OwnerCheck)>
                    {words.held}
                </button>
            </div>
        </section>
    }
}

/// A filter in use, with the cross that takes it off.
fn in_use(filter: ActiveFilter, on_change: Callback<Change>, words: &'static Words) -> AnyView {
    let ActiveFilter { text, remove, .. } = filter;
    let name = fill(words.remove_filter, &[&text]);
    view! {
        <li>
            {text}
            <button type="button" class="filter-chip__remove" data-testid="empty-remove" aria-label=name.clone() title=name on:click=move |_| on_change.run(remove.clone())>
                <Icon name=IconName::Cross />
            </button>
        </li>
    }
    .into_any()
}

/// What is said of a page without customers.
pub(super) fn empty_title(page: PageNumber, is_plain: bool, words: &Words) -> String {
    match (page == PageNumber::FIRST, is_plain) {
        (false, _) => fill(words.empty_page, &[&page.to_string()]),
        (_, false) => words.empty_title.to_owned(),
        (_, true) => words.empty_plain.to_owned(),
    }
}
