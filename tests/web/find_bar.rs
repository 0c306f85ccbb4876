use crate::mounted::{Mounted, settle};
use kehu::components::FindBar;
use kehu::i18n::Lang;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

#[derive(Clone, Copy)]
struct Bar {
    typed: RwSignal<String>,
    found: RwSignal<Option<usize>>,
    called: RwSignal<u32>,
}

/// What came out of the bar, in order.
type Said = Arc<Mutex<Vec<String>>>;

fn bar(typed: &'static str, lang: Lang) -> (Mounted, Bar, Said) {
    let bar =
        Bar { typed: RwSignal::new(typed.into()), found: RwSignal::new(None), called: RwSignal::new(0) };
    let said = Said::default();
    let heard = said.clone();
    let page = Mounted::new(move || {
        let say = |what: &'static str| {
            let heard = heard.clone();
            move |text: String| heard.lock().unwrap().push(format!("{what}{text}"))
        };
        let (sent, closed) = (say("send "), say("close"));
        let on_type = Callback::new(move |text| bar.typed.set(text));
        let on_send = Callback::new(sent);
        let on_close = Callback::new(move |()| closed(String::new()));
        let words = lang.words();
        view! { <FindBar typed=bar.typed on_type found=bar.found loaded=Signal::stored(50) on_send on_close called=bar.called words /> }
    });
    (page, bar, said)
}

fn input(page: &Mounted) -> HtmlInputElement {
    page.find("[data-testid=find]").unchecked_into()
}

fn write(page: &Mounted, text: &str, is_composing: bool) {
    input(page).set_value(text);
    fire(page, "InputEvent", "input", &[("isComposing", is_composing.into())]);
}

fn press(page: &Mounted, key: &str, with: &[(&str, JsValue)]) {
    let mut with = with.to_vec();
    with.push(("key", key.into()));
    fire(page, "KeyboardEvent", "keydown", &with);
}

/// Lets an event of the browser happen in the field.
fn fire(page: &Mounted, class: &str, name: &str, with: &[(&str, JsValue)]) {
    let about = js_sys::Object::new();
    for (key, value) in with.iter().cloned().chain([("bubbles", true.into()), ("cancelable", true.into())]) {
        js_sys::Reflect::set(&about, &key.into(), &value).unwrap();
    }
    let class: js_sys::Function =
        js_sys::Reflect::get(&js_sys::global(), &class.into()).unwrap().unchecked_into();
    let arguments = js_sys::Array::of2(&name.into(), &about);
    let event = js_sys::Reflect::construct(&class, &arguments).unwrap();
    input(page).dispatch_event(event.unchecked_ref()).unwrap();
}

#[wasm_bindgen_test]
async fn the_focus_comes_into_the_field_and_takes_the_old_words() {
    let (page, bar, _) = bar("河北玉名", Lang::Zh);
    settle().await;
    let field = input(&page);
    let has_focus = || document().active_element().is_some_and(|it| it.is_same_node(Some(&input(&page))));
    assert!(has_focus());
    assert_eq!(field.value(), "河北玉名");
    assert_eq!((field.selection_start().unwrap(), field.selection_end().unwrap()), (Some(0), Some(4)));
    page.find("[data-testid=find-close]").unchecked_into::<HtmlElement>().focus().unwrap();
    assert!(!has_focus());
    bar.called.set(1);
    settle().await;
    assert!(has_focus());
}

#[wasm_bindgen_test]
async fn each_letter_goes_out_but_none_that_is_being_composed() {
    let (page, bar, said) = bar("", Lang::Zh);
    settle().await;
    write(&page, "河", false);
    settle().await;
    assert_eq!(bar.typed.get_untracked(), "河");
    write(&page, "河bei", true);
    press(&page, "Escape", &[("isComposing", true.into())]);
    press(&page, "Enter", &[("ctrlKey", true.into()), ("keyCode", 229.into())]);
    settle().await;
    assert_eq!(bar.typed.get_untracked(), "河");
    assert_eq!(input(&page).value(), "河bei");
    assert!(said.lock().unwrap().is_empty());
    input(&page).set_value("河北");
    fire(&page, "CompositionEvent", "compositionend", &[]);
    assert_eq!(bar.typed.get_untracked(), "河北");
}

#[wasm_bindgen_test]
async fn what_is_found_is_said_politely() {
    let (page, bar, _) = bar("", Lang::Zh);
    settle().await;
    let count = page.find("[role=status][aria-live=polite]");
    assert_eq!(count.text_content().as_deref(), Some(""));
    bar.found.set(Some(3));
    settle().await;
    assert_eq!(count.text_content().as_deref(), Some("在已加载的 50 行中：3 行"));
    assert!(page.try_find(".button--accent").is_none());
    bar.found.set(Some(0));
    settle().await;
    assert_eq!(count.text_content().as_deref(), Some("已加载的 50 行中没有"));
    assert!(page.find("[data-testid=find-send]").class_list().contains("button--accent"));
}

#[wasm_bindgen_test]
async fn the_same_words_are_sent_by_button_and_by_keys() {
    let (page, _, said) = bar("  hbym ", Lang::En);
    settle().await;
    let send: HtmlElement = page.find("[data-testid=find-send]").unchecked_into();
    assert!(send.text_content().unwrap().starts_with("Search all customers"));
    assert!(send.text_content().unwrap().ends_with('↵'));
    send.click();
    press(&page, "Enter", &[]);
    press(&page, "Enter", &[("ctrlKey", true.into())]);
    press(&page, "Enter", &[("metaKey", true.into())]);
    assert_eq!(*said.lock().unwrap(), ["send hbym"; 3]);
}

#[wasm_bindgen_test]
async fn nothing_typed_is_not_sent() {
    let (page, _, said) = bar(" 　", Lang::Zh);
    settle().await;
    let send: HtmlElement = page.find("[data-testid=find-send]").unchecked_into();
    assert_eq!(send.get_attribute("aria-disabled").as_deref(), Some("true"));
    send.click();
    press(&page, "Enter", &[("ctrlKey", true.into())]);
    assert!(said.lock().unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn it_closes_by_escape_and_by_its_cross_and_keeps_the_words() {
    let (page, bar, said) = bar("河北", Lang::Zh);
    settle().await;
    press(&page, "Escape", &[]);
    page.find("[data-testid=find-close]").unchecked_into::<HtmlElement>().click();
    assert_eq!(*said.lock().unwrap(), ["close"; 2]);
    assert_eq!((input(&page).value().as_str(), bar.typed.get_untracked().as_str()), ("河北", "河北"));
    bar.typed.set(String::new());
    settle().await;
    assert_eq!(input(&page).value(), "");
}
