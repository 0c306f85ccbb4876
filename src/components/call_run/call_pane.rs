use super::caller::caller;
use super::summary::summary;
use crate::components::parts::body_class::body_class;
use crate::components::preview::preview_pane::begin_at_the_top;
use crate::components::preview::preview_pane::details::{Part, ValueActions};
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::{CallMark, CallRun, Customer, CustomerId};
use crate::view_model::{ColumnView, Dates, mark_name};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;

/// What is known of the customer whose turn it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Called {
    /// Nothing yet: it is being asked for.
    #[default]
    Coming,
    /// It could not be had, and why.
    Failed(String),
    /// All of this, in these columns.
    Here(Arc<Customer>, Arc<[ColumnView]>),
}

/// What can be done in a run.
#[derive(Clone, Copy)]
pub struct RunActions {
    /// A step on (`true`) or back.
    pub step: Callback<bool>,
    /// Notes what came of the call, or takes it back.
    pub mark: Callback<CallMark>,
    /// Ends the run with its summary.
    pub end: Callback<()>,
    /// Puts the summary aside.
    pub close: Callback<()>,
    /// Begins another run with those who are to be called later.
    pub again: Callback<()>,
    /// Goes to a customer of the run.
    pub go_to: Callback<CustomerId>,
    /// Asks once more for a customer who could not be had.
    pub retry: Callback<()>,
    /// Copies the summary.
    pub copy: Callback<()>,
    /// What can be done with a value.
    pub value: ValueActions,
}

/// One customer after the other: whom to call, with what was said last, and what came of it. At the end
/// stands a summary.
#[component]
pub fn CallPane(
    /// The run; nothing is shown without one.
    #[prop(into)]
    run: Signal<Option<CallRun>>,
    /// The customer whose turn it is.
    #[prop(into)]
    called: Signal<Called>,
    /// Whether the next step needs the list's next page, which is on its way.
    #[prop(into)]
    is_turning: Signal<bool>,
    /// Whether nobody comes after the present customer.
    #[prop(into)]
    is_last: Signal<bool>,
    /// What a customer is called.
    name_of: Callback<CustomerId, String>,
    /// How dates are written, and on which day they are looked at.
    dates: Callback<(), Dates>,
    /// What can be done.
    actions: RunActions,
    /// The follow-ups of the customer whose turn it is, where they are asked for at all.
    #[prop(optional_no_strip)]
    follow_ups: Option<Callback<Signal<Option<CustomerId>>, AnyView>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let phase = Memo::new(move |_| run.with(|run| run.as_ref().map(CallRun::is_over)));
    let id = Memo::new(move |_| run.with(|run| run.as_ref()?.current().cloned()));
    let called = Memo::new(move |_| called.get());
    let place = move || run.with(|run| run.as_ref().map_or((0, 0), CallRun::place));
    let progress = move || {
        let (at, count) = place();
        format!("{at} / {count}")
    };
    let name = move || id.get().map(|id| name_of.run(id)).unwrap_or_default();
    let spoken = move || {
        let (at, count) = place();
        fill(words.run_spoken, &[&name(), &at.to_string(), &count.to_string()])
    };
    let mark = Memo::new(move |_| run.with(|run| run.as_ref().and_then(|run| run.mark_of(run.current()?))));
    let (heading, body) = (NodeRef::<html::H2>::new(), NodeRef::<html::Div>::new());
    begin_at_the_top(id, heading, body);
    // The name has the focus at first, and again where the end is left for a customer.
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let on_key = move |event: ev::KeyboardEvent| pressed(&event, phase, actions.step);
    // Another customer is shown in elements of its own: a text that a browser has translated would stay.
    let drawn = Memo::new(move |known: Option<&u32>| {
        called.track();
        known.map_or(0, |known| known.wrapping_add(1))
    });
    let content = move |part: Part| customer_part(part, called.get_untracked(), dates, actions, words);
    let customer = move || {
        view! {
            <header class="run__head">
                <span class="run__progress" data-testid="run-progress">{progress}</span>
                <span class="run__title">{words.run}</span>
                <button type="button" class="button button--quiet" data-testid="run-end" on:click=move |_| actions.end.run(())>
                    {words.run_end}
                </button>
            </header>
            <div
                node_ref=body
                class="run__body"
                data-testid="run-customer"
                data-customer-id=move || id.get().map(|id| id.to_string())
            >
                <h2 node_ref=heading id="run-name" class="run__name" tabindex="-1" prop:textContent=name></h2>
                <For each=move || [drawn.get()] key=|drawn| *drawn children=move |_| content(Part::Call) />
                {follow_ups.map(|it| it.run(id.into()))}
                <For each=move || [drawn.get()] key=|drawn| *drawn children=move |_| content(Part::Rest) />
            </div>
            <footer class="run__foot">
                {marks(mark, actions.mark, words)}
                {steps(run, is_turning, is_last, actions.step, words)}
            </footer>
            <p class="unseen" role="status" aria-live="polite" prop:textContent=spoken></p>
        }
        .into_any()
    };
    let inside = move || match phase.get()? {
        false => Some(customer()),
        true => Some(run.with_untracked(|run| summary(run.as_ref(), name_of, actions, words)).into_any()),
    };
    move || {
        let is_on = Memo::new(move |_| phase.with(Option::is_some));
        is_on.get().then(|| {
            body_class("has-run");
            view! {
                <aside class="run" data-testid="run-pane" aria-label=words.run on:keydown=on_key>{inside}</aside>
            }
        })
    }
}

