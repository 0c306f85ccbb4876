use crate::mounted::{Mounted, click, press, settle, settle_browser};
use kehu::api::{judge, read_page};
use kehu::components::{More, MoreState, Preview, Ways};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{Choice, Customer};
use kehu::query::{Change, Date};
use kehu::view_model::{Copied, Dates, available_columns};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen_test::wasm_bindgen_test;

const BODY: &str = r#"{"code":0,"data":{"customers":[
    {"id":1,"name":"玉名","is_user_self":true,"approve_status":"applying","approve_status_i18n":"待审批","status":7,"status_mapped":"初访",
     "address":{"phone":"13812345678","phone_hidden_result":"138****5678"},
     "phones_data":[
        {"label":"手机","call_field_name":"address.phone","phone":"13812345678","phone_hidden_result":"138****5678","is_enable":true},
        {"label":"电话","call_field_name":"address.tel","phone":"0982-7788933","phone_hidden_result":"0982-7788933","is_enable":true},
        {"label":"手机","call_field_name":"contact.phone","entity_class":"Contact","entity_name":"王经理","phone":"13900001111","phone_hidden_result":"139****1111","is_invisible":true,"is_enable":true}]},
    {"id":2,"name":"腾万"}],
    "column_list":["name","approve_status_i18n","status_mapped","address.phone","note"]}}"#;

#[derive(Debug, PartialEq)]
enum Told {
    Step(bool),
    Close,
    Filter(Change),
    Copy(String),
}

struct Drawer {
    page: Mounted,
    at: RwSignal<Option<usize>>,
    told: Arc<Mutex<Vec<Told>>>,
    more: RwSignal<MoreState>,
}

impl Drawer {
    async fn open(at: usize) -> Self {
        let at = RwSignal::new(Some(at));
        let more = RwSignal::new(MoreState::Offered);
        let told: Arc<Mutex<Vec<Told>>> = Arc::default();
        let tell = {
            let told = told.clone();
            move |it| told.lock().unwrap().push(it)
        };
        let page = Mounted::new(move || {
            let answer = read_page(judge(200, None, BODY).unwrap()).unwrap();
            let columns =
                available_columns(&answer.columns, &Layout::default(), &Default::default(), Lang::Zh).into();
            let customers: Vec<Arc<Customer>> = answer.customers.iter().cloned().map(Arc::new).collect();
            let customer = Signal::derive(move || at.get().and_then(|at| customers.get(at).cloned()));
            let ways = Signal::derive(move || Ways {
                place: at.get().map(|at| (at + 1, 2)),
                has_previous: at.get() == Some(1),
                has_next: at.get() == Some(0),
            });
            let (tell_step, tell_close, tell_copy) = (tell.clone(), tell.clone(), tell.clone());
            view! {
                <Preview
                    customer
                    columns=Signal::stored(columns)
                    dates=Signal::stored(Dates::exact(Date::MIN))
                    ways
                    on_step=Callback::new(move |is_next| tell_step(Told::Step(is_next)))
                    on_close=Callback::new(move |()| tell_close(Told::Close))
                    on_filter=Callback::new(move |change| tell(Told::Filter(change)))
                    on_copy=Callback::new(move |copied: Copied| tell_copy(Told::Copy(copied.text)))
                    more=More {
                        state: more.into(),
                        ask: Callback::new(move |()| more.set(MoreState::Loading)),
                        loading: Callback::new(|()| "…".into_any()),
                    }
                    words=Lang::Zh.words()
                />
            }
        });
        settle_browser().await;
        Self { page, at, told, more }
    }

    fn told(&self) -> Vec<Told> {
        std::mem::take(&mut self.told.lock().unwrap())
    }
}

#[wasm_bindgen_test]
async fn no_raw_number_is_in_it_and_only_a_whole_one_can_be_called() {
    let drawer = Drawer::open(0).await;
    let html = drawer.page.html();
    assert!(html.contains("138****5678"));
    assert!(!html.contains("13812345678") && !html.contains("13900001111") && !html.contains("139****1111"));
    let calls = drawer.page.all("a[href^='tel:']");
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].get_attribute("href").as_deref(), Some("tel:09827788933"));
    let unseen = drawer.page.find(".preview__phone[data-state=not-allowed]");
    assert_eq!(unseen.text_content().as_deref(), Some("无权限查看王经理 手机"));
    // What can be called stands at the top, the others behind a fold.
    assert!(drawer.page.try_find(".preview__head a[href^='tel:']").is_some());
    assert_eq!(drawer.page.text(".preview__silent summary"), "另有 2 个不能拨打");
}

