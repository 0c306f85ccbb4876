//! What was talked about with one customer, and what is to be written down.
mod fields;
pub(super) mod history;
mod standing;
pub(super) mod write;

pub use history::History;
pub use write::Write;

use crate::i18n::Words;
use crate::model::CustomerId;
use leptos::prelude::*;

/// What is said of a customer's follow-ups where the customer is shown: the way to write one, where that may be
/// done, and the history, which comes without a click where that is wanted.
pub(super) fn panel(
    customer: Signal<Option<CustomerId>>,
    can_write: bool,
    on_saved: Option<Callback<CustomerId>>,
    history_by_itself: Signal<bool>,
    words: &'static Words,
) -> AnyView {
    let write = can_write.then(|| view! { <Write customer on_saved words /> });
    view! {
        {write}
        <History customer by_itself=history_by_itself words />
    }
    .into_any()
}
