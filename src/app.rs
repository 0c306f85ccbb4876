//! The page as a whole.
use crate::components::{
    FirstTablePlace, ListPage, SignInAgain, Turns, Welcome, in_turn, new_version_notice,
};
use crate::first_rows::FirstRows;
use crate::state::{Customers, LoadState, SessionState, Settings, start};
use leptos::prelude::*;

/// The whole page, after [`start_session`](crate::state::start_session): signing in first, the list once somebody is, both drawn anew in another language.
#[component]
pub fn App(
    /// The rows that stand there already; they go when there are others, or none.
    first_rows: FirstRows,
) -> impl IntoView {
    start(first_rows.are_here());
    let (session, settings) = (expect_context::<SessionState>(), expect_context::<Settings>());
    let customers = expect_context::<Customers>();
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
            view! { <Welcome /> }.into_any()
        }
    };
    view! { {page} <SignInAgain /> {new_version_notice()} }
}
