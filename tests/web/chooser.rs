use crate::mounted::{Mounted, click, press, settle, settle_browser};
use kehu::components::{ColumnChooser, ColumnDrift};
use kehu::i18n::Lang;
use kehu::layout::{InForce, Layout, LayoutChange};
use kehu::model::ColumnId;
use kehu::query::ColumnChoice;
use kehu::view_model::{ColumnView, available_columns, columns};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

const GIVEN: [&str; 5] = ["name", "address.tel", "address.phone", "created_at", "real_revisit_at"];

fn ids(names: &[&str]) -> Vec<ColumnId> {
    names.iter().map(|name| ColumnId::new(name)).collect()
}

/// The chooser over a layout that follows its changes, opened.
async fn open(shown: &[&str]) -> (Mounted, RwSignal<Layout>) {
    let layout = RwSignal::new(Layout { columns: Some(ids(shown)), ..Layout::default() });
    let page = Mounted::new(move || {
        let given = ids(&GIVEN);
        let available = available_columns(&given, &Layout::default(), &Default::default(), Lang::Zh).into();
        let shown = Memo::new(move |_| -> Arc<[ColumnView]> {
            Arc::from(columns(&given, &ColumnChoice::Default, &layout.get(), &Default::default(), Lang::Zh))
        });
        let on_change = Callback::new(move |change: LayoutChange| {
            let now = shown.get_untracked();
            let id = |column: &ColumnView| column.id.clone();
            let columns: Vec<_> = now.iter().map(id).collect();
            let pinned: Vec<_> = now.iter().filter(|column| column.is_pinned).map(id).collect();
            let now = InForce { columns: &columns, pinned: &pinned };
            layout.update(|layout| *layout = layout.apply(change, now));
        });
        let words = Lang::Zh.words();
        let group = Signal::stored(None);
        let on_group = Callback::new(|_| ());
        view! { <ColumnChooser available=Signal::stored(available) shown layout group on_change on_group words /> }
    });
    page.find("[popover]").unchecked_into::<HtmlElement>().show_popover().unwrap();
    settle_browser().await;
    (page, layout)
}

fn shown(layout: RwSignal<Layout>) -> Vec<String> {
    let columns = layout.get_untracked().columns.unwrap_or_default();
    columns.iter().map(|id| id.as_str().to_owned()).collect()
}

fn tool(page: &Mounted, row: usize, act: &str) -> Element {
    page.find(&format!(".columns__row:nth-child({row}) [data-act={act}]"))
}

#[wasm_bindgen_test]
async fn nothing_is_drawn_before_it_opens() {
    let (page, _) = open(&["name"]).await;
    page.find("[popover]").unchecked_into::<HtmlElement>().hide_popover().unwrap();
    settle_browser().await;
    assert!(page.try_find("[data-testid=column-search]").is_none());
}

#[wasm_bindgen_test]
async fn a_groups_checkbox_shows_the_whole_group() {
    let (page, layout) = open(&["name", "address.phone"]).await;
    let head = || page.find("[aria-label='联系方式：全选']").unchecked_into::<HtmlInputElement>();
    assert!(head().indeterminate());
    head().click();
    settle().await;
    assert_eq!(shown(layout), ["name", "address.phone", "address.tel"]);
    assert!(head().checked() && !head().indeterminate());
    head().click();
    settle().await;
    assert_eq!(shown(layout), ["name"]);
    assert!(!head().checked());
}

#[wasm_bindgen_test]
async fn a_checkbox_shows_and_hides_its_column() {
    let (page, layout) = open(&["name"]).await;
    click(&page.find("input[value='created_at']"));
    settle().await;
    assert_eq!(shown(layout), ["name", "created_at"]);
    assert_eq!(page.all(".columns__row").len(), 2);
    click(&page.find("input[value='name']"));
    settle().await;
    assert_eq!(shown(layout), ["created_at"]);
}