#[wasm_bindgen_test]
async fn the_name_has_the_focus_and_badge_and_mark_stand_below() {
    let drawer = Drawer::open(0).await;
    assert_eq!(document().active_element(), Some(drawer.page.find("h2")));
    assert_eq!(drawer.page.text("h2"), "玉名");
    assert_eq!(drawer.page.text(".badge"), "待审批");
    assert_eq!(drawer.page.text(".preview__mine"), "我的客户");
}

#[wasm_bindgen_test]
async fn empty_fields_are_folded_away() {
    let drawer = Drawer::open(0).await;
    let fold = drawer.page.find("details:not(.preview__silent)");
    assert!(!fold.has_attribute("open"));
    assert_eq!(drawer.page.text("details:not(.preview__silent) summary"), "没有内容的 1 项");
    assert_eq!(drawer.page.text("details p"), "备注");
    assert!(drawer.page.try_find("[data-column=note]").is_none());
}

#[wasm_bindgen_test]
async fn arrows_step_and_stop_at_the_ends() {
    let drawer = Drawer::open(0).await;
    let heading = drawer.page.find("h2");
    assert!(press(&heading, "ArrowUp", false));
    assert_eq!(drawer.told(), []);
    assert!(press(&heading, "ArrowDown", false));
    assert_eq!(drawer.told(), [Told::Step(true)]);
    assert!(!press(&heading, "j", false) && !press(&heading, "ArrowDown", true));
    drawer.at.set(Some(1));
    settle().await;
    assert_eq!(drawer.page.text("h2"), "腾万");
    assert_eq!(drawer.page.text(".preview > [role=status]"), "腾万，第 2 行，共 2 行");
    let next = drawer.page.find("[data-testid=preview-next]");
    assert_eq!(next.get_attribute("aria-disabled").as_deref(), Some("true"));
    click(&next);
    click(&drawer.page.find("[data-testid=preview-prev]"));
    assert_eq!(drawer.told(), [Told::Step(false)]);
}

#[wasm_bindgen_test]
async fn escape_closes_and_a_value_filters() {
    let drawer = Drawer::open(0).await;
    let only = drawer.page.all("[data-testid=only-this]");
    assert_eq!(only.len(), 1);
    assert_eq!(only[0].get_attribute("aria-label").as_deref(), Some("只看「初访」"));
    click(&only[0]);
    assert_eq!(drawer.told(), [Told::Filter(Change::Choose(Choice::Status, Some(7)))]);
    click(&drawer.page.find("[data-column=status_mapped] [data-testid=copy-value]"));
    assert_eq!(drawer.told(), [Told::Copy("初访".into())]);
    assert!(press(&only[0], "Escape", false));
    assert_eq!(drawer.told(), [Told::Close]);
    drawer.at.set(None);
    settle().await;
    assert!(drawer.page.try_find("[data-testid=preview]").is_none());
}

#[wasm_bindgen_test]
async fn opened_closed_and_opened_again_it_has_the_focus_each_time() {
    let drawer = Drawer::open(0).await;
    for at in [1, 0] {
        drawer.at.set(None);
        settle().await;
        assert!(drawer.page.try_find("h2").is_none());
        drawer.at.set(Some(at));
        settle_browser().await;
        assert_eq!(drawer.page.text("h2"), ["玉名", "腾万"][at]);
        assert_eq!(document().active_element(), Some(drawer.page.find("h2")));
    }
}

#[wasm_bindgen_test]
async fn what_the_list_leaves_out_is_asked_for_by_one_button_that_says_how_it_stands() {
    let drawer = Drawer::open(0).await;
    let button = || drawer.page.try_find("[data-testid=more-fields]");
    let said = || drawer.page.text(".preview__more-said");
    let words = Lang::Zh.words();
    let first = button().unwrap();
    click(&first);
    settle().await;
    assert_eq!((first.get_attribute("aria-disabled").as_deref(), said().as_str()), (Some("true"), "…"));
    drawer.more.set(MoreState::Failed("网络不通".into()));
    settle().await;
    // The same button, so that the focus stays.
    assert_eq!(button().as_ref(), Some(&first));
    assert_eq!(
        (first.text_content().unwrap(), said()),
        (words.retry.to_owned(), "没取到：网络不通".to_owned())
    );
    drawer.more.set(MoreState::Done(3));
    settle().await;
    assert_eq!((button(), said()), (None, "已补上 3 项".to_owned()));
    drawer.more.set(MoreState::Hidden);
    settle().await;
    assert_eq!((button(), said()), (None, String::new()));
}
