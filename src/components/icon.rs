use leptos::prelude::*;

/// A sign from the sprite in `index.html`. It is never alone: the control beside it has the name.
#[component]
pub fn Icon(
    /// The sign's name in the sprite, without `icon-`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" width="16" height="16" aria-hidden="true">
            <use href=format!("#icon-{name}")></use>
        </svg>
    }
}
