//! The saved views: which is open, whether it was changed, and all that can be done with them.
mod import;
mod list;
mod name_form;
mod parts;

use crate::components::parts::popover::{card_close, opens};
use crate::components::{Icon, IconName, lazy_views};
use crate::i18n::{Words, fill};
use crate::saved_view::ViewFileProblem;
use crate::state::{BuiltIns, ViewImport, Views};
use import::import_preview;
use leptos::{ev, html, prelude::*};
use list::{save_buttons, view_list};
use name_form::name_form;
use parts::live;

/// What the card shows.
#[derive(Clone)]
pub(crate) enum Mode {
    /// The views.
    List,
    /// A field for the name of a new view.
    SaveAs,
    /// A field for the new name of a view.
    Rename(String),
    /// What a file would change.
    Import(ViewImport),
    /// What can be done with the changes to the open view.
    Changes,
}

/// What the parts of the card share.
#[derive(Clone, Copy)]
pub(crate) struct Card {
    views: Views,
    built_ins: BuiltIns,
    words: &'static Words,
    node: NodeRef<html::Div>,
    /// What it begins with each time it is opened.
    home: StoredValue<Mode>,
    mode: RwSignal<Mode>,
    /// Whether what is on the screen is no longer what was saved.
    is_changed: Memo<bool>,
    /// Why the file that was picked last cannot be used.
    problem: RwSignal<Option<ViewFileProblem>>,
}

impl Card {
    fn new(views: Views, built_ins: BuiltIns, home: Mode, words: &'static Words) -> Self {
        Self {
            views,
            built_ins,
            words,
            node: NodeRef::new(),
            home: StoredValue::new(home.clone()),
            mode: RwSignal::new(home),
            is_changed: Memo::new(move |_| views.is_changed()),
            problem: RwSignal::new(None),
        }
    }

    fn close(self) {
        if let Some(card) = self.node.get_untracked() {
            let _ = card.hide_popover();
        }
    }

    /// Back to the list; the focus goes along, since what had it is gone. A card without the list is done.
    fn back(self) {
        if !matches!(self.home.get_value(), Mode::List) {
            return self.close();
        }
        if !self.mode.with_untracked(|mode| matches!(mode, Mode::List)) {
            self.mode.set(Mode::List);
        }
        if let Some(card) = self.node.get_untracked() {
            let _ = card.focus();
        }
    }

    fn show(self, import: Result<ViewImport, ViewFileProblem>) {
        match import {
            Ok(import) => {
                self.problem.set(None);
                self.mode.set(Mode::Import(import));
            }
            Err(problem) => self.problem.set(Some(problem)),
        }
        // A browser may have closed the card for its own choice of files.
        if let Some(card) = self.node.get_untracked() {
            let _ = card.show_popover();
            let _ = card.focus();
        }
    }
}

/// The button with the open view's name, and its card.
#[component]
pub fn ViewsMenu(
    /// The saved views.
    views: Views,
    /// Those that are there for everybody.
    built_ins: BuiltIns,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let card = Card::new(views, built_ins, Mode::List, words);
    let name = Memo::new(move |_| {
        let saved = views.current().map(|entry| entry.view.name);
        saved.or_else(|| built_ins.open().get().map(|view| view.name(words).to_owned()))
    });
    let is_changed = card.is_changed;
    let label = Signal::derive(move || {
        let view = name.get().map(|name| fill(words.chip, &[words.views, &name]));
        let view = view.unwrap_or_else(|| words.views.to_owned());
        if is_changed.get() { fill(words.chip, &[&view, words.view_unsaved]) } else { view }
    });
    let open = Signal::derive(move || name.get().unwrap_or_else(|| words.views.to_owned()));
    let dot = live(move || is_changed.get().then(|| view! { <span class="views__dot"></span> }.into_any()));
    view! {
        <button
            type="button"
            class="button button--quiet views"
            data-testid="views"
            popovertarget="views-menu"
            aria-haspopup="dialog"
            aria-label=label
            title=label
        >
            <Icon name=IconName::View />
            <span class="views__open">{open}</span>
            {dot}
            <Icon name=IconName::Chevron />
        </button>
        {popover(card, "views-menu", words.views)}
    }
}

/// 保存 beside the open view, as long as it has changes.
#[component]
pub fn ViewChanges(
    /// The saved views.
    views: Views,
    /// Those that are there for everybody.
    built_ins: BuiltIns,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let card = Card::new(views, built_ins, Mode::Changes, words);
    let button = live(move || {
        let button = || {
            view! {
                <button type="button" class="tab tab--changes" data-testid="view-changes" popovertarget="view-changes" aria-haspopup="dialog" title=words.view_unsaved>
                    <span class="views__dot"></span>
                    {words.save}
                    <Icon name=IconName::Chevron />
                </button>
            }
        };
        card.is_changed.get().then(|| button().into_any())
    });
    view! { {button} {popover(card, "view-changes", words.view_unsaved)} }
}

/// + at the end of the views: what is on the screen becomes one.
#[component]
pub fn NewView(
    /// The saved views.
    views: Views,
    /// Those that are there for everybody.
    built_ins: BuiltIns,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let card = Card::new(views, built_ins, Mode::SaveAs, words);
    view! {
        <button type="button" class="tab tab--new" data-testid="view-add" popovertarget="view-add" aria-haspopup="dialog" aria-label=words.save_view title=words.save_view>
            <Icon name=IconName::Plus />
        </button>
        {popover(card, "view-add", words.save_view)}
    }
}

fn popover(card: Card, id: &'static str, name: &'static str) -> AnyView {
    let (is_open, set_open) = signal(false);
    let toggled = move |event: ev::Event| {
        let opens = opens(&event);
        if !opens {
            card.mode.set(card.home.get_value());
            card.problem.set(None);
        }
        set_open.set(opens);
    };
    let content = live(move || is_open.get().then(|| lazy_views::views_card(card)));
    view! {
        <div
            node_ref=card.node
            popover="auto"
            id=id
            class="menu views-menu"
            role="dialog"
            tabindex="-1"
            aria-label=name
            on:toggle=toggled
        >
            {content}
            {card_close(id, card.words)}
        </div>
    }
    .into_any()
}

pub(crate) fn content(card: Card) -> AnyView {
    live(move || match card.mode.get() {
        Mode::List => Some(view_list(card)),
        Mode::SaveAs => Some(name_form(card, None)),
        Mode::Rename(name) => Some(name_form(card, Some(name))),
        Mode::Import(import) => Some(import_preview(card, import)),
        Mode::Changes => Some(save_buttons(card)),
    })
    .into_any()
}
