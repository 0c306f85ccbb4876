//! The page as a whole.
use crate::components::{
    FirstTablePlace, ListPage, NewVersionNotice, SignIn, SignInAgain, Turns, config_notice, in_turn,
};
use crate::config::{Config, ConfigProblem};
use crate::first_rows::FirstRows;
use crate::state::{Kehu, LoadState};
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
    let kehu = Kehu::start(config, problem, first_rows.are_here());
    provide_context(kehu);
    let turns = Turns::new(first_rows.are_here());
    provide_context(turns);
    provide_context(FirstTablePlace::new(first_rows.table()));
    let first_rows = StoredValue::new_local(first_rows.are_here().then_some(first_rows));
    Effect::new(move |_| {
        let is_answered =
            kehu.customers.state().with(|state| !matches!(state, LoadState::Idle | LoadState::Loading(_)));
        if (is_answered && turns.are_over()) || !kehu.session.is_signed_in() {
            first_rows.set_value(None);
        }
    });
    let is_inside =
        Memo::new(move |_| kehu.session.is_signed_in() || kehu.session.over().with(Option::is_some));
    let page = move || {
        kehu.settings.lang.track();
        if is_inside.get() {
            in_turn(|| view! { <ListPage /> }.into_any())
        } else {
            let (hint, words) = (kehu.hint.get_value(), kehu.words());
            view! {
                <main class="welcome">
                    {config_notice(kehu)}
                    <SignIn session=kehu.session over=None hint words />
                </main>
            }
            .into_any()
        }
    };
    let notice = move || {
        kehu.settings.lang.track();
        let close = Callback::new(move |()| kehu.new_version.put_aside());
        let reload = Callback::new(move |()| {
            let _ = window().location().reload();
        });
        let words = kehu.words();
        kehu.new_version.is_ready().then(|| view! { <NewVersionNotice reload close words /> })
    };
    view! { {page} <SignInAgain /> {notice} }
}
