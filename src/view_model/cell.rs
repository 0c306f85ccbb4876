use super::china_time::short_time;
use super::cooling::days_view;
use super::relative_day::relative;
use super::{Band, ChipView, ColumnKind, ColumnView, Dates, Tone, chip_view};
use crate::i18n::{RowWords, fill};
use crate::model::{Approval, Customer, Phone, Shown, Value, is_mask, is_masked};

/// The column whose days can be overdue.
const NEXT_FOLLOW_UP: &str = "revisit_remind_at";

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellView {
    /// A cell that was never filled.
    Nothing,
    /// Nothing there; a quiet dash.
    Empty,
    /// Plain words, as they are given or put together here.
    Text(String),
    /// A number, set in figures of one width.
    Number(String),
    /// A value that the endpoint masks.
    Masked(String),
    /// A point in time: what is shown, and what exactly was given where that is more.
    Time {
        /// Seen from today, or down to the minute.
        text: String,
        /// As given, when it says more.
        exact: Option<String>,
        /// How much it matters.
        tone: Tone,
    },
    /// A number of days, worked out here.
    Days {
        /// "23 天".
        text: String,
        /// How much it matters.
        band: Band,
    },
    /// Leads out of the page.
    Link {
        /// What is shown.
        text: String,
        /// `http:`, `https:` or `mailto:`, nothing else.
        href: String,
        /// What stands behind the address, and is no part of it.
        rest: String,
    },
    /// The approval badge.
    Approval(Approval, String),
    /// Labels.
    Labels(Vec<ChipView>),
    /// Numbers.
    Phones(Vec<PhoneView>),
}

/// A phone number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// Kind of number and, for a contact's, whose it is.
    pub label: String,
    /// The number, or the words for one that may not be seen.
    pub text: String,
    /// `tel:…` where it can be called.
    pub call: Option<String>,
    /// Why it looks different, for who hovers or listens; empty for a plain number.
    pub remark: &'static str,
    /// How it looks.
    pub state: PhoneState,
}

/// How a number looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneState {
    /// Shown whole.
    Plain,
    /// Partly hidden.
    Masked,
    /// Switched off.
    Disabled,
    /// It exists, but may not be seen.
    NotAllowed,
}

impl PhoneState {
    /// The word for style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Masked => "masked",
            Self::Disabled => "disabled",
            Self::NotAllowed => "not-allowed",
        }
    }
}

