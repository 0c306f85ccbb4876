use super::import::pick_file;
use super::parts::{button, group, line, live};
use super::{Card, Mode};
use crate::components::export::download::download;
use crate::components::{Icon, IconName};
use crate::i18n::fill;
use crate::saved_view::ViewFile;
use crate::state::{FileWay, ViewEntry, ViewNote, Views, file_way};
use crate::view_model::{BuiltIn, view_file_problem};
use leptos::{ev, html, prelude::*};

/// What the rows of the list share.
#[derive(Clone, Copy)]
struct Rows {
    card: Card,
    /// The view whose further actions are shown.
    more: RwSignal<String>,
    /// The view that was deleted just now, with the views as they were before.
    deleted: RwSignal<Option<(String, ViewFile)>>,
}

/// All views as links, what can be done with the open one, and the way in and out as a file.
pub(super) fn view_list(card: Card) -> AnyView {
    let (views, words) = (card.views, card.words);
    let rows = Rows { card, more: RwSignal::new(String::new()), deleted: RwSignal::new(None) };
    let list = live(move || {
        let open = views.current().map(|entry| entry.view.name);
        let list = views.list();
        let built_in = built_in_rows(card, open.is_none());
        let is_plain = open.is_none() && card.built_ins.open().with(Option::is_none);
        let mut own = vec![view! { <li class="views__row">{link(card, None, is_plain)}</li> }.into_any()];
        let mut team = Vec::new();
        for entry in &list {
            let is_open = open.as_ref() == Some(&entry.view.name);
            let row = rows.row(entry, is_open);
            if entry.is_team { &mut team } else { &mut own }.push(row);
        }
        let mut parts = vec![group("views__built-in", vec![row_list(built_in)]), row_list(own)];
        if !team.is_empty() {
            parts.push(line("views__head", words.views_team.to_owned()));
            parts.push(row_list(team));
        }
        Some(parts.into_any())
    });
    let undo = live(move || {
        let (name, before) = rows.deleted.get()?;
        let text = fill(words.view_deleted, &[&name]);
        let undo = Callback::new(move |()| {
            views.put_back(&before, &name);
            rows.deleted.set(None);
            card.back();
        });
        let undo = button("button button--quiet", "view-undo", words.undo, undo);
        Some(view! { <div class="views__note" role="status"><span>{text}</span>{undo}</div> }.into_any())
    });
    let note = live(move || {
        // A file that was refused is news; the rest can wait until somebody reads it.
        if let Some(problem) = card.problem.get() {
            let text = view_file_problem(problem, words);
            return Some(
                view! { <div role="alert">{line("views__note views__note--bad", text.to_owned())}</div> }
                    .into_any(),
            );
        }
        let text = match views.note().get()? {
            ViewNote::NotKept => words.views_not_kept,
            ViewNote::Full => words.views_full,
            ViewNote::TeamUnreadable => words.views_team_unreadable,
        };
        Some(line("views__note", text.to_owned()))
    });
    view! { {list}{undo}{note}{live(move || Some(save_buttons(card)))}{file_buttons(card)} }.into_any()
}

fn row_list(rows: Vec<AnyView>) -> AnyView {
    view! { <ul class="views__list">{rows}</ul> }.into_any()
}

/// The views that are there for everybody. `may_be_open` is false while a saved one is.
fn built_in_rows(card: Card, may_be_open: bool) -> Vec<AnyView> {
    let open = card.built_ins.open().get().filter(|_| may_be_open);
    let row = |this: BuiltIn| {
        let href = card.built_ins.href(this);
        let is_open = (open == Some(this)).then_some("true");
        let id = ["menu-", this.test_id()].concat();
        view! {
            <li class="views__row">
                <a class="views__link" data-testid=id href=href aria-current=is_open on:click=move |_| card.close()>
                    <Icon name=IconName::Check />
                    <span class="views__name">{this.name(card.words)}</span>
                </a>
            </li>
        }
        .into_any()
    };
    BuiltIn::ALL.into_iter().map(row).collect()
}

/// A view, or the plain list, as a link.
fn link(card: Card, entry: Option<&ViewEntry>, is_open: bool) -> AnyView {
    let name = entry.map_or(card.words.view_plain, |entry| &entry.view.name).to_owned();
    let mark = entry
        .filter(|entry| entry.is_default)
        .map(|_| view! { <span class="views__mark">{card.words.view_default}</span> }.into_any());
    let fixed = entry
        .filter(|entry| entry.view.filters.has_fixed_days())
        .map(|_| view! { <span class="views__mark" title=card.words.fixed_days_hint>{card.words.fixed_days}</span> }.into_any());
    let href = Views::href(entry.map(|entry| &entry.view));
    view! {
        <a class="views__link" href=href aria-current=is_open.then_some("true") on:click=move |_| card.close()>
            <Icon name=IconName::Check />
            <span class="views__name">{name}</span>
            {fixed}
            {mark}
        </a>
    }
    .into_any()
}

