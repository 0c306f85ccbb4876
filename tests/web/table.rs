use crate::mounted::{Mounted, settle};
use kehu::api::{judge, read_page};
use kehu::components::{CustomerTable, Rows, TableActions};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{AnswerIndex, Catalog, CustomerPage, PickedCustomers};
use kehu::query::{ColumnChoice, Date};
use kehu::state::ScrollPosition;
use kehu::view_model::{ColumnView, Dates, columns};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

struct Fixture(CustomerPage);

impl AsRef<CustomerPage> for Fixture {
    fn as_ref(&self) -> &CustomerPage {
        &self.0
    }
}

fn example() -> CustomerPage {
    let body = include_str!("../../fixtures/customers-example.json");
    read_page(judge(200, None, body).unwrap()).unwrap()
}

/// All columns that a page gives, as a person sees them who has changed nothing.
fn all_columns(page: &CustomerPage) -> Arc<[ColumnView]> {
    columns(&page.columns, &ColumnChoice::All, &Layout::default(), &Default::default(), Lang::Zh).into()
}

fn table(page: CustomerPage) -> Mounted {
    let shown = all_columns(&page);
    let rows = RwSignal::new(one_look(1, Arc::new(Fixture(page))));
    table_of(rows, shown)
}

fn table_of(rows: RwSignal<Rows>, shown: Arc<[ColumnView]>) -> Mounted {
    Mounted::new(move || {
        let words = Lang::Zh.words();
        view! {
            <div style="width: 900px; height: 400px; display: flex">
                <CustomerTable
                    is_shown=true
                    rows
                    columns=Signal::stored(shown)
                    layout=Signal::stored(Layout::default())
                    picked=Signal::stored(PickedCustomers::default())
                    current=Signal::stored(None)
                    sort=Signal::stored(None)
                    catalog=Signal::stored(Arc::new(Catalog::default()))
                    href=Callback::new(|_| "#?".to_owned())
                    is_busy=Signal::stored(false)
                    actions=no_actions()
                    words
                />
            </div>
        }
    })
}

fn one_look(stamp: u32, page: Arc<Fixture>) -> Rows {
    Rows {
        stamp,
        list_key: stamp,
        scroll_position: ScrollPosition::default(),
        page,
        only: None,
        groups: None,
        dates: Dates::exact(Date::MIN),
        is_changed: Callback::new(|_| false),
        is_opened: Callback::new(|_| false),
    }
}

fn no_actions() -> TableActions {
    TableActions {
        pick: Callback::new(|_| ()),
        open: Callback::new(|_| ()),
        fold: Callback::new(|_| ()),
        run: Callback::new(|_| ()),
        lay_out: Callback::new(|_| ()),
        menu: Callback::new(|_| ()),
        copied: Callback::new(|_| None),
        scrolled: Callback::new(|_| ()),
    }
}

#[wasm_bindgen_test]
async fn the_documents_two_customers_stand_in_one_table() {
    let page = table(example());
    settle().await;
    let table = page.find("table");
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("3"));
    assert_eq!(table.get_attribute("aria-colcount").as_deref(), Some("46"));
    let rows = page.all("[data-testid=row]");
    assert_eq!(
        rows.iter().map(|row| row.get_attribute("data-customer-id").unwrap()).collect::<Vec<_>>(),
        ["2456846", "2371220"]
    );
    assert!(rows[0].class_list().contains("row--mine"));
    assert!(page.text("[data-testid=row] [data-column=name]").starts_with("ww"));
}

#[wasm_bindgen_test]
async fn only_columns_near_the_window_are_drawn_and_gaps_stand_for_the_rest() {
    let page = table(example());
    settle().await;
    let drawn = page.all("thead th").len();
    assert!(drawn < 46, "{drawn}");
    let gaps: u32 = page
        .all("thead td")
        .iter()
        .map(|gap| gap.get_attribute("colspan").unwrap().parse::<u32>().unwrap())
        .sum();
    assert_eq!(drawn as u32 + gaps, 46);
    assert_eq!(page.find("th[data-column=name]").get_attribute("aria-colindex").as_deref(), Some("4"));
}

#[wasm_bindgen_test]
async fn only_rows_near_the_window_are_drawn() {
    let mut many = example();
    many.customers = (0..500)
        .map(|at| kehu::model::Customer {
            id: kehu::model::CustomerId::new(&at.to_string()),
            ..many.customers.get(AnswerIndex(at % 2)).unwrap().clone()
        })
        .collect();
    let page = table(many);
    settle().await;
    assert!(page.all("[data-testid=row]").len() < 60);
    assert_eq!(page.find("table").get_attribute("aria-rowcount").as_deref(), Some("501"));
}

#[wasm_bindgen_test]
async fn no_raw_number_is_in_the_markup() {
    let body = r#"{"code":0,"data":{"customers":[{"id":1,"name":"玉名","address":{"phone":"13812345678","phone_hidden_result":"138****5678"},
        "phones_data":[{"label":"手机","call_field_name":"address.phone","phone":"13812345678","phone_hidden_result":"138****5678","is_enable":true}]}],
        "column_list":["name","address.phone"]}}"#;
    let page = table(read_page(judge(200, None, body).unwrap()).unwrap());
    settle().await;
    assert!(page.html().contains("138****5678"));
    assert!(!page.html().contains("13812345678"));
}

