//! Writing down what was talked about.
use super::fields::{Kinds, Next, Status};
use super::standing::{Remedies, standing};
use crate::follow_up::{Draft, MOST_SIGNS, Stage};
use crate::i18n::{Words, fill};
use crate::model::CustomerId;
use crate::state::FollowUps;
use leptos::{ev, html, prelude::*};

/// The button that opens a form, and the form. What is half written stays with its customer; nothing is sent
/// but by a click or by Ctrl and Enter.
#[component]
pub fn Write(
    /// The customer; nothing is offered while there is none.
    #[prop(into)]
    customer: Signal<Option<CustomerId>>,
    /// Runs when a customer's follow-up is saved.
    #[prop(optional_no_strip)]
    on_saved: Option<Callback<CustomerId>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let follow_ups = expect_context::<FollowUps>();
    let customer = Memo::new(move |_| customer.get());
    let is_wanted = RwSignal::new(false);
    Effect::watch(move || customer.get(), move |_, _, _| is_wanted.set(false), false);
    let writing = Memo::new(move |_| customer.get().map(|id| follow_ups.writing(&id)).unwrap_or_default());
    // A text that waits to be saved is in sight wherever its customer is.
    let is_open = Memo::new(move |_| is_wanted.get() || writing.with(|it| !it.draft().is_empty()));
    let opener = NodeRef::<html::Button>::new();
    let close = Callback::new(move |()| {
        is_wanted.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    });
    let form = move || {
        is_open.get().then(|| view! { <Form customer follow_ups is_wanted on_close=close on_saved words /> })
    };
    view! {
        <section class="write" hidden=move || customer.with(Option::is_none)>
            <button
                node_ref=opener
                type="button"
                class="button"
                class=("button--accent", move || !is_open.get())
                data-testid="follow-up"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_wanted.set(true)
            >
                {words.follow_up}
            </button>
            {form}
        </section>
    }
}

#[component]
fn Form(
    customer: Memo<Option<CustomerId>>,
    follow_ups: FollowUps,
    is_wanted: RwSignal<bool>,
    on_close: Callback<()>,
    on_saved: Option<Callback<CustomerId>>,
    words: &'static Words,
) -> impl IntoView {
    let writing = Memo::new(move |_| customer.get().map(|id| follow_ups.writing(&id)).unwrap_or_default());
    let stage = Memo::new(move |_| writing.with(|it| it.stage().clone()));
    let draft = Memo::new(move |_| writing.with(|it| it.draft().clone()));
    let is_busy = Memo::new(move |_| writing.with(|it| it.is_busy()));
    let signs = Memo::new(move |_| draft.with(Draft::signs));
    let edit = move |change: Box<dyn FnOnce(&mut Draft)>| {
        if let Some(id) = customer.get_untracked() {
            follow_ups.edit(&id, change);
        }
    };
    let save = move || {
        if let Some(id) = customer.get_untracked() {
            // What was saved leaves an empty form open.
            is_wanted.set(true);
            follow_ups.save(&id, on_saved);
        }
    };
    let remedies = Remedies {
        call_off: Callback::new(move |()| {
            if let Some(id) = customer.get_untracked() {
                follow_ups.call_off(&id);
            }
        }),
        look_again: Callback::new(move |()| {
            if let Some(id) = customer.get_untracked() {
                follow_ups.look_again(&id, on_saved);
            }
        }),
    };
    // The keys of the preview and of the page are signs here.
    let pressed = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => save(),
            "Escape" if draft.with_untracked(Draft::is_empty) => on_close.run(()),
            _ => return,
        }
        event.prevent_default();
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let text = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(text) = text.get().filter(|_| is_wanted.get_untracked()) {
            let _ = text.focus();
        }
    });
    let counted = move || fill(words.follow_up_signs, &[&signs.get().to_string(), &MOST_SIGNS.to_string()]);
    let is_long = Memo::new(move |_| signs.get() > MOST_SIGNS);
    let save_words = move || {
        stage.with(
            |it| if matches!(it, Stage::Unknown { .. }) { words.follow_up_send_again } else { words.save },
        )
    };
    view! {
        <form class="write__form" on:submit=submit on:keydown=pressed>
            <label class="write__field">
                <span>{words.follow_up_text}</span>
                <textarea
                    node_ref=text
                    rows="4"
                    data-testid="follow-up-text"
                    prop:value=move || draft.with(|it| it.text.clone())
                    readonly=move || is_busy.get()
                    aria-invalid=move || is_long.get().then_some("true")
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        edit(Box::new(|draft| draft.text = text));
                    }
                ></textarea>
            </label>
            <p class="write__signs" data-long=move || is_long.get().then_some("")>
                {counted}
                {move || is_long.get().then(|| fill(words.follow_up_too_long, &[&MOST_SIGNS.to_string()]))}
            </p>
            <Kinds follow_ups draft is_busy edit=Callback::new(move |id: String| edit(Box::new(|it| it.kind = id))) words />
            <Next draft is_busy edit=Callback::new(move |next: String| edit(Box::new(|it| it.next = next))) words />
            <Status draft is_busy edit=Callback::new(move |id: String| edit(Box::new(|it| it.status = id))) words />
            <button
                type="submit"
                class="button button--accent"
                data-testid="follow-up-save"
                title=format!("{} Ctrl+Enter", words.save)
                aria-keyshortcuts="Control+Enter Meta+Enter"
                disabled=move || !writing.with(|it| it.can_send())
            >
                {save_words}
            </button>
            {standing(stage, remedies, words)}
        </form>
    }
}
