//! What stays in sight over all that is known of a customer: the name, what a call needs first, and the
//! ways to the neighbours. At most 96 pixels high.
use crate::components::cells::label_chips::chip;
use crate::components::preview::hand_over::hand_over;
use crate::components::preview::phone_lines::call_name;
use crate::components::{ApprovalBadge, Cell, Icon, IconName};
use crate::i18n::Words;
use crate::view_model::PreviewView;
use leptos::{html, prelude::*};

/// The line with the name.
#[derive(Clone, Copy)]
pub(super) struct Bar {
    pub name: Signal<String>,
    /// Where the customer stands, in words.
    pub place: Signal<String>,
    /// Whether a step on (`true`) or back leads to somebody.
    pub can_step: Callback<bool, bool>,
    pub step: Callback<bool>,
    pub on_close: Callback<()>,
}

impl Bar {
    pub fn view(self, heading: NodeRef<html::H2>, words: &'static Words) -> AnyView {
        let Self { name, place, on_close, .. } = self;
        view! {
            <div class="preview__bar">
                <button
                    type="button"
                    class="button button--quiet button--icon preview__back"
                    aria-label=words.back_to_list
                    title=words.back_to_list
                    on:click=move |_| on_close.run(())
                >
                    <Icon name=IconName::Left />
                </button>
                <h2 node_ref=heading id="preview-name" class="preview__name" tabindex="-1" title=name prop:textContent=name></h2>
                <span class="preview__place" prop:textContent=place></span>
                {self.turn(false, words)}
                {self.turn(true, words)}
                <button
                    type="button"
                    class="button button--quiet button--icon preview__close"
                    data-testid="preview-close"
                    aria-label=words.close
                    title=format!("{} Esc", words.close)
                    on:click=move |_| on_close.run(())
                >
                    <Icon name=IconName::Cross />
                </button>
            </div>
        }
        .into_any()
    }

    fn turn(self, is_next: bool, words: &'static Words) -> AnyView {
        let Self { can_step, step, .. } = self;
        let (icon, name, id, key) = if is_next {
            (IconName::Down, words.next_customer, "preview-next", "↓")
        } else {
            (IconName::Up, words.previous_customer, "preview-prev", "↑")
        };
        view! {
            <button
                type="button"
                class="button button--quiet button--icon"
                data-testid=id
                aria-label=name
                aria-keyshortcuts=if is_next { "ArrowDown" } else { "ArrowUp" }
                title=format!("{name} {key}")
                aria-disabled=move || (!can_step.run(is_next)).then_some("true")
                on:click=move |_| step.run(is_next)
            >
                <Icon name=icon />
            </button>
        }
        .into_any()
    }
}

/// Status, next follow-up, marks and labels, and at their side the number to call.
pub(super) fn facts(view: &PreviewView, is_mine: bool, words: &'static Words) -> AnyView {
    let status = view.status.clone().map(|view| {
        view! { <span class="preview__status"><Cell view id=String::new() words /></span> }
    });
    let due = view.due.clone().map(|(title, view)| {
        view! {
            <span class="preview__due">
                <span class="preview__due-name" title=title>{words.revisit_remind}</span>
                <Cell view id=String::new() words />
            </span>
        }
    });
    let badge = view.badge.clone().map(|(approval, text)| view! { <ApprovalBadge approval text /> });
    let mine = is_mine.then(|| view! { <span class="preview__mine">{words.mine}</span> });
    let chips: Vec<_> = view.chips.iter().map(|it| view! { <li>{chip(it).view()}</li> }.into_any()).collect();
    let call = view.phones.first.clone().map(|phone| {
        let name = call_name(&phone, words);
        let title = phone.label.clone();
        let code = hand_over(&phone, 0, words);
        view! {
            <div class="preview__calls">
                <a class="preview__call" href=phone.call aria-label=name title=title>
                    <Icon name=IconName::Phone />
                    <span class="preview__number">{phone.text}</span>
                </a>
                {code}
            </div>
        }
    });
    view! {
        <div class="preview__facts">
            <p class="preview__state">{status}{due}</p>
            <div class="preview__marks">
                {badge}
                {mine}
                <ul class="preview__chips" aria-label=words.labels>{chips}</ul>
            </div>
            {call}
        </div>
    }
    .into_any()
}
