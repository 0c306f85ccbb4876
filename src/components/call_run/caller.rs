//! The customer whose turn it is.
use crate::components::cells::label_chips::chip_list;
use crate::components::preview::hand_over::hand_over;
use crate::components::preview::phone_lines::{call_name, phone_lines};
use crate::components::preview::preview_pane::details::{Part, ValueActions, groups};
use crate::components::{Cell, Icon, IconName};
use crate::i18n::Words;
use crate::model::Customer;
use crate::view_model::{ColumnView, Copied, Dates, PhoneView, PreviewView, copied, preview_view};
use leptos::prelude::*;

/// What a call needs: the number, how it stands, what was said last; or all else.
pub(super) fn caller(
    part: Part,
    customer: &Customer,
    columns: &[ColumnView],
    dates: Dates,
    actions: ValueActions,
    words: &'static Words,
) -> AnyView {
    let PreviewView { status, due, chips, phones, groups: all, .. } =
        preview_view(customer, columns, dates, words);
    let (first, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|(heading, _)| heading.is_follow_up());
    let id = customer.id_text();
    if part == Part::Rest {
        return groups(rest, id, actions, words).into_any();
    }
    let status = status.map(|view| {
        view! { <span class="preview__status"><Cell view id=String::new() words /></span> }
    });
    let due = due.map(|(title, view)| {
        view! {
            <span class="preview__due">
                <span class="preview__due-name" title=title>{words.revisit_remind}</span>
                <Cell view id=String::new() words />
            </span>
        }
    });
    let number = match phones.first {
        Some(phone) => number(phone, actions.on_copy, words),
        None => view! { <p class="run__said">{words.run_no_number}</p> }.into_any(),
    };
    view! {
        <p class="run__state">{status}{due}</p>
        {chip_list(chips.iter(), words)}
        {number}
        {phone_lines(phones.lines, phones.folded, words)}
        {groups(first, id, actions, words)}
    }
    .into_any()
}

/// The number to call, as large as a thumb wants it.
fn number(phone: PhoneView, on_copy: Callback<Copied>, words: &'static Words) -> AnyView {
    let name = call_name(&phone, words);
    let text = phone.text.clone();
    let code = hand_over(&phone, 0, words);
    view! {
        <div class="run__number">
            <a class="run__call" data-testid="run-call" href=phone.call aria-label=name>
                <Icon name=IconName::Phone />
                <span>{phone.text}</span>
            </a>
            <button
                type="button"
                class="button button--icon"
                data-testid="run-copy-number"
                aria-label=words.run_copy_number
                title=words.run_copy_number
                on:click=move |_| on_copy.run(copied(&[vec![text.clone()]]))
            >
                <Icon name=IconName::Copy />
            </button>
            {code}
        </div>
        <p class="run__whose">{phone.label}</p>
    }
    .into_any()
}
