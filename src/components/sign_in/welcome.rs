use crate::components::{SignIn, config_notice};
use crate::state::{NewVersion, OperatorNotes, SessionState, Settings};
use leptos::prelude::*;

/// The page of whoever is not signed in.
#[component]
pub fn Welcome() -> impl IntoView {
    let (session, settings) = (expect_context::<SessionState>(), expect_context::<Settings>());
    let operator = expect_context::<OperatorNotes>();
    // What waits for the first rows need not wait any longer.
    expect_context::<NewVersion>().settle();
    let (hint, words) = (operator.hint.get_value(), settings.words());
    view! {
        <main class="welcome">
            {config_notice(operator, settings)}
            <SignIn session over=None hint words />
        </main>
    }
}
