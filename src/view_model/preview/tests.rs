use super::super::available_columns;
use super::*;
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::AnswerIndex;
use crate::query::parse_date;

fn look(body: &str) -> PreviewView {
    let page = crate::api::read_page(crate::api::judge(200, None, body).unwrap()).unwrap();
    let columns = available_columns(&page.columns, &Layout::default(), &Default::default(), Lang::Zh);
    preview_view(
        page.customers.get(AnswerIndex(0)).unwrap(),
        &columns,
        Dates { today: parse_date("2026-11-26").unwrap(), are_exact: false },
        Lang::Zh.words(),
    )
}

#[test]
fn every_column_stands_somewhere_once() {
    let view = look(include_str!("../../../fixtures/customers-example.json"));
    let items: Vec<_> = view.groups.iter().flat_map(|(_, items)| items).collect();
    let titles: Vec<_> = items.iter().map(|item| item.title.as_str()).collect();
    assert!(titles.contains(&"跟进状态") && titles.contains(&"负责人"), "{titles:?}");
    assert!(!titles.contains(&"客户名称") && !titles.contains(&"标签"), "{titles:?}");
    assert!(view.badge.is_some() && !view.chips.is_empty() && view.phones != PreviewPhones::default());
    assert!(view.empty.iter().all(|title| !titles.contains(&title.as_str())));
    let status = items.iter().find(|item| item.id.as_str() == "status_mapped").unwrap();
    assert_eq!(status.only.as_ref().map(|(_, text)| text.as_str()), Some("初访"));
}

#[test]
fn no_raw_number_is_in_it_and_all_names_are() {
    let view = look(
        r#"{"code":0,"data":{"customers":[{"id":1,"name":"","contacts":[{"name":"甲"},{"name":"乙"},{"name":"丙"},{"name":"丁"}],
        "address":{"phone":"13812345678","phone_hidden_result":"138****5678"},
        "phones_data":[{"label":"手机","call_field_name":"address.phone","phone":"13812345678","phone_hidden_result":"138****5678","is_enable":true}]}],
        "column_list":["name","contacts","address.phone"]}}"#,
    );
    let text = format!("{view:?}");
    assert!(text.contains("138****5678") && !text.contains("13812345678"));
    assert!(text.contains("甲、乙、丙、丁"), "{text}");
    assert_eq!(view.name, "（未命名）");
}

const DAY: &str = r#"{"code":0,"data":{"customers":[{"id":1,"name":"玉名","company_name":"玉名","note":"只收转账",
    "contacts":[{"name":"王经理"}],"status_mapped":"初访","revisit_remind_at":"2026-11-27 09:30",
    "real_revisit_at":"2026-11-20 10:00","real_revisit_at_in_word":"6 天","source_mapped":"展会",
    "will_flow_time":"2026-12-01 05:00","lastest_revisit_log":{"content":"要先试用"},
    "phones_data":[
        {"label":"手机","call_field_name":"address.phone","phone_hidden_result":"138****5678","is_enable":true},
        {"label":"电话","call_field_name":"address.tel","phone_hidden_result":"0571-88888888","is_enable":true},
        {"label":"手机","call_field_name":"address.phone","phone_hidden_result":"13900001111","is_enable":true}]}],
    "column_list":["name","company_name","source_mapped","contacts","note","status_mapped","lastest_revisit_log.content",
        "real_revisit_at","real_revisit_at_in_word","revisit_remind_at","will_flow_time"]}}"#;

#[test]
fn it_follows_the_day_and_says_nothing_twice() {
    let view = look(DAY);
    let ids: Vec<_> = view.groups.iter().flat_map(|(_, items)| items).map(|item| item.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "revisit_remind_at",
            "lastest_revisit_log.content",
            "real_revisit_at",
            "real_revisit_at_in_word",
            "status_mapped",
            "note",
            "contacts",
            "source_mapped",
            "will_flow_time"
        ]
    );
    assert_eq!(view.status, Some(CellView::Text("初访".into())));
    let (title, due) = view.due.unwrap();
    assert_eq!(title, "下次跟进时间");
    // The head has no room for the moment beside how it is seen from today.
    assert!(matches!(&due, CellView::Time { text, exact: Some(_), .. } if !text.contains('·')), "{due:?}");
    assert!(view.empty.is_empty(), "{:?}", view.empty);
}

#[test]
fn the_days_are_worked_out_where_the_endpoint_does_not_say_them() {
    let view = look(&DAY.replace("6 天", ""));
    let ids: Vec<_> = view.groups[0].1.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        ids[..4],
        ["revisit_remind_at", "lastest_revisit_log.content", "real_revisit_at", "kehu.days_since_follow_up"]
    );
    assert_eq!(view.empty, ["未跟进天数"]);
}

#[test]
fn numbers_that_can_be_called_come_first_and_the_others_are_folded() {
    let texts = |phones: &[PhoneView]| phones.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    let phones = look(DAY).phones;
    assert_eq!(phones.first.map(|it| it.text).as_deref(), Some("0571-88888888"));
    assert_eq!(
        (texts(&phones.lines), texts(&phones.folded)),
        (vec!["13900001111".to_owned()], vec!["138****5678".to_owned()])
    );
    // Where none can be called, there is nothing to lead.
    let phones =
        look(&DAY.replace("0571-88888888", "0571****88").replace("13900001111", "139****1111")).phones;
    assert_eq!((phones.first, phones.lines.len(), phones.folded.len()), (None, 3, 0));
}
