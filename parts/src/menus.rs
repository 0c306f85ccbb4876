//! Menus, and the cards that open like one: each by its own button.
use crate::contents::{TEXTS, texts};
use crate::customers::{all_columns, shown_columns};
use crate::{Part, State};
use kehu::components::{
    ColumnChooser, ContextMenu, GroupBy, IconName, KeysSheet, MenuItem, OpenMenu, SortMenu,
};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{Catalog, ColumnId};
use kehu::query::{Direction, Sort};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// The components of this file.
pub const PARTS: [Part; 5] = [
    Part { name: "ColumnChooser", show: column_chooser },
    Part { name: "GroupBy", show: group_by },
    Part { name: "SortMenu", show: sort_menus },
    Part { name: "ContextMenu", show: context_menu },
    Part { name: "KeysSheet", show: keys_sheet },
];

/// Its card has an id, so that it stands on the page once.
fn column_chooser(lang: Lang) -> AnyView {
    let words = lang.words();
    let (on_change, on_group) = (Callback::new(|_| ()), Callback::new(|_| ()));
    view! {
        <State name="its button opens it">
            <div class="toolbar">
                <ColumnChooser available=Signal::stored(all_columns(lang)) shown=Signal::stored(shown_columns(lang))
                    layout=Signal::stored(Layout::default()) group=Signal::stored(None) on_change on_group words />
            </div>
        </State>
    }
    .into_any()
}

fn group_by(lang: Lang) -> AnyView {
    let words = lang.words();
    let states =
        [("none", None), ("a column", Some("status_mapped")), ("one that is gone", Some("gone_mapped"))];
    let show = |(name, group): (&'static str, Option<&'static str>)| {
        let on_group = Callback::new(|_| ());
        view! {
            <State name>
                <div class="columns__grouping">
                <GroupBy available=Signal::stored(all_columns(lang)) group=Signal::stored(group.map(ColumnId::new)) on_group words />
                </div>
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}

fn sort_menus(lang: Lang) -> AnyView {
    let words = lang.words();
    let sorts = texts().iter().map(|text| (ColumnId::new(text), String::new())).collect();
    let catalog = Signal::stored(Arc::new(Catalog { sorts, search_fields: Vec::new() }));
    let none = ("by default", None);
    let states = TEXTS.map(|(name, text)| (name, Some(text)));
    let show = move |(name, sorted): (&'static str, Option<&'static str>)| {
        let sort = sorted.map(|text| Sort { column: ColumnId::new(text), direction: Direction::Descending });
        let title = Callback::new(|id: ColumnId| id.as_str().to_owned());
        let on_change = Callback::new(|_| ());
        view! {
            <State name>
                <SortMenu sort=Signal::stored(sort) catalog title on_change words />
            </State>
        }
    };
    [none].into_iter().chain(states).map(show).collect_view().into_any()
}

fn context_menu(_: Lang) -> AnyView {
    let menu = RwSignal::new(None);
    let on_close = Callback::new(move |()| menu.set(None));
    let ordinary = || {
        vec![
            MenuItem::run("复制", Some(IconName::Copy), || ()),
            MenuItem::line(),
            MenuItem::link("只看「初访」", Some(IconName::Filter), "#ContextMenu".to_owned()),
            MenuItem::run("没有图标的一行", None, || ()),
            MenuItem::open_in_crm("在 CRM 里打开", "https://example.com/".to_owned()),
        ]
    };
    let odd = || texts().into_iter().map(|text| MenuItem::run(text, Some(IconName::Filter), || ())).collect();
    let open = move |title: &str, event: &ev::MouseEvent, items: Vec<MenuItem>| {
        let title = title.to_owned();
        menu.set(Some(OpenMenu { title, x: event.client_x(), y: event.client_y(), items }));
    };
    view! {
        <State name="each kind of line">
            <button type="button" class="button" on:click=move |event| open("ordinary", &event, ordinary())>"Open"</button>
        </State>
        <State name="all texts">
            <button type="button" class="button" on:click=move |event| open("odd", &event, odd())>"Open"</button>
        </State>
        <ContextMenu menu on_close />
    }
    .into_any()
}

fn keys_sheet(lang: Lang) -> AnyView {
    let words = lang.words();
    let states = [("keys of one letter are on", true), ("they are off", false)];
    let show = |(name, single_keys): (&'static str, bool)| {
        let is_open = RwSignal::new(false);
        let on_single_keys = Callback::new(|_| ());
        view! {
            <State name>
                <button type="button" class="button" on:click=move |_| is_open.set(true)>"Open"</button>
                <KeysSheet is_open single_keys=Signal::stored(single_keys) on_single_keys words />
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}