impl Rows {
    /// One view: its link, ⋯, and what ⋯ shows.
    fn row(self, entry: &ViewEntry, is_open: bool) -> AnyView {
        let Self { card, more, .. } = self;
        let link = link(card, Some(entry), is_open);
        let label = fill(card.words.view_more, &[&entry.view.name]);
        let entry = entry.clone();
        let name = entry.view.name.clone();
        let is_shown = Memo::new(move |_| more.with(|more| *more == name));
        let name = entry.view.name.clone();
        let toggle = move |_: ev::MouseEvent| {
            more.set(if is_shown.get_untracked() { String::new() } else { name.clone() });
        };
        let actions = live(move || is_shown.get().then(|| self.actions(&entry)));
        let expanded = Signal::derive(move || is_shown.get().to_string());
        view! {
            <li class="views__row">
                {link}
                <button type="button" class="button button--quiet button--icon" aria-label=label.clone() title=label aria-expanded=expanded on:click=toggle>
                    <Icon name=IconName::More />
                </button>
                {actions}
            </li>
        }
        .into_any()
    }

    /// What can be done with one view.
    fn actions(self, entry: &ViewEntry) -> AnyView {
        let Self { card, deleted, .. } = self;
        let (views, words, is_default) = (card.views, card.words, entry.is_default);
        let name = entry.view.name.clone();
        let default = Callback::new(move |()| {
            views.set_default((!is_default).then_some(name.as_str()));
            card.back();
        });
        let text = if is_default { words.unset_default } else { words.set_default };
        let mut parts = vec![button("button button--quiet", "view-default", text, default)];
        if !entry.is_team {
            let name = entry.view.name.clone();
            let rename = Callback::new(move |()| card.mode.set(Mode::Rename(name.clone())));
            parts.push(button("button button--quiet", "view-rename", words.rename, rename));
            let name = entry.view.name.clone();
            let delete = Callback::new(move |()| {
                deleted.set(Some((name.clone(), views.remove(&name))));
                card.back();
            });
            parts.push(button("button button--quiet", "view-delete", words.delete, delete));
        }
        group("views__more", parts)
    }
}

/// 保存, 另存为, 还原: those that have something to do.
pub(super) fn save_buttons(card: Card) -> AnyView {
    let (views, words) = (card.views, card.words);
    let (open, is_changed) = (views.current(), card.is_changed.get());
    let mut parts = Vec::new();
    if let Some(entry) = open.as_ref().filter(|entry| is_changed && !entry.is_team) {
        let name = entry.view.name.clone();
        let save = Callback::new(move |()| {
            views.save(&name);
            card.back();
        });
        parts.push(button("button button--accent", "view-save", words.save, save));
    }
    let save_as = Callback::new(move |()| card.mode.set(Mode::SaveAs));
    let text = if open.is_some() { words.save_as } else { words.save_view };
    parts.push(button("button", "view-save-as", text, save_as));
    if is_changed {
        let revert = Callback::new(move |()| {
            views.revert();
            card.close();
        });
        parts.push(button("button", "view-revert", words.revert, revert));
    }
    group("views__actions views__save", parts)
}

/// 导入, and 导出 where there is something to carry away.
fn file_buttons(card: Card) -> AnyView {
    let (views, words) = (card.views, card.words);
    let file = NodeRef::<html::Input>::new();
    let import = Callback::new(move |()| {
        if let Some(file) = file.get_untracked() {
            file.click();
        }
    });
    let export = Callback::new(move |()| {
        if let Some(text) = untrack(|| views.export()) {
            download("kehu-views.json", "application/json", &text);
        }
    });
    let export = live(move || {
        views.export()?;
        if file_way("a.json", "application/json") == FileWay::Nowhere {
            return Some(line("views__hint", words.open_in_browser.to_owned()));
        }
        Some(button("button button--quiet", "views-export", words.export_views, export))
    });
    let picker = view! {
        <input node_ref=file type="file" accept=".json,application/json" hidden aria-label=words.import_title data-testid="views-file" on:change=move |_| pick_file(card, file) />
    };
    let import = button("button button--quiet", "views-import", words.import_views, import);
    group("views__actions views__files", vec![import, export, picker.into_any()])
}
