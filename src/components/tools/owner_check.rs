use super::sheet::sheet;
use crate::components::Waiting;
use crate::components::parts::crm_link::crm_link;
use crate::i18n::{Words, fill};
use crate::model::{Held, Problem};
use crate::state::{CheckPhase, Navigation, OperatorNotes, OwnerCheck, Tool};
use crate::view_model::{CheckWay, held_view, problem_view};
use leptos::{ev, prelude::*};

/// Longer names are none.
const LONGEST: u32 = 100;

/// Does somebody have this customer already? A name or a number is looked for by a click, whose cost is said
/// before; nothing is asked while somebody types.
#[component]
pub fn OwnerCheckSheet(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let check = OwnerCheck::new(expect_context(), expect_context(), expect_context());
    let query = expect_context::<Navigation>().query();
    let text = RwSignal::new(String::new());
    let content = move || {
        // Who was searched for in vain is asked after.
        if text.with_untracked(String::is_empty) {
            text.set(query.with_untracked(|query| query.filters.search.words.clone()));
        }
        content(check, text, words)
    };
    sheet(Tool::OwnerCheck, "owner-check-sheet", words.held, content, words)
}

fn content(check: OwnerCheck, text: RwSignal<String>, words: &'static Words) -> AnyView {
    let way = Memo::new(move |_| text.with(|text| CheckWay::of(text)));
    let state = check.state();
    let is_asking = Memo::new(move |_| state.with(|state| state.phase == CheckPhase::Asking));
    let ask = move |way: Option<CheckWay>| {
        let Some(way) = way.filter(|_| !is_asking.get_untracked()) else { return };
        let asked = text.with_untracked(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        check.ask(&asked, way);
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        ask(way.get_untracked());
    };
    let cost = move || way.get().map_or(words.held_hint, |way| way.cost(words));
    // A part of a name is found by the list's search only.
    let can_widen = Memo::new(move |_| state.with(|state| state.way == Some(CheckWay::Name)));
    let widen = move || {
        can_widen.get().then(|| {
            view! {
                <p class="tool__more">
                    <span>{words.held_widen_hint}</span>
                    <button
                        type="button"
                        class="button"
                        data-testid="owner-check-widen"
                        aria-disabled=move || is_asking.get().then_some("true")
                        on:click=move |_| ask(Some(CheckWay::List))
                    >
                        {words.held_widen}
                    </button>
                </p>
            }
        })
    };
    let customer_url = expect_context::<OperatorNotes>().customer_url.get_value();
    let found = Memo::new(move |_| state.with(|state| state.found.clone()));
    let hits = move || {
        let url = customer_url.clone();
        let link = move |held: &Held| url.as_ref()?.href(held.id.as_ref()?.as_str());
        found
            .with(|found| found.customers.iter().map(|held| hit(held, link(held), words)).collect::<Vec<_>>())
    };
    let said = move || {
        state.with(|state| match &state.phase {
            CheckPhase::Asking => Some(view! { <Waiting otherwise=words.held_asking words /> }.into_any()),
            CheckPhase::Failed(problem) => Some(failure(problem, words)),
            CheckPhase::Idle if state.way.is_none() => None,
            CheckPhase::Idle if state.found.customers.is_empty() => Some(nothing(&state.words, words)),
            CheckPhase::Idle => {
                let count = state.found.customers.len().to_string();
                let more = if state.found.has_more { words.held_more } else { "" };
                Some((fill(words.held_found, &[&state.words, &count]) + more).into_any())
            }
        })
    };
    view! {
        <form class="tool__ask" on:submit=submit>
            <input
                type="text"
                class="tool__field"
                data-testid="owner-check-name"
                aria-label=words.held_name
                aria-describedby="owner-check-cost"
                placeholder=words.held_name
                autocomplete="off"
                autofocus
                maxlength=LONGEST
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
            <button
                type="submit"
                class="button button--accent"
                data-testid="owner-check-submit"
                aria-disabled=move || (way.with(Option::is_none) || is_asking.get()).then_some("true")
            >
                {words.held_submit}
            </button>
        </form>
        <p id="owner-check-cost" class="tool__cost" data-testid="owner-check-cost">{cost}</p>
        <div class="tool__said" role="status" data-testid="owner-check-said">{said}</div>
        <ul class="tool__hits" hidden=move || found.with(|found| found.customers.is_empty())>{hits}</ul>
        {widen}
    }
    .into_any()
}

fn hit(held: &Held, in_crm: Option<String>, words: &'static Words) -> AnyView {
    let it = held_view(held, words);
    view! {
        <li class="tool__hit" data-testid="owner-check-result">
            <p class="tool__name">{it.name}</p>
            <p class="tool__owner" class=("tool__owner--pool", it.is_in_pool) class=("tool__owner--mine", it.is_mine)>{it.owner}</p>
            <p class="tool__facts">{it.facts}</p>
            {in_crm.map(|href| crm_link(href, words))}
        </li>
    }
    .into_any()
}

/// Not seen is not free.
fn nothing(asked: &str, words: &Words) -> AnyView {
    view! {
        <p class="tool__none" data-testid="owner-check-none"><strong>{fill(words.held_none, &[asked])}</strong> {words.held_none_hint}</p>
    }
    .into_any()
}

fn failure(problem: &Problem, words: &Words) -> AnyView {
    let text = match problem {
        // A CRM without this question.
        Problem::Status(404) | Problem::Refused { code: 404 | 100_404, .. } => words.held_not_here.to_owned(),
        problem => fill(words.held_failed, &[&problem_view(problem, words).text]),
    };
    view! { <p class="tool__failed">{text}</p> }.into_any()
}
