//! A customer's follow-ups, asked for by a click; further pages come as the reader scrolls.
use crate::components::Waiting;
use crate::i18n::{Words, fill};
use crate::model::{CustomerId, FollowUp, Problem};
use crate::state::{FollowUps, HistoryCall, lasts};
use crate::view_model::{follow_up_view, problem_view};
use leptos::{html, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What the endpoint says where a person may not see a customer.
const NO_RECORD: i64 = 100_100;
/// An answer that takes longer is slow, and that is said.
const SLOW: Duration = Duration::from_secs(3);
/// Who is only passed by is not asked for.
const STAY: Duration = Duration::from_millis(300);
/// So many pixels below the window's edge the next page is asked for.
const AHEAD: f64 = 200.0;

/// The button that asks, and the follow-ups, the newest first. Another customer's are asked for by a click of
/// their own; those that came in the last minutes are shown without a call.
#[component]
pub fn History(
    /// The customer; nothing is offered while there is none.
    #[prop(into)]
    customer: Signal<Option<CustomerId>>,
    /// Whether they come without a click, while there are calls to spare.
    #[prop(into)]
    by_itself: Signal<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let follow_ups = expect_context::<FollowUps>();
    let customer = Memo::new(move |_| customer.get());
    let asked_for: RwSignal<Option<CustomerId>> = RwSignal::new(None);
    // Whoever comes back finds the button again: what it shows may be older than what is kept.
    Effect::watch(move || customer.get(), move |_, _, _| asked_for.set(None), false);
    let history = Memo::new(move |_| {
        let id = customer.get().filter(|id| asked_for.with(|asked| asked.as_ref() == Some(id)))?;
        follow_ups.history(&id)
    });
    let known = Memo::new(move |_| history.with(|it| it.as_ref().map(|it| it.known.clone())));
    let call = Memo::new(move |_| history.with(|it| it.as_ref().map(|it| it.call.clone())));
    let has_items = Memo::new(move |_| known.with(|it| it.as_ref().is_some_and(|it| !it.items().is_empty())));
    let is_loading = Memo::new(move |_| call.with(|it| matches!(it, Some(HistoryCall::Loading))));
    let is_failed = move || call.with(|it| matches!(it, Some(HistoryCall::Failed(_))));
    let has_button = Memo::new(move |_| {
        customer.with(Option::is_some)
            && (call.with(Option::is_none) || !has_items.get() && (is_loading.get() || is_failed()))
    });
    let ask = move |_| {
        if let Some(id) = customer.get_untracked().filter(|_| !is_loading.get_untracked()) {
            asked_for.set(Some(id.clone()));
            follow_ups.ask(&id);
        }
    };
    let title = NodeRef::<html::H3>::new();
    keep_focus(has_button, asked_for, title);
    let has_room = follow_ups.has_room();
    let comes = Memo::new(move |_| customer.get().filter(|_| by_itself.get() && has_room.get()));
    come_after_a_stay(comes, asked_for, follow_ups);
    let more = Callback::new(move |()| {
        if let Some(id) = customer.get_untracked() {
            follow_ups.more(&id);
        }
    });
    let button = move || {
        has_button.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button"
                    data-testid="history"
                    aria-disabled=move || is_loading.get().then_some("true")
                    aria-busy=move || is_loading.get().then_some("true")
                    on:click=ask
                >
                    {move || if is_failed() { words.retry } else { words.history }}
                </button>
            }
        })
    };
    let has_more =
        Memo::new(move |_| known.with(|it| it.as_ref().is_some_and(|it| it.next_page().is_some())));
    let items = move || known.with(|it| it.as_ref().map(|it| it.items().to_vec()).unwrap_or_default());
    let is_slow = lasts(is_loading, SLOW);
    let said = move || what_is_said(&call.get()?, is_slow, has_items, words);
    view! {
        <section class="history" hidden=move || customer.with(Option::is_none)>
            <h3 node_ref=title class="history__title" tabindex="-1">{words.follow_ups}</h3>
            <ol class="history__list" hidden=move || !has_items.get()>
                // One that was changed is another item: a text that a browser has translated would stay.
                <For each=items key=FollowUp::clone children=move |it| item(&it, words) />
            </ol>
            {move || (has_items.get() && has_more.get()).then(|| view! { <Earlier is_loading more words /> })}
            {button}
            <p class="history__said" role="status">{said}</p>
        </section>
    }
}

