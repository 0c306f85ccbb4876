use crate::i18n::{Words, fill};
use leptos::prelude::*;

/// What can be done about what the list leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MoreState {
    /// Nothing: nothing is missing, or the customer cannot be asked for.
    #[default]
    Hidden,
    /// It can be asked for.
    Offered,
    /// It was asked for.
    Loading,
    /// It could not be had, and why; it can be asked for again.
    Failed(String),
    /// So many columns were filled.
    Done(usize),
}

/// The way to what the list leaves out of a customer.
#[derive(Clone, Copy)]
pub struct More {
    /// How it stands with the open customer.
    pub state: Signal<MoreState>,
    /// Asks for it.
    pub ask: Callback<()>,
    /// What is said while it is on its way.
    pub loading: Callback<(), AnyView>,
}

/// The button, and what became of it. It stays the same element while there is one, and so keeps the focus.
pub(super) fn more_fields(more: More, words: &'static Words) -> impl IntoView {
    let state = Memo::new(move |_| more.state.get());
    let has_button = Memo::new(move |_| {
        state.with(|state| matches!(state, MoreState::Offered | MoreState::Loading | MoreState::Failed(_)))
    });
    let is_loading = move || state.with(|state| *state == MoreState::Loading);
    let button = move || {
        has_button.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button"
                    data-testid="more-fields"
                    aria-disabled=move || is_loading().then_some("true")
                    aria-busy=move || is_loading().then_some("true")
                    on:click=move |_| {
                        if untrack(|| !is_loading()) {
                            more.ask.run(());
                        }
                    }
                >
                    {move || state.with(|state| if matches!(state, MoreState::Failed(_)) { words.retry } else { words.more_fields })}
                </button>
            }
        })
    };
    let said = move || {
        state.with(|state| match state {
            MoreState::Hidden | MoreState::Offered => None,
            MoreState::Loading => Some(more.loading.run(())),
            MoreState::Failed(cause) => Some(fill(words.more_failed, &[cause]).into_any()),
            MoreState::Done(0) => Some(words.more_nothing.into_any()),
            MoreState::Done(count) => Some(fill(words.more_done, &[&count.to_string()]).into_any()),
        })
    };
    view! {
        <div class="preview__more">
            {button}
            <span class="preview__more-said" role="status">{said}</span>
        </div>
    }
}
