use super::{Fold, Icon};
use crate::i18n::{Words, fill};
use crate::view_model::{PhoneState, PhoneView};
use leptos::prelude::*;

/// A customer's numbers of one column, as far as they may be seen. A number that can be called is a
/// link to do so; a masked one is only text.
#[component]
pub fn PhoneCell(
    /// The numbers.
    phones: Vec<PhoneView>,
    /// Tells this cell's fold apart from the others'.
    id: String,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let folded = phones.len().saturating_sub(1);
    let first = phones.first().cloned().map(|phone| number(phone, words));
    let fold = (folded > 0).then(|| {
        let name = fill(words.more_phones, &[&folded.to_string()]);
        let all: Vec<_> = phones
            .into_iter()
            .map(|phone| {
                let label = phone.label.clone();
                view! {
                    <p class="phone__line">
                        <span class="phone__label">{label}</span>
                        {number(phone, words)}
                    </p>
                }
            })
            .collect();
        view! { <Fold id=format!("phones-{id}") count=folded name=name>{all}</Fold> }
    });
    view! { <span class="phones">{first}{fold}</span> }
}

fn number(phone: PhoneView, words: &'static Words) -> AnyView {
    let title = match (phone.label.as_str(), phone.remark) {
        ("", remark) => remark.to_owned(),
        (label, "") => label.to_owned(),
        (label, remark) => format!("{label} · {remark}"),
    };
    match phone.call {
        Some(href) => {
            let name = fill(words.call, &[&phone.text]);
            view! {
                <a class="phone" href=href title=title aria-label=name>
                    <Icon name="phone" />
                    <span>{phone.text}</span>
                </a>
            }
            .into_any()
        }
        None => {
            let lock = (phone.state == PhoneState::NotAllowed).then(|| view! { <Icon name="lock" /> });
            view! {
                <span class="phone" data-state=phone.state.as_str() title=title>
                    {lock}
                    <span>{phone.text}</span>
                </span>
            }
            .into_any()
        }
    }
}