/// The button goes when what it asked for is there; the focus goes on from here, and Escape still closes.
fn keep_focus(has_button: Memo<bool>, asked_for: RwSignal<Option<CustomerId>>, title: NodeRef<html::H3>) {
    let give_focus = move || {
        let is_lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        if let Some(title) = title.try_get_untracked().flatten().filter(|_| is_lost) {
            let _ = title.focus();
        }
    };
    Effect::watch(
        move || has_button.get(),
        move |has_button, _, _| {
            if !has_button && asked_for.with_untracked(Option::is_some) {
                request_animation_frame(give_focus);
            }
        },
        false,
    );
}

/// Asks without a click for whoever comes and stays.
fn come_after_a_stay(
    comes: Memo<Option<CustomerId>>,
    asked_for: RwSignal<Option<CustomerId>>,
    follow_ups: FollowUps,
) {
    Effect::new(move |_| {
        let Some(id) = comes.get().filter(|id| asked_for.with_untracked(|it| it.as_ref() != Some(id))) else {
            return;
        };
        let ask = move || {
            if comes.try_get_untracked().flatten().as_ref() == Some(&id) {
                follow_ups.foresee(&id);
                asked_for.set(Some(id));
            }
        };
        set_timeout(ask, STAY);
    });
}

/// How the call stands, in words; nothing where the follow-ups say enough.
fn what_is_said(
    call: &HistoryCall,
    is_slow: Signal<bool>,
    has_items: Memo<bool>,
    words: &'static Words,
) -> Option<AnyView> {
    match call {
        HistoryCall::Loading if is_slow.get() => {
            Some(view! { <Waiting otherwise=words.history_slow words /> }.into_any())
        }
        HistoryCall::Loading => Some(view! { <Waiting otherwise=words.history_loading words /> }.into_any()),
        HistoryCall::Failed(problem) => Some(cause(problem, words).into_any()),
        HistoryCall::Idle if !has_items.get() => Some(words.history_empty.into_any()),
        HistoryCall::Idle => None,
    }
}

fn item(item: &FollowUp, words: &'static Words) -> AnyView {
    let it = follow_up_view(item, words);
    let part = |class: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <span class=class>{text}</span> })
    };
    let line =
        |class: &'static str, text: String| (!text.is_empty()).then(|| view! { <p class=class>{text}</p> });
    view! {
        <li class="history__item" data-testid="history-item">
            <p class="history__head">
                {part("history__time", it.time)}
                {part("history__kind", it.kind)}
                {part("history__by", it.by)}
            </p>
            {line("history__text", it.content)}
            {line("history__next", it.next)}
            {line("history__files", it.files)}
        </li>
    }
    .into_any()
}

fn cause(problem: &Problem, words: &Words) -> String {
    match problem {
        Problem::Refused { code: NO_RECORD, .. } => words.history_refused.to_owned(),
        problem => fill(words.history_failed, &[&problem_view(problem, words).text]),
    }
}

/// The way to earlier ones: by itself when it comes near the window, or by a click.
#[component]
fn Earlier(is_loading: Memo<bool>, more: Callback<()>, words: &'static Words) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let ask = move || {
        if !is_loading.get_untracked() {
            more.run(());
        }
    };
    let look = move || {
        let Some(button) = button.get_untracked() else { return };
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
        let place = button.get_bounding_client_rect();
        // Where it is not drawn it has no size.
        if place.height() > 0.0 && place.top() < height + AHEAD {
            ask();
        }
    };
    // Whatever scrolls it: only on the way down does an event of a scroller come by here.
    let listener = StoredValue::new_local(Closure::<dyn Fn()>::new(look));
    let listen = move |is_on: bool| {
        listener.try_with_value(|listener| {
            let function = listener.as_ref().unchecked_ref();
            let _ = match is_on {
                true => document().add_event_listener_with_callback_and_bool("scroll", function, true),
                false => document().remove_event_listener_with_callback_and_bool("scroll", function, true),
            };
        });
    };
    listen(true);
    on_cleanup(move || listen(false));
    view! {
        <button
            node_ref=button
            type="button"
            class="button button--quiet"
            data-testid="history-more"
            aria-disabled=move || is_loading.get().then_some("true")
            on:click=move |_| ask()
        >
            {words.history_more}
        </button>
    }
}
