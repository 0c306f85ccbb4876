use super::loaded::Loaded;
use crate::components::{CallMeter, CountLine, Pager, Refresh};
use crate::i18n::Words;
use crate::query::Change;
use crate::state::{Calls, Customers, Question, Screen};
use leptos::prelude::*;

/// The pager, and what is known of the whole list and of the calls beside it.
#[component]
pub(super) fn Foot(
    /// The last good answer.
    loaded: Loaded,
    /// The address of a change.
    href: Callback<Change, String>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (calls, question) = (expect_context::<Calls>(), expect_context::<Question>());
    let customers = expect_context::<Customers>();
    let on_intent = Callback::new(move |()| customers.prefetch_next());
    let per_page = Signal::derive(move || question.per_page());
    let is_phone = expect_context::<Screen>().is_phone;
    view! {
        <Pager is_phone view=loaded.pager() rows=loaded.row_count per_page href on_change on_intent words>
            // What comes and goes takes its room from the words before it: nothing behind it moves.
            <CallMeter meter=calls.meter() words />
            <CountLine answer=loaded.answer words />
            <Refresh words />
        </Pager>
    }
}
