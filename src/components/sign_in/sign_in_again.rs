use crate::components::SignIn;
use crate::state::{OperatorNotes, SessionState, Settings};
use leptos::{ev, html, prelude::*};

/// Signing in over the page, when the endpoint ended the session in the middle of work.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let session = expect_context::<SessionState>();
    let operator = expect_context::<OperatorNotes>();
    let settings = expect_context::<Settings>();
    let dialog = NodeRef::<html::Dialog>::new();
    let show = move || {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
    };
    Effect::new(move |_| show());
    move || {
        session.over().get().map(|message| {
            view! {
                // Escape would leave a page that shows nothing; browsers that are asked twice close it all the same.
                <dialog
                    node_ref=dialog
                    class="over"
                    closedby="none"
                    aria-labelledby="sign-in-title"
                    on:cancel=|event: ev::Event| event.prevent_default()
                    on:close=move |_| show()
                >
                    <SignIn session=session over=Some(message) hint=operator.hint.get_value() words=settings.words() />
                </dialog>
            }
        })
    }
}
