use leptos::prelude::*;

/// What does not fit folds into "+3", which opens a small card with all of it. The browser opens
/// and closes it: no signal and no listener for any cell.
#[component]
pub fn Fold(
    /// Told apart from every other fold of the page.
    id: String,
    /// How many are folded away.
    count: usize,
    /// What the button says to who cannot see it: "3 more labels".
    name: String,
    /// The card's content.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class="fold" popovertarget=id.clone() aria-label=name.clone() title=name>
            {format!("+{count}")}
        </button>
        <div popover="auto" id=id class="fold__card">
            {children()}
        </div>
    }
}
