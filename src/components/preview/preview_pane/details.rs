use crate::components::cells::label_chips::chip;
use crate::components::{ApprovalBadge, Cell, Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::Customer;
use crate::query::Change;
use crate::view_model::{PhoneState, PhoneView, PreviewItem, PreviewView, column_note, group_name};
use leptos::prelude::*;

/// What stands right below the name: marks, labels and numbers.
pub(super) fn head(view: PreviewView, customer: &Customer, words: &'static Words) -> AnyView {
    let badge = view.badge.map(|(approval, text)| view! { <ApprovalBadge approval text /> });
    let mine = customer.is_mine.then(|| view! { <span class="preview__mine">{words.mine}</span> });
    let chips: Vec<_> = view.chips.iter().map(|it| view! { <li>{chip(it).view()}</li> }.into_any()).collect();
    let phones: Vec<_> = view.phones.into_iter().map(|it| phone(it, words)).collect();
    view! {
        <div class="preview__marks">{badge}{mine}</div>
        <ul class="preview__chips" aria-label=words.labels>{chips}</ul>
        <ul class="preview__phones" aria-label=words.phones>{phones}</ul>
    }
    .into_any()
}

/// All else, by what it is about.
pub(super) fn fields(
    view: PreviewView,
    customer: &Customer,
    on_filter: Callback<Change>,
    words: &'static Words,
) -> AnyView {
    let groups: Vec<_> = view
        .groups
        .into_iter()
        .map(|(group, items)| {
            let items: Vec<_> =
                items.into_iter().map(|it| item(it, customer.id_text(), on_filter, words)).collect();
            view! {
                <section class="preview__group">
                    <h3>{group_name(&group, words).to_owned()}</h3>
                    <dl>{items}</dl>
                </section>
            }
            .into_any()
        })
        .collect();
    let empty = (!view.empty.is_empty()).then(|| {
        let count = fill(words.empty_fields, &[&view.empty.len().to_string()]);
        view! {
            <details class="preview__empty">
                <summary><Icon name=IconName::Chevron />{count}</summary>
                <p>{view.empty.join(words.names_joint)}</p>
            </details>
        }
    });
    view! {
        {groups}
        {empty}
    }
    .into_any()
}

/// A number; where it can be called the whole line does so.
fn phone(phone: PhoneView, words: &'static Words) -> AnyView {
    let state = phone.state.as_str();
    let icon = if phone.state == PhoneState::NotAllowed { IconName::Lock } else { IconName::Phone };
    let name = phone
        .call
        .is_some()
        .then(|| format!("{} {}", phone.label, fill(words.call, &[&phone.text])).trim_start().to_owned());
    let line = view! {
        <Icon name=icon />
        <span class="preview__number">{phone.text}</span>
        <span class="preview__whose">{phone.label}</span>
        <span class="preview__remark">{phone.remark}</span>
    };
    match phone.call {
        Some(href) => {
            view! { <li><a class="preview__phone" href=href aria-label=name>{line}</a></li> }.into_any()
        }
        None => view! { <li><span class="preview__phone" data-state=state>{line}</span></li> }.into_any(),
    }
}

fn item(item: PreviewItem, customer: &str, on_filter: Callback<Change>, words: &'static Words) -> AnyView {
    let id = format!("preview-{customer}-{}", item.id.as_str());
    let computed = item.is_computed.then_some(words.computed_here);
    let notes: Vec<&str> = computed.into_iter().chain(column_note(item.id.as_str(), false, words)).collect();
    let hint = (!notes.is_empty()).then(|| notes.join("\n"));
    let only = item.only.map(|(change, text)| {
        let name = fill(words.only_this, &[&text]);
        view! {
            <button
                type="button"
                class="preview__only"
                data-testid="only-this"
                aria-label=name.clone()
                title=name
                on:click=move |_| on_filter.run(change.clone())
            >
                <Icon name=IconName::Filter />
            </button>
        }
    });
    view! {
        <div class="preview__item" data-column=item.id.as_str().to_owned()>
            <dt title=hint>{item.title}</dt>
            <dd><Cell view=item.view id words />{only}</dd>
        </div>
    }
    .into_any()
}
