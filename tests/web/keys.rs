use crate::mounted::{Mounted, click, settle_browser};
use kehu::components::KeysSheet;
use kehu::i18n::Lang;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement};

#[wasm_bindgen_test]
async fn it_opens_by_its_signal_and_gives_the_focus_back() {
    let (is_open, single_keys) = (RwSignal::new(false), RwSignal::new(true));
    let page = Mounted::new(move || {
        let on_single_keys = Callback::new(move |is_on| single_keys.set(is_on));
        view! {
            <button id="before">"?"</button>
            <KeysSheet is_open single_keys on_single_keys words=Lang::Zh.words() />
        }
    });
    let dialog: HtmlDialogElement = page.find("[data-testid=keys]").unchecked_into();
    assert!(page.try_find("kbd").is_none());
    page.find("#before").unchecked_ref::<HtmlElement>().focus().unwrap();
    is_open.set(true);
    settle_browser().await;
    assert!(dialog.open());
    assert!(page.all("kbd").len() > 20);
    assert!(page.text(".keys__groups").contains("复制"));
    click(&page.find("[data-testid=single-keys]"));
    assert!(!single_keys.get_untracked());
    click(&page.find("[aria-label='关闭']"));
    settle_browser().await;
    assert!(!dialog.open() && !is_open.get_untracked());
    assert_eq!(document().active_element(), Some(page.find("#before")));
}
