use crate::components::IconName;
use crate::components::cells::cell_part::{CellPart, PartLink};
use crate::components::cells::fold::{Fold, FoldedPart};
use crate::components::cells::markup::{Child, Markup};
use crate::i18n::{RowWords, fill};
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
    words: &'static RowWords,
) -> impl IntoView {
    phones_markup(&phones, &id, words).view()
}

/// The same as data.
pub(crate) fn phones_markup(phones: &[PhoneView], id: &str, words: &RowWords) -> Markup {
    let fold = folded_phones(phones, id, words).map(Fold::markup);
    let first = first_phone(phones, words).map(|part| Child::Element(part.markup()));
    Markup::new("span", "phones").with_children(first).with_children(fold.into_iter().flatten())
}

/// The number that stands in the cell itself.
fn first_phone(phones: &[PhoneView], words: &RowWords) -> Option<CellPart> {
    phones.first().map(|phone| number(phone, words))
}

/// All of them, with what each is called, behind the number of the others.
fn folded_phones(phones: &[PhoneView], id: &str, words: &RowWords) -> Option<Fold> {
    let count = phones.len().checked_sub(1).filter(|count| *count > 0)?;
    let name = fill(words.more_phones, &[&count.to_string()]);
    let line =
        |phone: &PhoneView| FoldedPart { label: Some(phone.label.clone()), part: number(phone, words) };
    Some(Fold { id: format!("phones-{id}"), count, name, parts: phones.iter().map(line).collect() })
}

fn number(phone: &PhoneView, words: &RowWords) -> CellPart {
    let PhoneView { label, remark, text, call, state, .. } = phone;
    let title = match (label.as_str(), *remark) {
        ("", "") => None,
        ("", text) | (text, "") => Some(text.to_owned()),
        (label, remark) => Some(format!("{label} · {remark}")),
    };
    let part = CellPart { class: "phone", text: text.clone(), title, ..CellPart::default() };
    match call {
        Some(href) => {
            let name = Some(fill(words.call, &[text]));
            let link = PartLink { href: href.clone(), name, is_outside: false };
            CellPart { icon: Some(IconName::Phone), link: Some(link), ..part }
        }
        None => {
            let icon = match state {
                PhoneState::NotAllowed => Some(IconName::Lock),
                PhoneState::Disabled => Some(IconName::PhoneOff),
                PhoneState::Plain | PhoneState::Masked => None,
            };
            CellPart { icon, state: Some(state.as_str()), ..part }
        }
    }
}
