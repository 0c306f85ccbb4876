//! Lines over and under the list.
use crate::contents::TEXTS;
use crate::{Part, Room, State};
use kehu::components::{FindBar, Pager, SavedTab, SelectionBar, Tabs};
use kehu::i18n::Lang;
use kehu::model::{NextPage, PageNumber, PageSize};
use kehu::query::Tab;
use kehu::view_model::{BuiltIn, PagerView};
use leptos::prelude::*;

/// The components of this file.
pub const PARTS: [Part; 4] = [
    Part { name: "Tabs", show: tabs },
    Part { name: "Pager", show: pagers },
    Part { name: "FindBar", show: find_bars },
    Part { name: "SelectionBar", show: selection_bars },
];

fn tabs(lang: Lang) -> AnyView {
    let words = lang.words();
    let saved = |(name, text): (&str, &str)| SavedTab {
        name: text.to_owned(),
        href: "#Tabs".to_owned(),
        is_open: name == "markup",
    };
    let states = [
        ("a tab is open", None, Vec::new(), None),
        ("a view is open", Some(BuiltIn::Due), Vec::new(), Some(128)),
        ("saved views, one is open", None, TEXTS.map(saved).into(), Some(1_234_567)),
    ];
    let show = |(name, open, saved, due): (&'static str, Option<BuiltIn>, Vec<SavedTab>, Option<u64>)| {
        let (view_href, href) =
            (Callback::new(|_| "#Tabs".to_owned()), Callback::new(|_| "#Tabs".to_owned()));
        view! {
            <State name room=Room::Line>
                <Tabs tab=Signal::stored(Tab::My) open=Signal::stored(open) saved=Signal::stored(saved)
                    due_count=Signal::stored(due) view_href href beside_open=|| () at_end=|| () words />
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}

fn pagers(lang: Lang) -> AnyView {
    let words = lang.words();
    let number = |page| PageNumber::new(page).unwrap_or_default();
    let of = |page, seen, follows| PagerView::new(number(page), number(seen), follows);
    let known = PagerView {
        total: Some(1_234_567),
        before: Some(4_200),
        end: PageNumber::new(24_692),
        ..of(85, 90, Some(NextPage::Yes))
    };
    let states = [
        // The button finds the first card of its name.
        ("on a phone", of(7, 12, Some(NextPage::Yes)), Some(50), true),
        ("first page", of(1, 1, Some(NextPage::Yes)), Some(50), false),
        ("waiting", of(2, 2, None), None, false),
        ("nobody knows what follows", of(9, 9, Some(NextPage::Unknown)), Some(50), false),
        ("a total", known, Some(50), false),
        ("last page, nobody on it", of(3, 3, Some(NextPage::No)), Some(0), false),
    ];
    let show = |(name, view, rows, is_phone): (&'static str, PagerView, Option<usize>, bool)| {
        let (href, on_change) = (Callback::new(|_| "#Pager".to_owned()), Callback::new(|_| ()));
        view! {
            <State name room=Room::Line>
                <div class="foot">
                    <Pager view=Signal::stored(view) rows=Signal::stored(rows) per_page=Signal::stored(PageSize::DEFAULT)
                        href on_change is_phone=Signal::stored(is_phone) words />
                </div>
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}

fn find_bars(lang: Lang) -> AnyView {
    let (on_close, words) = (Callback::new(|()| ()), lang.words());
    let found = TEXTS.map(|(name, text)| (name, text, Some(0)));
    let states = [("nothing typed", "", None), ("some found", "晨光", Some(12))];
    let show = |(name, text, found): (&'static str, &'static str, Option<usize>)| {
        let nothing = Callback::new(|_: String| ());
        view! {
            <State name room=Room::Line>
                <FindBar typed=Signal::stored(text.to_owned()) on_type=nothing found=Signal::stored(found)
                    loaded=Signal::stored(50) on_send=nothing on_close words />
            </State>
        }
    };
    states.into_iter().chain(found).map(show).collect_view().into_any()
}

fn selection_bars(lang: Lang) -> AnyView {
    let (act, words) = (Callback::new(|()| ()), lang.words());
    let states = [
        ("one", "已选 1 个客户", ""),
        ("copied", "已选 12 个客户", "已复制"),
        ("some elsewhere", "已选 1,234 个客户，其中 99 个不在下面这些行里", "没有一个客户有能复制的号码"),
    ];
    let show = |(name, text, said): (&'static str, &'static str, &'static str)| {
        view! {
            <State name room=Room::Line>
                <div class="foot">
                <SelectionBar text=Signal::stored(text.to_owned()) on_copy=Callback::new(|_| ()) on_lines=act
                    on_numbers=act on_export=act on_clear=act said=Signal::stored(said.to_owned()) words />
                </div>
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}
