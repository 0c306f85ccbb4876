use super::*;
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::{Phone, Shown};
use crate::query::ColumnChoice;

fn words() -> &'static RowWords {
    Lang::Zh.words()
}

fn show(column: &str, value: Value) -> CellView {
    let columns = crate::view_model::columns(
        &[column.into()],
        &ColumnChoice::All,
        &Layout::default(),
        &Default::default(),
        Lang::Zh,
    );
    let customer = Customer { values: vec![value], approval: Approval::Applying, ..Customer::default() };
    cell_view(&customer, &columns[0], Dates::exact(time::Date::MIN), words())
}

fn text(value: &str) -> Value {
    Value::Text(value.into())
}

#[test]
fn empty_zero_and_masked_look_different() {
    assert_eq!(show("note", Value::Empty), CellView::Empty);
    assert_eq!(show("note", Value::Number("0".into())), CellView::Number("0".into()));
    assert_eq!(show("note", Value::Hidden("13****".into())), CellView::Masked("13****".into()));
}

#[test]
fn times_are_shown_down_to_the_minute_and_kept_exact() {
    let given = "2023-11-03T18:25:41.000+08:00";
    assert_eq!(
        show("created_at", text(given)),
        CellView::Time { text: "2023-11-03 18:25".into(), exact: Some(given.into()), tone: Tone::Plain }
    );
    for plain in ["2023-11-03 18:25", "2023-11-03", "昨天下午三点多一点点吧大概"] {
        let time = CellView::Time { text: plain.into(), exact: None, tone: Tone::Plain };
        assert_eq!(show("created_at", text(plain)), time);
    }
}

#[test]
fn only_web_and_mail_addresses_become_links() {
    let link =
        |text: &str, href: &str| CellView::Link { text: text.into(), href: href.into(), rest: String::new() };
    assert_eq!(
        show("address.url", text("http://www.baidu.com/")),
        link("www.baidu.com", "http://www.baidu.com/")
    );
    assert_eq!(show("text_asset_1", text("https://a.cn/x")), link("a.cn/x", "https://a.cn/x"));
    assert_eq!(show("address.email", text("a.b@c.cn")), link("a.b@c.cn", "mailto:a.b@c.cn"));
    for (column, bad) in [
        ("address.url", "javascript:alert(1)"),
        ("address.url", "data:text/html,x"),
        ("address.url", "www.baidu.com"),
        ("address.url", "https://a b"),
        ("address.url", "//evil.example"),
        ("address.email", "a@b.cn?bcc=x@y.cn"),
        ("address.email", "a@@b.cn"),
    ] {
        assert_eq!(show(column, text(bad)), CellView::Text(bad.into()), "{bad}");
    }
}

#[test]
fn only_the_address_is_a_link_and_the_rest_is_text() {
    for (given, text, href, rest) in [
        ("http://www.baidu.com、备用", "www.baidu.com", "http://www.baidu.com", "、备用"),
        ("http://www.baidu.com备用", "www.baidu.com", "http://www.baidu.com", "备用"),
        ("http://a.cn/x?y=1（官网）", "a.cn/x?y=1", "http://a.cn/x?y=1", "（官网）"),
        ("http://a.cn/ http://b.cn", "a.cn", "http://a.cn/", " http://b.cn"),
        ("https://a.cn/产品，旧", "a.cn/产品", "https://a.cn/产品", "，旧"),
        ("https://a.cn/x.", "a.cn/x", "https://a.cn/x", "."),
        ("https://例子.中国/x", "例子.中国/x", "https://例子.中国/x", ""),
        ("HTTP://intranet", "intranet", "HTTP://intranet", ""),
    ] {
        let link = CellView::Link { text: text.into(), href: href.into(), rest: rest.into() };
        assert_eq!(show("address.url", Value::Text(given.into())), link, "{given}");
    }
    for text in ["http://", "http://、备用", "https://a b", "https://备用 b", "http:// a.cn"] {
        assert_eq!(show("address.url", Value::Text(text.into())), CellView::Text(text.into()), "{text}");
    }
}

#[test]
fn many_names_become_a_count() {
    let names = |count: usize| Value::Names((0..count).map(|at| format!("王{at}")).collect());
    assert_eq!(show("contacts", names(3)), CellView::Text("王0、王1、王2".into()));
    assert_eq!(show("contacts", names(5)), CellView::Text("王0 等 5 个".into()));
}

#[test]
fn approval_keeps_its_text() {
    assert_eq!(
        show("approve_status_i18n", text("待审批")),
        CellView::Approval(Approval::Applying, "待审批".into())
    );
}

#[test]
fn an_unseen_number_says_so_and_nothing_else() {
    let phone = Phone {
        label: "手机".into(),
        owner: "王经理".into(),
        field: String::new(),
        shown: Shown::NotAllowed,
        is_enabled: true,
    };
    let view = phone_view(&phone, words());
    assert_eq!((view.text.as_str(), view.label.as_str(), view.call), ("无权限查看", "王经理 手机", None));
}
