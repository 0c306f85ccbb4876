//! The page as a whole.
use crate::components::{
    FirstTablePlace, ListPage, NewVersionNotice, SignIn, SignInAgain, Turns, config_notice, in_turn,
};
use crate::config::{Config, ConfigProblem};
use crate::first_rows::FirstRows;
use crate::state::{Customers, LoadState, NewVersion, OperatorNotes, SessionState, Settings, start};
use leptos::prelude::*;

/// The whole page: signing in first, the list once somebody is, both drawn anew in another language.
#[component]
pub fn App(
    /// What the operator decided.
    config: Config,
    /// What was wrong with it.
    problem: Option<ConfigProblem>,
    /// The rows that stand there already; they go when there are others, or none.
    first_rows: FirstRows,
) -> impl IntoView {
    start(config, problem, first_rows.are_here());
    let (session, settings) = (expect_context::<SessionState>(), expect_context::<Settings>());
    let (customers, operator) = (expect_context::<Customers>(), expect_context::<OperatorNotes>());
    let new_version = expect_context::<NewVersion>();
    let turns = Turns::new(first_rows.are_here());
    provide_context(turns);
    provide_context(FirstTablePlace::new(first_rows.table()));
    let first_rows = StoredValue::new_local(first_rows.are_here().then_some(first_rows));
    Effect::new(move |_| {
        let is_answered =
            customers.state().with(|state| !matches!(state, LoadState::Idle | LoadState::Loading(_)));
        if (is_answered && turns.are_over()) || !session.is_signed_in() {
            first_rows.set_value(None);
        }
    });
    let is_inside = Memo::new(move |_| session.is_signed_in() || session.over().with(Option::is_some));
    let page = move || {
        settings.lang.track();
        if is_inside.get() {
            in_turn(|| view! { <ListPage /> }.into_any())
        } else {
            let (hint, words) = (operator.hint.get_value(), settings.words());
            view! {
                <main class="welcome">
                    {config_notice(operator, settings)}
                    <SignIn session over=None hint words />
                </main>
            }
            .into_any()
        }
    };
    let notice = move || {
        settings.lang.track();
        let close = Callback::new(move |()| new_version.put_aside());
        let reload = Callback::new(move |()| {
            let _ = window().location().reload();
        });
        let words = settings.words();
        new_version.is_ready().then(|| view! { <NewVersionNotice reload close words /> })
    };
    view! { {page} <SignInAgain /> {notice} }
}
