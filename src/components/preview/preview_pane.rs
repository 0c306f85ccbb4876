mod copies;
pub(crate) mod details;
mod head;
mod more;

pub use self::details::ValueActions;
pub use self::more::{More, MoreState};
use crate::components::parts::body_class::body_class;

use self::details::{Part, details};
use self::head::{Bar, facts};
use self::more::more_fields;
use crate::components::parts::crm_link::crm_link;
use crate::config::CustomerUrl;
use crate::i18n::{Words, fill};
use crate::model::Customer;
use crate::query::Change;
use crate::view_model::{ColumnView, Copied, Dates, PreviewView, chat_line, preview_view};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Where the open customer stands, and whether there is somebody before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The customer's row, from 1, and how many rows there are; `None` where it is not among them.
    pub place: Option<(usize, usize)>,
    /// Whether a step back leads to somebody.
    pub has_previous: bool,
    /// Whether a step on leads to somebody.
    pub has_next: bool,
}

/// All that the list knows of one customer, beside the table. Nothing is asked for it, but by a click for what
/// the list leaves out.
///
/// It stands in a `.workspace` together with the list; see `style/preview.css`.
#[component]
pub fn Preview(
    /// The customer; `None` while the preview is closed.
    #[prop(into)]
    customer: Signal<Option<Arc<Customer>>>,
    /// All columns that are available, shown or not.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// How dates are written, and on which day they are looked at.
    dates: Signal<Dates>,
    /// Where the customer stands.
    #[prop(into)]
    ways: Signal<Ways>,
    /// Goes to the next customer (`true`) or to the previous one.
    on_step: Callback<bool>,
    /// Closes the preview.
    on_close: Callback<()>,
    /// Where a filter goes that was taken from a value.
    on_filter: Callback<Change>,
    /// Copies a value.
    on_copy: Callback<Copied>,
    /// Where a customer's own page in the CRM is.
    #[prop(optional_no_strip)]
    customer_url: Option<CustomerUrl>,
    /// The way to what the list leaves out.
    more: More,
    /// The follow-ups, where they are asked for at all.
    #[prop(optional_no_strip)]
    follow_ups: Option<Callback<(), AnyView>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let is_open = Memo::new(move |_| customer.with(Option::is_some));
    // Other rows are mostly no other customer.
    let customer = Memo::new(move |_| customer.get());
    let ways = Memo::new(move |_| ways.get());
    let (heading, body) = (NodeRef::<html::H2>::new(), NodeRef::<html::Div>::new());
    give_focus(is_open, heading);
    let id = Memo::new(move |_| customer.with(|customer| Some(customer.as_ref()?.id.clone())));
    begin_at_the_top(id, heading, body);
    let shown = Shown { customer, columns, dates, words };
    let name = move || shown.name();
    let customer_url = StoredValue::new(customer_url);
    let in_crm = Memo::new(move |_| {
        customer.with(|customer| {
            let id = customer.as_ref()?.id_text();
            customer_url.with_value(|url| url.as_ref()?.href(id))
        })
    });
    let can_step =
        move |is_next: bool| ways.with(|ways| if is_next { ways.has_next } else { ways.has_previous });
    let step = move |is_next: bool| {
        if untrack(|| can_step(is_next)) {
            on_step.run(is_next);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| pressed(&event, step, on_close);
    let place = move || {
        counted(ways, words.preview_place, None).unwrap_or_else(|| words.preview_elsewhere.to_owned())
    };
    let spoken = move || counted(ways, words.preview_spoken, Some(name())).unwrap_or_else(name);
    // Another customer is shown in elements of its own: a text that a browser has translated would stay.
    let drawn = Memo::new(move |known: Option<&u32>| {
        customer.track();
        columns.track();
        dates.track();
        known.map_or(0, |known| known.wrapping_add(1))
    });
    let actions = ValueActions { on_filter, on_copy };
    let bar = Bar {
        name: Signal::derive(name),
        place: Signal::derive(place),
        can_step: Callback::new(can_step),
        step: Callback::new(step),
        on_close,
    };
    move || {
        is_open.get().then(|| {
            body_class("has-preview");
            view! {
                <aside class="preview" data-testid="preview" aria-labelledby="preview-name" on:keydown=on_key>
                    <header class="preview__head">
                        {bar.view(heading, words)}
                        <For each=move || [drawn.get()] key=|drawn| *drawn children=move |_| shown.facts() />
                    </header>
                    <div node_ref=body class="preview__body">
                        <For each=move || [drawn.get()] key=|drawn| *drawn children=move |_| shown.part(Part::Call, actions) />
                        {follow_ups.map(|it| it.run(()))}
                        <For each=move || [drawn.get()] key=|drawn| *drawn children=move |_| shown.part(Part::Rest, actions) />
                        {move || in_crm.get().map(|href| crm_link(href, words))}
                        {more_fields(more, words)}
                    </div>
                    <p class="unseen" role="status" aria-live="polite" prop:textContent=spoken></p>
                </aside>
            }
        })
    }
}

/// The customer as the pane shows it.
#[derive(Clone, Copy)]
struct Shown {
    customer: Memo<Option<Arc<Customer>>>,
    columns: Signal<Arc<[ColumnView]>>,
    dates: Signal<Dates>,
    words: &'static Words,
}

impl Shown {
    fn name(self) -> String {
        self.customer.with(|customer| match customer {
            Some(customer) if !customer.name.is_empty() => customer.name.clone(),
            _ => self.words.unnamed.to_owned(),
        })
    }

    /// All of it at this moment.
    fn now(self) -> Option<(Arc<Customer>, PreviewView)> {
        let Self { customer, columns, dates, words } = self;
        untrack(|| {
            customer.with(|customer| {
                let customer = customer.clone()?;
                let view = preview_view(&customer, &columns.read(), dates.get(), words);
                Some((customer, view))
            })
        })
    }

    /// What stays in sight.
    fn facts(self) -> AnyView {
        self.now().map(|(customer, view)| facts(&view, customer.is_mine, self.words)).into_any()
    }

    /// One part of what is scrolled below.
    fn part(self, part: Part, actions: ValueActions) -> AnyView {
        let Self { columns, dates, words, .. } = self;
        self.now()
            .map(|(customer, view)| {
                let today = dates.get_untracked().today;
                let chat = chat_line(&customer, &columns.read_untracked(), today, words);
                details(view, part, &customer, chat, actions, words)
            })
            .into_any()
    }
}

/// Where the customer stands, in the words of a sentence; with `before` something else stands in it first.
fn counted(ways: Memo<Ways>, sentence: &str, before: Option<String>) -> Option<String> {
    let (row, rows) = ways.get().place?;
    let numbers = [row.to_string(), rows.to_string()];
    let values: Vec<&str> = before.iter().chain(&numbers).map(String::as_str).collect();
    Some(fill(sentence, &values))
}

/// Arrows step from customer to customer, and Escape closes.
fn pressed(event: &ev::KeyboardEvent, step: impl Fn(bool), on_close: Callback<()>) {
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => step(true),
        "ArrowUp" => step(false),
        "Escape" => on_close.run(()),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Whoever steps from one customer to the next begins each at its name.
pub(crate) fn begin_at_the_top<T: Clone + PartialEq + Send + Sync + 'static>(
    id: Memo<T>,
    heading: NodeRef<html::H2>,
    body: NodeRef<html::Div>,
) {
    Effect::watch(
        move || id.get(),
        move |_, _, _| {
            let (Some(heading), Some(body)) = (heading.get_untracked(), body.get_untracked()) else { return };
            body.set_scroll_top(0);
            // What had the focus may have gone with the customer before.
            request_animation_frame(move || {
                if document().active_element().is_none_or(|it| it.tag_name() == "BODY") {
                    let options = FocusOptions::new();
                    options.set_prevent_scroll(true);
                    let _ = heading.focus_with_options(&options);
                }
            });
        },
        false,
    );
}

/// The heading takes the focus when the preview opens; when it closes and nobody took it, the focus
/// goes back to where it was.
fn give_focus(is_open: Memo<bool>, heading: NodeRef<html::H2>) {
    let before: StoredValue<Option<HtmlElement>, LocalStorage> = StoredValue::new_local(None);
    let focused = || document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        if is_open && was_open != Some(true) {
            before.set_value(focused());
        } else if !is_open && was_open == Some(true) {
            request_animation_frame(move || {
                let is_lost = focused().is_none_or(|it| it.tag_name() == "BODY");
                if let Some(before) = before.try_update_value(Option::take).flatten().filter(|_| is_lost) {
                    let _ = before.focus();
                }
            });
        }
        is_open
    });
    // Each opening makes another heading.
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
}
