use crate::mounted::Mounted;
use kehu::components::Cell;
use kehu::i18n::Lang;
use kehu::model::{Approval, Label, Phone, Rgb, Shown};
use kehu::view_model::{CellView, chip_view, phone_view};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn show(view: CellView) -> Mounted {
    Mounted::new(move || view! { <Cell view id="7".to_owned() words=Lang::Zh.words() /> })
}

fn labels(contents: &[(&str, &str)]) -> CellView {
    let label = |(content, color): &(&str, &str)| Label {
        content: (*content).into(),
        color: Rgb::parse(color),
        group: None,
    };
    CellView::Labels(contents.iter().map(|it| chip_view(&label(it))).collect())
}

fn phone(shown: Shown, is_enabled: bool) -> CellView {
    let phone =
        Phone { label: "手机".into(), owner: String::new(), field: String::new(), shown, is_enabled };
    CellView::Phones(vec![phone_view(&phone, Lang::Zh.words())])
}

#[wasm_bindgen_test]
fn text_is_never_markup() {
    let cell = show(CellView::Text("<img src=x onerror=alert(1)>".into()));
    assert!(cell.try_find("img").is_none());
    assert_eq!(cell.text(".cell__text"), "<img src=x onerror=alert(1)>");
}

#[wasm_bindgen_test]
fn nothing_is_a_quiet_dash() {
    let cell = show(CellView::Empty);
    assert_eq!(cell.text(".cell__empty"), "–");
}

#[wasm_bindgen_test]
fn a_link_leads_out_without_telling_from_where() {
    let cell = show(CellView::Link {
        text: "baidu".into(),
        href: "http://www.baidu.com".into(),
        rest: "、备用".into(),
    });
    assert_eq!((cell.text("a"), cell.text("a + span")), ("baidu".into(), "、备用".into()));
    let link = cell.find("a");
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    assert_eq!(link.get_attribute("href").as_deref(), Some("http://www.baidu.com"));
}

#[wasm_bindgen_test]
fn approval_is_a_badge_with_its_own_words() {
    let cell = show(CellView::Approval(Approval::Rejected, "已驳回".into()));
    assert_eq!(cell.find(".badge").get_attribute("data-state").as_deref(), Some("rejected"));
    assert_eq!(cell.text(".badge"), "已驳回");
}

#[wasm_bindgen_test]
fn many_labels_fold_and_open_to_all() {
    let cell = show(labels(&[("甲", "#ffcc00"), ("乙", "red"), ("丙", "#2da8aa"), ("丁", "")]));
    assert_eq!(cell.all(".chips > .chip").len(), 2);
    assert_eq!(cell.text(".fold"), "+2");
    assert_eq!(cell.find(".fold").get_attribute("aria-label").as_deref(), Some("还有 2 个标签"));
    let card = cell.find("[popover]");
    assert_eq!(cell.find(".fold").get_attribute("popovertarget"), card.get_attribute("id"));
    assert_eq!(cell.all("[popover] .chip").len(), 4);
}

#[wasm_bindgen_test]
fn a_label_without_a_real_colour_is_neutral() {
    let cell = show(labels(&[("甲", "#ffcc00"), ("乙", "red")]));
    let chips = cell.all(".chips > .chip");
    assert!(chips[0].get_attribute("style").is_some_and(|style| style.contains("#ffcc00")));
    assert!(!chips[0].class_list().contains("chip--neutral"));
    assert!(chips[1].class_list().contains("chip--neutral"));
}

#[wasm_bindgen_test]
fn a_whole_number_is_called_by_a_click() {
    let cell = show(phone(Shown::Number("0982-7788933".into()), true));
    assert_eq!(cell.find("a").get_attribute("href").as_deref(), Some("tel:09827788933"));
}

#[wasm_bindgen_test]
fn a_masked_switched_off_or_unseen_number_is_not() {
    for (view, state) in [
        (phone(Shown::Number("139****8933".into()), true), "masked"),
        (phone(Shown::Number("13900008933".into()), false), "disabled"),
        (phone(Shown::NotAllowed, true), "not-allowed"),
    ] {
        let cell = show(view);
        assert!(cell.try_find("a").is_none(), "{state}");
        assert_eq!(cell.find(".phone").get_attribute("data-state").as_deref(), Some(state));
    }
    assert_eq!(show(phone(Shown::NotAllowed, true)).text(".phone"), "无权限查看");
}
