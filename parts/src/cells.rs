//! What stands in a cell.
use crate::contents::TEXTS;
use crate::{Part, Room, State};
use kehu::components::{ApprovalBadge, Cell, Icon, IconName, LabelChips, PhoneCell};
use kehu::i18n::Lang;
use kehu::model::{Approval, Label, Phone, Rgb, Shown};
use kehu::view_model::{Band, CellView, ChipView, PhoneView, Tone, chip_view, phone_view};
use leptos::prelude::*;

/// The components of this file.
pub const PARTS: [Part; 5] = [
    Part { name: "Cell", show: cells },
    Part { name: "ApprovalBadge", show: badges },
    Part { name: "LabelChips", show: chips },
    Part { name: "PhoneCell", show: phone_cells },
    Part { name: "Icon", show: icons },
];

/// A cell in a table of its own.
fn in_table(cell: impl IntoView) -> impl IntoView {
    view! { <div class="table parts__table"><table><tbody><tr><td>{cell}</td></tr></tbody></table></div> }
}

fn cells(lang: Lang) -> AnyView {
    let words = lang.row_words();
    let show = |(at, (name, view)): (usize, (String, CellView))| {
        view! { <State name>{in_table(view! { <Cell view id=at.to_string() words /> })}</State> }
    };
    states(lang).into_iter().enumerate().map(show).collect_view().into_any()
}

fn states(lang: Lang) -> Vec<(String, CellView)> {
    let mut states = vec![
        ("never filled".to_owned(), CellView::Nothing),
        ("empty".to_owned(), CellView::Empty),
        ("number".to_owned(), CellView::Number("1234567890.5".into())),
        ("masked".to_owned(), CellView::Masked("138****1234".into())),
    ];
    for (name, text) in TEXTS {
        states.push((format!("text, {name}"), CellView::Text(text.into())));
        let href = "https://example.com/".to_owned();
        states.push((
            format!("link, {name}"),
            CellView::Link { text: text.into(), href, rest: "、备用".into() },
        ));
        states.push((format!("labels, {name}"), CellView::Labels(labels(text, 3))));
        let phones = vec![phone(text, Shown::Number("0982-7788933".into()), true, lang)];
        states.push((format!("phone, {name}"), CellView::Phones(phones)));
    }
    for tone in [Tone::Plain, Tone::Today, Tone::Overdue] {
        let view =
            CellView::Time { text: "3 天前".into(), exact: Some("2026-01-02 03:04:05".into()), tone };
        states.push((format!("time, {tone:?}"), view));
    }
    for band in [Band::Plain, Band::Week, Band::Fortnight, Band::Month, Band::Soon] {
        states.push((format!("days, {band:?}"), CellView::Days { text: "23 天".into(), band }));
    }
    states.push(("approval, rejected".to_owned(), CellView::Approval(Approval::Rejected, "已驳回".into())));
    states
}

fn badges(_: Lang) -> AnyView {
    let of_each = [
        (Approval::Approved, "已通过"),
        (Approval::Applying, "待审批"),
        (Approval::Rejected, "已驳回"),
        (Approval::Other, "草稿"),
    ];
    let states = of_each.map(|(approval, text)| (format!("{approval:?}"), approval, text));
    let hostile = TEXTS.map(|(name, text)| (name.to_owned(), Approval::Other, text));
    let show = |(name, approval, text): (String, Approval, &'static str)| {
        view! { <State name>{in_table(view! { <ApprovalBadge approval text=text.to_owned() /> })}</State> }
    };
    states.into_iter().chain(hostile).map(show).collect_view().into_any()
}

fn chips(lang: Lang) -> AnyView {
    let words = lang.row_words();
    let mut states = vec![
        ("none".to_owned(), Vec::new()),
        ("one".to_owned(), labels("重点", 1)),
        ("as many as have room".to_owned(), labels("重点", 2)),
        ("many".to_owned(), labels("重点", 40)),
    ];
    states.extend(TEXTS.map(|(name, text)| (name.to_owned(), labels(text, 3))));
    let show = |(at, (name, chips)): (usize, (String, Vec<ChipView>))| {
        view! { <State name>{in_table(view! { <LabelChips chips id=format!("chips-{at}") words /> })}</State> }
    };
    states.into_iter().enumerate().map(show).collect_view().into_any()
}

/// So many labels, with and without a colour.
fn labels(content: &str, count: usize) -> Vec<ChipView> {
    let colors = ["#ffcc00", "red", "#2da8aa", "#7a3db8", "#000000", "#ffffff"].into_iter().cycle();
    let label = |color| Label { content: content.into(), color: Rgb::parse(color), group: None };
    colors.take(count).map(|color| chip_view(&label(color))).collect()
}

fn phone_cells(lang: Lang) -> AnyView {
    let words = lang.row_words();
    let number = |text: &str| Shown::Number(text.into());
    let whole = || phone("电话", number("0982-7788933"), true, lang);
    let masked = || phone("手机", number("138****1234"), true, lang);
    let refused = || phone("手机", Shown::NotAllowed, true, lang);
    let mut states = vec![
        ("none".to_owned(), Vec::new()),
        ("can be called".to_owned(), vec![whole()]),
        ("masked".to_owned(), vec![masked()]),
        ("off".to_owned(), vec![phone("手机", number("13900008933"), false, lang)]),
        ("not allowed".to_owned(), vec![refused()]),
        ("several".to_owned(), vec![whole(), masked(), refused()]),
    ];
    for (name, text) in TEXTS {
        let odd = phone(text, number(text), true, lang);
        states.push((name.to_owned(), vec![odd.clone(), odd]));
    }
    let show = |(at, (name, phones)): (usize, (String, Vec<PhoneView>))| {
        view! { <State name>{in_table(view! { <PhoneCell phones id=format!("cell-{at}") words /> })}</State> }
    };
    states.into_iter().enumerate().map(show).collect_view().into_any()
}

fn phone(label: &str, shown: Shown, is_enabled: bool, lang: Lang) -> PhoneView {
    let phone = Phone { label: label.into(), owner: String::new(), field: String::new(), shown, is_enabled };
    phone_view(&phone, lang.words())
}

fn icons(_: Lang) -> AnyView {
    let sign = |name: &IconName| {
        view! { <span title=format!("{name:?}")><Icon name=*name /></span> }
    };
    view! { <State name="all" room=Room::Line><div class="parts__line">{IconName::ALL.iter().map(sign).collect_view()}</div></State> }
        .into_any()
}