#[wasm_bindgen_test]
async fn a_cell_that_is_filled_again_shows_nothing_of_the_customer_before() {
    let one = |customer: &str| {
        let body = format!(
            r#"{{"code":0,"data":{{"customers":[{customer}],"column_list":["name","labels_mapped","approve_status_i18n","address.url"]}}}}"#
        );
        Arc::new(Fixture(read_page(judge(200, None, &body).unwrap()).unwrap()))
    };
    let full = r##"{"id":1,"name":"甲","labels":[{"content":"急","color":"#ff0000"}],"approve_status":"approved","approve_status_i18n":"已通过","address":{"url":"http://a.cn"}}"##;
    let many = r#"{"id":2,"name":"乙","is_user_self":true,"labels":[{"content":"一"},{"content":"二"},{"content":"三"}],"approve_status":"rejected","approve_status_i18n":"已驳回","address":{"url":"plain"}}"#;
    let bare = r#"{"id":3,"name":"丙"}"#;
    let first = one(full);
    let shown = all_columns(&first.0);
    let rows = RwSignal::new(one_look(1, first));
    let page = table_of(rows, shown);
    settle().await;
    let fresh = |column: &str| page.text(&format!("[data-testid=row] [data-column='{column}']"));
    let texts = || ["name", "labels_mapped", "approve_status_i18n", "address.url"].map(fresh);
    assert_eq!(texts(), ["甲", "急", "已通过", "a.cn"]);
    let steps = [(many, "乙"), (bare, "丙"), (full, "甲"), (bare, "丙"), (many, "乙"), (full, "甲")];
    for (stamp, (customer, name)) in (2..).zip(steps) {
        rows.set(one_look(stamp, one(customer)));
        settle().await;
        let all = texts();
        assert_eq!(all[0], name);
        match name {
            "甲" => assert_eq!(all[1..], ["急", "已通过", "a.cn"]),
            "乙" => {
                assert!(all[1].starts_with("一二+1") && all[2] == "已驳回" && all[3] == "plain", "{all:?}")
            }
            _ => assert_eq!(all[1..], ["–", "–", "–"]),
        }
        assert_eq!(page.find("[data-testid=row]").class_list().contains("row--mine"), name == "乙");
        assert_eq!(page.all("[data-testid=row] .chip--neutral").is_empty(), name != "乙");
    }
}

#[wasm_bindgen_test]
async fn a_cell_that_is_filled_again_keeps_no_title_of_the_customer_before() {
    let one = |id: u32, note: &str| {
        let body = format!(
            r#"{{"code":0,"data":{{"customers":[{{"id":{id},"name":"甲","note":"{note}"}}],"column_list":["name","note"]}}}}"#
        );
        Arc::new(Fixture(read_page(judge(200, None, &body).unwrap()).unwrap()))
    };
    let first = one(1, &"很长的备注".repeat(40));
    let shown = all_columns(&first.0);
    let rows = RwSignal::new(one_look(1, first));
    let page = table_of(rows, shown);
    settle().await;
    let cell = page.find("[data-testid=row] [data-column=note]").unchecked_into::<web_sys::HtmlElement>();
    // No style sheet is here that would cut the text off.
    for (name, value) in
        [("display", "block"), ("width", "40px"), ("overflow", "hidden"), ("white-space", "nowrap")]
    {
        cell.style().set_property(name, value).unwrap();
    }
    // Any event of that name that bubbles.
    let init = web_sys::KeyboardEventInit::new();
    init.set_bubbles(true);
    let over = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("pointerover", &init).unwrap();
    cell.dispatch_event(&over).unwrap();
    assert!(cell.title().starts_with("很长的备注"), "{}", cell.title());
    rows.set(one_look(2, one(2, "短")));
    settle().await;
    assert_eq!((cell.text_content().as_deref(), cell.title().as_str()), (Some("短"), ""));
}

#[wasm_bindgen_test]
async fn a_row_without_an_id_has_a_box_that_cannot_be_ticked() {
    let body =
        r#"{"code":0,"data":{"customers":[{"name":"甲"},{"id":2,"name":"乙"}],"column_list":["name"]}}"#;
    let page = table(read_page(judge(200, None, body).unwrap()).unwrap());
    settle().await;
    let boxes = page.all("[data-testid=row] .row__check");
    assert_eq!([0, 1].map(|at| boxes[at].has_attribute("disabled")), [true, false]);
    assert_eq!(boxes[0].get_attribute("aria-label").as_deref(), Some("这一行没有 ID，不能选中"));
}

