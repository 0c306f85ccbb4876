use crate::mounted::{Mounted, settle};
use kehu::components::HeadCell;
use kehu::i18n::Lang;
use kehu::query::Direction;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn head(href: Option<&'static str>, sorted: RwSignal<Option<Direction>>) -> Mounted {
    Mounted::new(move || {
        let href = Signal::derive(move || href.map(str::to_owned));
        let words = Lang::Zh.words();
        view! { <table><thead><tr>
            <HeadCell column="name".to_owned() title="客户名称".to_owned() index=1 pinned_at=Some(0) is_computed=false note=None has_check=false href sorted words />
        </tr></thead></table> }
    })
}

#[wasm_bindgen_test]
fn a_column_that_sorts_is_a_link_to_the_sorted_list() {
    let page = head(Some("#?sort=name&order=asc"), RwSignal::new(None));
    let link = page.find("[data-testid=sort-name]");
    assert_eq!(link.get_attribute("href").as_deref(), Some("#?sort=name&order=asc"));
    assert_eq!(link.text_content().as_deref(), Some("客户名称"));
    assert_eq!(page.find("th").get_attribute("aria-sort"), None);
}

#[wasm_bindgen_test]
fn one_that_does_not_is_plain_text() {
    let page = head(None, RwSignal::new(None));
    assert!(page.try_find("a").is_none());
    assert_eq!(page.text("th"), "客户名称");
}

#[wasm_bindgen_test]
async fn the_sort_is_told_and_changes() {
    let sorted = RwSignal::new(Some(Direction::Ascending));
    let page = head(Some("#"), sorted);
    assert_eq!(page.find("th").get_attribute("aria-sort").as_deref(), Some("ascending"));
    sorted.set(Some(Direction::Descending));
    settle().await;
    assert_eq!(page.find("th").get_attribute("aria-sort").as_deref(), Some("descending"));
    sorted.set(None);
    settle().await;
    assert_eq!(page.find("th").get_attribute("aria-sort"), None);
}
