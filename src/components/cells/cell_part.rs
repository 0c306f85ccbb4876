use crate::components::{Icon, IconName};
use leptos::prelude::*;

/// One of the things that stand in a cell in the place of plain words: a chip, a badge, a number, a link.
#[derive(Default)]
pub(crate) struct CellPart {
    /// Its look, for the style sheet.
    pub class: &'static str,
    /// A state that changes the look.
    pub state: Option<&'static str>,
    /// The colour of a label.
    pub color: Option<String>,
    /// The sign before the text.
    pub icon: Option<IconName>,
    /// What is read.
    pub text: String,
    /// What is told on hover.
    pub title: Option<String>,
    /// Where it leads.
    pub link: Option<PartLink>,
}

/// Where a part of a cell leads.
#[derive(Default)]
pub(crate) struct PartLink {
    pub href: String,
    /// What it does, for whoever cannot see the sign.
    pub name: Option<String>,
    /// Another site, which is not told where its visitors come from.
    pub is_outside: bool,
}

impl CellPart {
    pub fn view(self) -> AnyView {
        let Self { class, state, color, icon, text, title, link } = self;
        let icon = icon.map(|name| view! { <Icon name /> });
        match link {
            Some(PartLink { href, name, is_outside }) => {
                let target = is_outside.then_some("_blank");
                let rel = is_outside.then_some("noopener noreferrer");
                view! {
                    <a class=class href=href target=target rel=rel title=title aria-label=name>{icon}{text}</a>
                }
                .into_any()
            }
            None => view! {
                <span class=class data-state=state style=("--label", color.unwrap_or_default()) title=title>
                    {icon}
                    {text}
                </span>
            }
            .into_any(),
        }
    }
}