/// What stands in a customer's cell of a column.
pub fn cell_view(
    customer: &Customer,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> CellView {
    if column.is_computed() {
        return days_view(customer, column, dates.today, words);
    }
    let value = column.in_words(customer.values.get(column.at).unwrap_or(&Value::Empty));
    value_view(customer, &value, column, dates, words)
}

/// When it was that a cell tells of, as seen from today: "3 天前".
pub fn told_when(
    customer: &Customer,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> Option<String> {
    match customer.values.get(column.day_at?)? {
        Value::Text(text) => match time_view(text.trim(), false, dates, words) {
            CellView::Time { text, .. } => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// What is shown of a value of a customer's column, which is in words already.
pub(super) fn value_view(
    customer: &Customer,
    value: &Value,
    column: &ColumnView,
    dates: Dates,
    words: &'static RowWords,
) -> CellView {
    match value {
        Value::Empty => CellView::Empty,
        Value::Labels => CellView::Labels(customer.labels.iter().map(chip_view).collect()),
        Value::Phones(list) => {
            let phones = list.iter().filter_map(|at| customer.phones.get(*at));
            CellView::Phones(phones.map(|phone| phone_view(phone, words)).collect())
        }
        Value::Text(text) if column.kind == ColumnKind::Moment => {
            time_view(text.trim(), column.id.as_str() == NEXT_FOLLOW_UP, dates, words)
        }
        Value::Text(text) => text_view(text, column.kind, customer.approval),
        Value::Number(text) => CellView::Number(text.clone()),
        Value::Flag(flag) => CellView::Text(if *flag { words.yes } else { words.no }.to_owned()),
        Value::Hidden(text) if text.contains(is_mask) => CellView::Masked(text.clone()),
        Value::Hidden(text) => CellView::Text(text.clone()),
        Value::Names(names) => CellView::Text(names_text(names, words)),
    }
}

fn text_view(text: &str, kind: ColumnKind, approval: Approval) -> CellView {
    let text = text.trim();
    match kind {
        ColumnKind::Badge => CellView::Approval(approval, text.to_owned()),
        ColumnKind::Number if text.parse::<f64>().is_ok() => CellView::Number(text.to_owned()),
        ColumnKind::Email if is_mail(text) => {
            CellView::Link { text: text.to_owned(), href: format!("mailto:{text}"), rest: String::new() }
        }
        ColumnKind::Url | ColumnKind::Text | ColumnKind::Talk => match web_address(text) {
            Some((href, rest)) => CellView::Link {
                text: short_address(href).to_owned(),
                href: href.to_owned(),
                rest: rest.to_owned(),
            },
            None => CellView::Text(text.to_owned()),
        },
        _ => CellView::Text(text.to_owned()),
    }
}

/// A time, which is overdue (`can_be_due`) where it lies behind.
fn time_view(text: &str, can_be_due: bool, dates: Dates, words: &RowWords) -> CellView {
    let seen = if dates.are_exact { None } else { relative(text, can_be_due, dates.today, words) };
    let shown = seen.or_else(|| Some((short_time(text)?, Tone::Plain)));
    match shown {
        Some((shown, tone)) => CellView::Time { text: shown, exact: Some(text.to_owned()), tone },
        None => CellView::Time { text: text.to_owned(), exact: None, tone: Tone::Plain },
    }
}

/// The web address with which a text begins, and what stands behind it. Only whole ones become links: a
/// text of the endpoint must not lead anywhere else.
fn web_address(text: &str) -> Option<(&str, &str)> {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let start = ["https://", "http://"].iter().find(|scheme| lower.starts_with(**scheme))?.len();
    let is_end = |c: char| c.is_whitespace() || c.is_control() || is_punctuation(c);
    let mut end = text.find(is_end).unwrap_or(text.len());
    let host_end = text[start..end].find(['/', '?', '#']).map_or(end, |at| start + at);
    // In Latin letters a host ends where others begin; all of it may be written in others.
    if text[start..].starts_with(|c: char| c.is_ascii_alphanumeric())
        && let Some(at) = text[start..host_end].find(|c: char| !c.is_ascii())
    {
        end = start + at;
    }
    let is_cut = end < text.len();
    let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '\'']);
    let address = if is_cut || address.len() < end { address } else { text };
    let host = &address[start.min(address.len())..host_end.min(address.len())];
    // Of a text that goes on only what is surely meant as one.
    (!host.is_empty() && (address.len() == text.len() || host.contains('.')))
        .then(|| text.split_at(address.len()))
}

/// Signs that stand in no address, but between it and other words.
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}'
            | '！' | '（' | '）' | '，' | '：' | '；' | '？' | '｜' | '／'
    )
}

fn short_address(text: &str) -> &str {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.trim_end_matches('/')
}

fn is_mail(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._+-@".contains(&byte));
    is_plain
        && text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.')
        })
}

fn names_text(names: &[String], words: &RowWords) -> String {
    match names {
        [] => String::new(),
        [first, .., _] if names.len() > 3 => fill(words.names_count, &[first, &names.len().to_string()]),
        _ => names.join(words.names_joint),
    }
}

/// What is shown of a number. Every surface that shows numbers goes through here.
pub fn phone_view(phone: &Phone, words: &'static RowWords) -> PhoneView {
    let label = if phone.owner.is_empty() {
        phone.label.clone()
    } else {
        format!("{} {}", phone.owner, phone.label).trim_end().to_owned()
    };
    let (text, state, remark) = match &phone.shown {
        Shown::NotAllowed => (words.not_allowed.to_owned(), PhoneState::NotAllowed, ""),
        Shown::Number(number) if !phone.is_enabled && !phone.label.is_empty() => {
            (number.clone(), PhoneState::Disabled, words.disabled_number)
        }
        Shown::Number(number) if is_masked(number) => (number.clone(), PhoneState::Masked, words.masked),
        Shown::Number(number) => (number.clone(), PhoneState::Plain, ""),
    };
    PhoneView { label, text, call: phone.call_address(), remark, state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::query::ColumnChoice;

    fn words() -> &'static RowWords {
        Lang::Zh.words()
    }

    fn show(column: &str, value: Value) -> CellView {
        let columns = super::super::columns(
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
        let link = |text: &str, href: &str| CellView::Link {
            text: text.into(),
            href: href.into(),
            rest: String::new(),
        };
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
}
