use crate::mounted::Mounted;
use kehu::components::Pager;
use kehu::i18n::Lang;
use kehu::model::{CustomerPage, NextPage, PageNumber, PageSize};
use kehu::query::{Change, ListQuery, fragment};
use kehu::view_model::PagerView;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

fn pager(view: PagerView, changes: Arc<Mutex<Vec<Change>>>) -> Mounted {
    Mounted::new(move || {
        let href = Callback::new(|change| fragment::write(&ListQuery::default().apply(change)));
        let on_change = Callback::new(move |change| changes.lock().unwrap().push(change));
        let words = Lang::Zh.words();
        view! { <Pager view=Signal::stored(view) rows=Signal::stored(Some(50)) per_page=Signal::stored(PageSize::DEFAULT) href on_change words /> }
    })
}

fn number(page: u32) -> PageNumber {
    PageNumber::new(page).unwrap()
}

fn look(view: PagerView) -> Mounted {
    pager(view, Arc::default())
}

#[wasm_bindgen_test]
fn pages_are_links_and_the_present_one_is_marked() {
    let page = look(PagerView::new(number(2), number(2), Some(NextPage::Yes)));
    assert_eq!(page.find("[data-testid=next]").get_attribute("href").as_deref(), Some("#?page=3"));
    assert_eq!(page.find("[data-testid=prev]").get_attribute("href").as_deref(), Some("#?"));
    assert_eq!(page.text("[aria-current=page]"), "2");
    assert_eq!(page.text("[data-testid=page-number]"), "2");
    assert!(page.text(".pager__summary").contains("后面还有"));
}

#[wasm_bindgen_test]
fn at_the_ends_there_is_nothing_to_click() {
    let page = look(PagerView::new(number(1), number(1), Some(NextPage::No)));
    for id in ["prev", "next"] {
        let turn = page.find(&format!("[data-testid={id}]"));
        assert_eq!(turn.get_attribute("href"), None, "{id}");
        assert_eq!(turn.get_attribute("aria-disabled").as_deref(), Some("true"), "{id}");
    }
    assert!(page.text(".pager__summary").contains("已到最后一页"));
}

#[wasm_bindgen_test]
fn any_page_can_be_typed() {
    let changes: Arc<Mutex<Vec<Change>>> = Arc::default();
    let page = pager(PagerView::new(number(1), number(1), Some(NextPage::Yes)), changes.clone());
    let input: web_sys::HtmlInputElement = page.find(".pager__go input").unchecked_into();
    for text in ["0", "x", "", "-3"] {
        input.set_value(text);
        page.find(".pager__go").unchecked_into::<web_sys::HtmlFormElement>().request_submit().unwrap();
    }
    assert!(changes.lock().unwrap().is_empty());
    input.set_value("17");
    page.find(".pager__go").unchecked_into::<web_sys::HtmlFormElement>().request_submit().unwrap();
    assert_eq!(*changes.lock().unwrap(), [Change::GoTo(number(17))]);
}

#[wasm_bindgen_test]
fn a_total_is_shown_where_it_is_given_and_ends_the_pages() {
    let changes: Arc<Mutex<Vec<Change>>> = Arc::default();
    let answer = CustomerPage { total: Some(1001), ..CustomerPage::default() };
    let view = PagerView::new(number(1), number(21), Some(NextPage::Yes));
    let page = pager(view.with_total(&answer, PageSize::DEFAULT), changes.clone());
    assert_eq!(page.text("[data-testid=total]"), "共 1001 个客户");
    let input: web_sys::HtmlInputElement = page.find(".pager__go input").unchecked_into();
    input.set_value("99");
    page.find(".pager__go").unchecked_into::<web_sys::HtmlFormElement>().request_submit().unwrap();
    assert_eq!(*changes.lock().unwrap(), [Change::GoTo(number(21))]);
    let page = look(PagerView::new(number(1), number(1), Some(NextPage::Yes)));
    assert!(page.all("[data-testid=total]").is_empty());
}

#[wasm_bindgen_test]
fn an_unusual_page_size_is_offered_too() {
    let page = Mounted::new(|| {
        let view = PagerView::new(number(1), number(1), None);
        let words = Lang::En.words();
        view! { <Pager view=Signal::stored(view) rows=Signal::stored(None) per_page=Signal::stored(PageSize::at_least_one(33)) href=Callback::new(|_| String::new()) on_change=Callback::new(|_| ()) words /> }
    });
    let select: web_sys::HtmlSelectElement = page.find("[data-testid=per-page]").unchecked_into();
    assert_eq!(select.value(), "33");
    assert_eq!(page.all("[data-testid=per-page] option").len(), 6);
}