#[wasm_bindgen_test]
async fn keys_move_a_column_and_the_focus_goes_with_it() {
    let (page, layout) = open(&["name", "address.phone", "created_at"]).await;
    let grip = tool(&page, 2, "grip");
    grip.unchecked_ref::<HtmlElement>().focus().unwrap();
    assert!(press(&grip, "ArrowDown", true));
    settle_browser().await;
    assert_eq!(shown(layout), ["name", "created_at", "address.phone"]);
    assert_eq!(document().active_element(), Some(tool(&page, 3, "grip")));
    assert_eq!(page.text("[role=status]"), "手机：第 3 位，共 3 位");
    press(&tool(&page, 3, "grip"), "ArrowUp", true);
    settle_browser().await;
    click(&tool(&page, 2, "up"));
    settle_browser().await;
    assert_eq!(shown(layout), ["address.phone", "name", "created_at"]);
    assert_eq!(document().active_element(), Some(tool(&page, 1, "up")));
    assert_eq!(tool(&page, 1, "up").get_attribute("aria-disabled").as_deref(), Some("true"));
    // Without Alt the arrows only go to the neighbour.
    press(&tool(&page, 1, "grip"), "ArrowDown", false);
    assert_eq!(document().active_element(), Some(tool(&page, 2, "grip")));
}

#[wasm_bindgen_test]
async fn the_last_column_cannot_be_hidden() {
    let (page, layout) = open(&["name", "created_at"]).await;
    click(&tool(&page, 1, "hide"));
    settle_browser().await;
    assert_eq!(shown(layout), ["created_at"]);
    let hide = tool(&page, 1, "hide");
    assert_eq!(document().active_element(), Some(hide.clone()));
    assert_eq!(hide.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(hide.get_attribute("title").as_deref(), Some("至少留一列"));
    click(&hide);
    settle().await;
    assert_eq!(shown(layout), ["created_at"]);
    assert!(page.find("input[value='created_at']").unchecked_into::<HtmlInputElement>().disabled());
    assert!(page.find("[aria-label='时间：全选']").unchecked_into::<HtmlInputElement>().disabled());
}

#[wasm_bindgen_test]
async fn a_pin_is_set_and_taken_off() {
    let (page, layout) = open(&["name", "created_at"]).await;
    assert_eq!(tool(&page, 1, "pin").get_attribute("aria-pressed").as_deref(), Some("true"));
    click(&tool(&page, 2, "pin"));
    settle().await;
    assert_eq!(layout.get_untracked().pinned, Some(ids(&["name", "created_at"])));
    click(&tool(&page, 1, "pin"));
    settle_browser().await;
    assert_eq!(layout.get_untracked().pinned, Some(ids(&["created_at"])));
    // What is pinned stands first now, and the focus went down with the other.
    assert_eq!(page.find(".columns__row").get_attribute("data-column").as_deref(), Some("created_at"));
    assert_eq!(document().active_element(), Some(tool(&page, 2, "pin")));
}

#[wasm_bindgen_test]
async fn a_search_finds_by_title_and_name() {
    let (page, _) = open(&["name"]).await;
    let search: HtmlInputElement = page.find("[data-testid=column-search]").unchecked_into();
    for (wanted, expected) in [("手机", 1), ("ADDRESS", 2), ("nothing", 0)] {
        search.set_value(wanted);
        search.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
        settle().await;
        assert_eq!(page.all(".columns__group li").len(), expected, "{wanted}");
    }
    assert_eq!(page.text(".columns__note"), "没有这样的列");
}

#[wasm_bindgen_test]
async fn density_wrapping_and_the_way_back() {
    let (page, layout) = open(&["created_at"]).await;
    click(&page.find("[data-testid=density-roomy]"));
    click(&page.find("[data-testid=wrap]"));
    settle().await;
    assert_eq!(
        page.find("[data-testid=density-roomy]").get_attribute("aria-pressed").as_deref(),
        Some("true")
    );
    assert!(layout.get_untracked().wraps);
    click(&page.find("[data-testid=reset-columns]"));
    settle().await;
    assert_eq!(layout.get_untracked(), Layout::default());
    assert!(!page.find("[data-testid=wrap]").unchecked_into::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
fn a_notice_tells_what_came_and_leads_to_the_chooser() {
    let is_closed = RwSignal::new(false);
    let page = Mounted::new(move || {
        let on_close = Callback::new(move |()| is_closed.set(true));
        view! { <ColumnDrift came=vec!["甲".to_owned()] gone=vec!["丙".to_owned()] on_close words=Lang::Zh.words() /> }
    });
    assert_eq!(page.text("p"), "新增了 1 列：甲；少了 1 列：丙。你的视图都还在。");
    assert!(page.try_find("[popovertarget=columns-card]").is_some());
    click(&page.find("[data-testid=drift-close]"));
    assert!(is_closed.get_untracked());
}
