//! Numbers one under the other: those that can be called, and behind a fold those that cannot.
use super::hand_over::hand_over;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::view_model::{PhoneState, PhoneView};
use leptos::prelude::*;

/// The lines, and the fold where something is in it.
pub(crate) fn phone_lines(lines: Vec<PhoneView>, folded: Vec<PhoneView>, words: &'static Words) -> AnyView {
    let list = |phones: Vec<PhoneView>, name: Option<&'static str>| {
        (!phones.is_empty()).then(|| {
            // The first number of all stands elsewhere.
            let lines: Vec<_> = (1..).zip(phones).map(|(at, it)| phone_line(it, at, words)).collect();
            view! { <ul class="preview__phones" aria-label=name>{lines}</ul> }
        })
    };
    let fold = (!folded.is_empty()).then(|| {
        let count = fill(words.other_numbers, &[&folded.len().to_string()]);
        view! {
            <details class="preview__empty preview__silent">
                <summary><Icon name=IconName::Chevron />{count}</summary>
                {list(folded, None)}
            </details>
        }
    });
    view! { {list(lines, Some(words.phones))}{fold} }.into_any()
}

/// A number; where it can be called the whole line does so.
fn phone_line(phone: PhoneView, at: usize, words: &'static Words) -> AnyView {
    let state = phone.state.as_str();
    let icon = if phone.state == PhoneState::NotAllowed { IconName::Lock } else { IconName::Phone };
    let code = hand_over(&phone, at, words);
    let line = view! {
        <Icon name=icon />
        <span class="preview__number">{phone.text}</span>
        <span class="preview__whose">{phone.label}</span>
        <span class="preview__remark">{phone.remark}</span>
    };
    match phone.call {
        Some(href) => {
            view! { <li class="preview__callable"><a class="preview__phone" href=href>{line}</a>{code}</li> }
                .into_any()
        }
        None => view! { <li><span class="preview__phone" data-state=state>{line}</span></li> }.into_any(),
    }
}

/// What a number that can be called is called for whoever does not see it.
pub(crate) fn call_name(phone: &PhoneView, words: &'static Words) -> Option<String> {
    phone.call.as_ref()?;
    Some(format!("{} {}", phone.label, fill(words.call, &[&phone.text])).trim_start().to_owned())
}