/// A page of one customer.
fn one_customer(id: u32, more: &str) -> Arc<Fixture> {
    let body = format!(
        r#"{{"code":0,"data":{{"customers":[{{"id":{id},"name":"甲"{more}}}],
        "column_list":["name","labels_mapped","approve_status_i18n","address.url","address.phone","address.tel"]}}}}"#
    );
    Arc::new(Fixture(read_page(judge(200, None, &body).unwrap()).unwrap()))
}

#[wasm_bindgen_test]
async fn an_open_card_goes_with_its_customer_and_stays_for_newer_rows_of_the_same() {
    let labels = |last: &str| {
        format!(
            r#","labels":[{{"content":"一"}},{{"content":"二"}},{{"content":"三"}},{{"content":"{last}"}}]"#
        )
    };
    let first = one_customer(1, &labels("四"));
    let shown = all_columns(&first.0);
    let rows = RwSignal::new(one_look(1, first));
    let page = table_of(rows, shown);
    settle().await;
    let card: HtmlElement = page.find(".fold__card").unchecked_into();
    card.show_popover().unwrap();
    let is_open = || card.matches(":popover-open").unwrap();
    for (stamp, id, last, expected) in [(2, 1, "五", true), (3, 1, "六", true), (4, 2, "六", false)] {
        rows.set(one_look(stamp, one_customer(id, &labels(last))));
        settle().await;
        assert_eq!(is_open(), expected, "{stamp}");
        assert!(card.text_content().unwrap_or_default().contains(last), "{stamp}");
    }
}

/// The table paints these itself; cards and the preview have views for them.
#[wasm_bindgen_test]
async fn a_cell_has_the_same_markup_in_the_table_and_on_a_card() {
    use kehu::components::Cell;
    use kehu::view_model::cell_view;
    let number = |field: &str, label: &str, number: &str, more: &str| {
        format!(
            r#"{{"label":"{label}","call_field_name":"{field}","phone":"13812345678","phone_hidden_result":"{number}"{more}}}"#
        )
    };
    let answers = [
        String::new(),
        r##","labels":[{"content":"急","color":"#ff0000"},{"content":"灰"}],"approve_status":"approved","approve_status_i18n":"已通过","address":{"url":"http://a.cn、备用"}"##.to_owned(),
        format!(
            r#","labels":[{{"content":"一"}},{{"content":"二"}},{{"content":"三"}}],"approve_status":"applying","approve_status_i18n":"待审批","phones_data":[{},{}]"#,
            number("address.phone", "手机", "138****5678", ""),
            number("address.tel", "", "0982-7788933", r#","is_enable":true"#),
        ),
        format!(
            r#","address":{{"url":"mailto:a@b.cn"}},"phones_data":[{},{},{}]"#,
            number("address.phone", "手机", "13900008933", r#","is_enable":true"#),
            number("address.phone", "备用", "0982-7788933", r#","is_enable":true"#),
            number("address.tel", "座机", "", r#","is_invisible":true"#),
        ),
    ];
    let pages: Vec<_> = answers.iter().zip(1..).map(|(customer, id)| one_customer(id, customer)).collect();
    let shown = all_columns(&pages[0].0);
    let rows = RwSignal::new(one_look(1, pages[0].clone()));
    let page = table_of(rows, shown.clone());
    let mut stamp = 1;
    let mut seen = 0;
    // Each after each other, so that nothing of the one before is left.
    for at in [0, 1, 2, 3, 1, 3, 2, 0, 2, 1, 0, 3, 0, 1, 1] {
        stamp += 1;
        rows.set(one_look(stamp, pages[at].clone()));
        settle().await;
        let customer = pages[at].0.customers.get(AnswerIndex(0)).unwrap();
        for column in &shown[1..] {
            let dates = rows.with_untracked(|rows| rows.dates);
            let view = cell_view(customer, column, dates, Lang::Zh.words());
            let painted = page.find(&format!("[data-testid=row] [data-column='{}']", column.id.as_str()));
            let is_text = painted.first_element_child().is_none();
            if is_text {
                continue;
            }
            seen += 1;
            let id = format!("{}-{}", customer.id_text(), column.at);
            let card = Mounted::new(move || view! { <Cell view id words=Lang::Zh.words() /> });
            assert_eq!(outline(&painted), outline(&card.find(":scope > *").parent_element().unwrap()));
        }
    }
    assert!(seen > 30, "{seen}");
}

/// Each element with its attributes and its text. Only the grid takes links and buttons out of the order
/// of the Tab key.
fn outline(root: &Element) -> Vec<String> {
    let all = root.query_selector_all("*").unwrap();
    let element = |at| all.get(at).unwrap().unchecked_into::<Element>();
    let told = |element: Element| {
        let mut names: Vec<_> =
            element.get_attribute_names().iter().filter_map(|name| name.as_string()).collect();
        names.retain(|name| name != "tabindex" && element.get_attribute(name).as_deref() != Some(""));
        names.sort_unstable();
        let attributes: Vec<_> = names.iter().map(|name| (name, element.get_attribute(name))).collect();
        format!("{} {attributes:?} {:?}", element.tag_name(), element.text_content())
    };
    (0..all.length()).map(element).map(told).collect()
}