/// Arrows step through the run, as long as it lasts: while its phase is `Some(false)`.
fn pressed(event: &ev::KeyboardEvent, phase: Memo<Option<bool>>, step: Callback<bool>) {
    let is_plain = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
    if !is_plain || event.is_composing() || is_field(event) || phase.get_untracked() != Some(false) {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => step.run(true),
        "ArrowUp" | "ArrowLeft" => step.run(false),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// One part of what is known of the customer; what is said while nothing is stands in place of the first.
fn customer_part(
    part: Part,
    called: Called,
    dates: Callback<(), Dates>,
    actions: RunActions,
    words: &'static Words,
) -> AnyView {
    match called {
        Called::Coming | Called::Failed(_) if part == Part::Rest => ().into_any(),
        Called::Coming => view! { <p class="run__said" role="status">{words.run_loading}</p> }.into_any(),
        Called::Failed(cause) => view! {
            <p class="run__said" role="status">{fill(words.run_missing, &[&cause])}</p>
            <button type="button" class="button" on:click=move |_| actions.retry.run(())>{words.retry}</button>
        }
        .into_any(),
        Called::Here(customer, columns) => {
            caller(part, &customer, &columns, dates.run(()), actions.value, words)
        }
    }
}

/// What can come of a call, each to be noted with one press.
fn marks(mark: Memo<Option<CallMark>>, on_mark: Callback<CallMark>, words: &'static Words) -> impl IntoView {
    let button = move |this: CallMark| {
        view! {
            <button
                type="button"
                class="run__mark"
                data-mark=this.as_str()
                data-testid=format!("run-mark-{}", this.as_str())
                aria-pressed=move || (mark.get() == Some(this)).to_string()
                on:click=move |_| on_mark.run(this)
            >
                {mark_name(this, words)}
            </button>
        }
    };
    view! { <div class="run__marks" role="group" aria-label=words.run_marks>{CallMark::ALL.map(button)}</div> }
}

/// The ways to the customer before and the next one, or to the end.
fn steps(
    run: Signal<Option<CallRun>>,
    is_turning: Signal<bool>,
    is_last: Signal<bool>,
    step: Callback<bool>,
    words: &'static Words,
) -> impl IntoView {
    let can_go_back = move || run.with(|run| run.as_ref().is_some_and(|run| run.has(false)));
    view! {
        <div class="run__steps">
            <button
                type="button"
                class="button"
                data-testid="run-back"
                aria-keyshortcuts="p ArrowUp"
                title=format!("{} p", words.previous_customer)
                aria-disabled=move || (!can_go_back()).then_some("true")
                on:click=move |_| step.run(false)
            >
                <Icon name=IconName::Left />
                {words.previous_customer}
            </button>
            <button
                type="button"
                class="button button--accent"
                data-testid="run-next"
                aria-keyshortcuts="n ArrowDown"
                title=format!("{} n", words.next_customer)
                aria-busy=move || is_turning.get().then_some("true")
                on:click=move |_| step.run(true)
            >
                {move || if is_last.get() { words.run_finish } else { words.next_customer }}
                <Icon name=IconName::Right />
            </button>
        </div>
    }
}

/// Whether a key goes into a field.
fn is_field(event: &ev::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.matches("input, textarea, select").unwrap_or_default())
}
