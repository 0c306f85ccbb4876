//! The few shapes that the card is made of. Each is one type for all its uses: every further type
//! of view, and every further type of closure in one, costs bytes.
use leptos::prelude::*;

/// A button with words on it.
pub(super) fn button(
    class: &'static str,
    test_id: &'static str,
    text: &'static str,
    run: Callback<()>,
) -> AnyView {
    view! { <button type="button" class=class data-testid=test_id on:click=move |_| run.run(())>{text}</button> }
        .into_any()
}

/// A part that follows its signals.
pub(super) fn live(part: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let part: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(part);
    (move || part()).into_any()
}

/// A line of words in a box of its own class.
pub(super) fn line(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

/// Buttons side by side, or whatever stands in one box.
pub(super) fn group(class: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{parts}</div> }.into_any()
}
