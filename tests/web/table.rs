use crate::mounted::{Mounted, settle};
use kehu::api::{judge, read_page};
use kehu::components::{CustomerTable, Rows};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{Catalog, CustomerPage};
use kehu::query::{ColumnChoice, Date};
use kehu::view_model::columns;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

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

fn table(page: CustomerPage) -> Mounted {
    Mounted::new(move || {
        let shown = Arc::from(columns(&page.columns, &ColumnChoice::All, &Layout::default(), Lang::Zh));
        let rows = Rows { stamp: 1, page: Arc::new(Fixture(page)), today: Date::MIN };
        let words = Lang::Zh.words();
        view! {
            <div style="width: 900px; height: 400px; display: flex">
                <CustomerTable
                    rows=Signal::stored(rows)
                    columns=Signal::stored(shown)
                    sort=Signal::stored(None)
                    catalog=Signal::stored(Arc::new(Catalog::default()))
                    href=Callback::new(|_| "#?".to_owned())
                    is_busy=Signal::stored(false)
                    words
                />
            </div>
        }
    })
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
        .map(|at| kehu::model::Customer { id: at.to_string(), ..many.customers.get(at % 2).unwrap().clone() })
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
