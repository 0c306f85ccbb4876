use super::copies::copies;
use crate::components::cells::label_chips::chip_list;
use crate::components::preview::phone_lines::phone_lines;
use crate::components::{Cell, Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::Customer;
use crate::query::Change;
use crate::view_model::{
    Copied, Heading, PreviewItem, PreviewView, callable_numbers, cell_text, column_note, copied, group_name,
};
use leptos::prelude::*;

/// So many labels the head has room for.
const IN_HEAD: usize = 2;

/// What can be done with a value.
#[derive(Clone, Copy)]
pub struct ValueActions {
    /// Shows only customers like this one.
    pub on_filter: Callback<Change>,
    /// Copies it.
    pub on_copy: Callback<Copied>,
}

/// A part of what stands below the head; between the two is the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What a call needs: numbers and the follow-up.
    Call,
    /// All else.
    Rest,
}

/// A part of what stands below the head; `chat` is the customer's line for a chat.
pub(super) fn details(
    view: PreviewView,
    part: Part,
    customer: &Customer,
    chat: String,
    actions: ValueActions,
    words: &'static Words,
) -> AnyView {
    let (first, rest): (Vec<_>, Vec<_>) =
        view.groups.into_iter().partition(|(heading, _)| heading.is_follow_up());
    let id = customer.id_text();
    match part {
        Part::Call => {
            // The head has no room for more.
            let chips = view.chips.iter().filter(|_| view.chips.len() > IN_HEAD);
            view! {
                {chip_list(chips, words)}
                {phone_lines(view.phones.lines, view.phones.folded, words)}
                {copies(chat, callable_numbers(customer), actions.on_copy, words)}
                {groups(first, id, actions, words)}
            }
            .into_any()
        }
        Part::Rest => view! {
            {groups(rest, id, actions, words)}
            {empty_fields(&view.empty, words)}
        }
        .into_any(),
    }
}

/// Values by what they are about.
pub(crate) fn groups(
    groups: Vec<(Heading, Vec<PreviewItem>)>,
    customer: &str,
    actions: ValueActions,
    words: &'static Words,
) -> Vec<AnyView> {
    let group = |(group, items): (Heading, Vec<PreviewItem>)| {
        let items: Vec<_> = items.into_iter().map(|it| item(it, customer, actions, words)).collect();
        view! {
            <section class="preview__group">
                <h3>{group_name(&group, words).to_owned()}</h3>
                <dl>{items}</dl>
            </section>
        }
        .into_any()
    };
    groups.into_iter().map(group).collect()
}

/// The names of what holds nothing, folded away.
fn empty_fields(empty: &[String], words: &'static Words) -> Option<AnyView> {
    (!empty.is_empty()).then(|| {
        let count = fill(words.empty_fields, &[&empty.len().to_string()]);
        view! {
            <details class="preview__empty">
                <summary><Icon name=IconName::Chevron />{count}</summary>
                <p>{empty.join(words.names_joint)}</p>
            </details>
        }
        .into_any()
    })
}

fn item(item: PreviewItem, customer: &str, actions: ValueActions, words: &'static Words) -> AnyView {
    let ValueActions { on_filter, on_copy } = actions;
    let id = format!("preview-{customer}-{}", item.id.as_str());
    let computed = item.is_computed.then_some(words.computed_here);
    let notes: Vec<&str> = computed.into_iter().chain(column_note(item.id.as_str(), false, words)).collect();
    let hint = (!notes.is_empty()).then(|| notes.join("\n"));
    let button = |test: &'static str, name: String, icon: IconName, act: Box<dyn Fn() + Send>| {
        view! {
            <button type="button" class="preview__act" data-testid=test aria-label=name.clone() title=name on:click=move |_| act()>
                <Icon name=icon />
            </button>
        }
        .into_any()
    };
    let only = item.only.map(|(change, text)| {
        let name = fill(words.only_this, &[&text]);
        button("only-this", name, IconName::Filter, Box::new(move || on_filter.run(change.clone())))
    });
    let text = cell_text(&item.view, words);
    let name = fill(words.copy_value, &[&item.title]);
    let copy = button(
        "copy-value",
        name,
        IconName::Copy,
        Box::new(move || {
            on_copy.run(copied(&[vec![text.clone()]]));
        }),
    );
    view! {
        <div class="preview__item" data-column=item.id.as_str().to_owned()>
            <dt title=hint>{item.title}</dt>
            <dd><Cell view=item.view id words /><span class="preview__acts">{copy}{only}</span></dd>
        </div>
    }
    .into_any()
}
