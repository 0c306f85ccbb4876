use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::state::{Navigation, Remembered};
use leptos::prelude::*;

/// After a reload: back to the customer who was opened last.
#[component]
pub fn ContinueButton(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (remembered, navigation) = (expect_context::<Remembered>(), expect_context::<Navigation>());
    let offered = remembered.offered();
    move || {
        let id = offered.get()?;
        Some(view! {
            <button
                type="button"
                class="button button--quiet"
                data-testid="continue"
                title=words.go_on_hint
                on:click=move |_| navigation.look_at(id.clone())
            >
                <Icon name=IconName::Open />
                {words.go_on}
            </button>
        })
    }
}
