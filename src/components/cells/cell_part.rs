use crate::components::IconName;
use crate::components::cells::markup::{Child, Markup};
use leptos::prelude::AnyView;

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
    /// The address.
    pub href: String,
    /// What it does, for whoever cannot see the sign.
    pub name: Option<String>,
    /// Another site, which is not told where its visitors come from.
    pub is_outside: bool,
}

impl CellPart {
    /// As it stands in a cell.
    pub fn markup(self) -> Markup {
        let Self { class, state, color, icon, text, title, link } = self;
        let part = match link {
            Some(PartLink { href, name, is_outside }) => Markup::new("a", class)
                .with("href", Some(href))
                .with("target", is_outside.then_some("_blank"))
                .with("rel", is_outside.then_some("noopener noreferrer"))
                .with("aria-label", name),
            None => Markup { color, ..Markup::new("span", class).with("data-state", state) },
        };
        part.with("title", title).with_children(icon.map(Child::Icon)).with_children([Child::Text(text)])
    }

    /// As a view.
    pub fn view(self) -> AnyView {
        self.markup().view()
    }
}
