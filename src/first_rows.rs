//! The first rows: the answer to the early call (`start/early_call.js`) is often there before most of this
//! program is, so its rows are drawn into the painted shell by the small chunk of the program that comes
//! first. The page takes them over when it can show them itself.
use crate::api::{read_page, transport};
use crate::components::{FirstTable, Rows, first_cards, first_pager};
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::{CustomerPage, PageSize};
use crate::query::{ColumnChoice, ListQuery, fragment};
use crate::state::{Screen, ScrollPosition, first_look, has_exact_dates, kept_fields, today};
use crate::view_model::{ColumnFacts, Dates, PagerView, available_columns, columns, missing_columns};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The shell with rows in it. They go when this is dropped, and the shell with them.
#[derive(Default)]
pub struct FirstRows(Option<Shown>);

struct Shown {
    table: Option<FirstTable>,
    /// What scrolls.
    scroller: HtmlElement,
    /// The fragment whose rows they are.
    address: Option<String>,
    /// What holds their views.
    kept: Vec<Box<dyn Any>>,
}

impl FirstRows {
    /// Waits for the early answer, though not for long, and draws its rows. Whatever is odd about it is
    /// left to the page, which gets the same answer: then the shell stays as it is.
    pub async fn draw() -> Self {
        Self(draw().await)
    }

    /// Whether there are rows in the shell.
    pub fn are_here(&self) -> bool {
        self.0.is_some()
    }

    /// The table that they stand in, where they are no cards.
    pub fn table(&self) -> Option<FirstTable> {
        self.0.as_ref()?.table.clone()
    }

    /// Notes where the reader has scrolled to, for the page to go on there.
    pub fn note_scroll_position(&self) {
        // Whoever has turned the page meanwhile begins at its top.
        if let Some(Shown { scroller, address, .. }) = &self.0
            && *address == present()
        {
            let scroll_position = ScrollPosition { top: scroller.scroll_top(), left: scroller.scroll_left() };
            if scroll_position != ScrollPosition::noted().unwrap_or_default() {
                scroll_position.note();
            }
        }
    }
}

impl Drop for FirstRows {
    fn drop(&mut self) {
        if let Some(shell) = shell() {
            shell.remove();
        }
    }
}

async fn draw() -> Option<Shown> {
    let page = transport::early_reply().await?.read(read_page).ok()?;
    if page.customers.is_empty() {
        return None;
    }
    let shell = shell()?;
    let find = |path| shell.query_selector(path).ok()??.dyn_into::<HtmlElement>().ok();
    let (place, foot) = (find(".list")?, find(".foot")?);
    let root = document().document_element()?;
    let lang = root.get_attribute("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
    let (query, layout) = first_look();
    // Groups come with the page, and would move these rows.
    if query.group.is_some() {
        return None;
    }
    // Rows are nothing to hide from anybody; the rest of the shell still is.
    shell.remove_attribute("aria-hidden").ok()?;
    shell.class_list().add_1("shell--rows").ok()?;
    place.set_text_content(None);
    foot.set_text_content(None);
    let pager = mount_to(foot, {
        let per_page = page.per_page.or(query.per_page).unwrap_or(PageSize::DEFAULT);
        let seen = page.last_page(per_page).unwrap_or_default().max(query.page);
        let follows = page.follows(query.page, per_page);
        let view = PagerView::new(query.page, seen, Some(follows)).with_total(&page, per_page);
        let (rows, per_page, query) = (page.customers.len(), per_page, query.clone());
        let href = move |page| fragment::write(&ListQuery { page, ..query.clone() });
        move || first_pager(&view, rows, per_page, href, lang.row_words())
    });
    let mut shown = show(page, &query, &layout, lang, place)?;
    shown.kept.push(Box::new(pager));
    let scroll_position = ScrollPosition::noted().unwrap_or_default();
    if scroll_position != ScrollPosition::default() {
        shown.scroller.set_scroll_top(scroll_position.top);
        shown.scroller.set_scroll_left(scroll_position.left);
    }
    Some(shown)
}

fn show(
    page: CustomerPage,
    query: &ListQuery,
    layout: &Layout,
    lang: Lang,
    place: HtmlElement,
) -> Option<Shown> {
    let words = lang.row_words();
    let given = page.columns.clone();
    let missing = missing_columns(&page, true).into();
    let facts = ColumnFacts { fields: Arc::new(kept_fields()), missing };
    let chosen = || columns(&given, &query.columns, layout, &facts, lang);
    let scroll_position = ScrollPosition::noted().unwrap_or_default();
    let dates = Dates { today: today(), are_exact: has_exact_dates() };
    let rows = move |page| Rows {
        stamp: 0,
        list_key: 0,
        scroll_position,
        page: Arc::new(Box::new(page)),
        only: None,
        groups: None,
        dates,
        is_changed: Callback::new(|_| false),
        is_opened: Callback::new(|_| false),
    };
    let scroller = |path| place.query_selector(path).ok()??.dyn_into().ok();
    if Screen::is_phone_now() {
        // As on the page itself: a card folds away what is not among the chosen columns.
        let is_plain = query.columns == ColumnChoice::Default && layout.columns.is_none();
        let all = || {
            let all = available_columns(&given, layout, &facts, lang).into_iter();
            all.filter(|column| !column.is_computed()).collect()
        };
        let columns = if is_plain { all() } else { chosen() };
        let asked = query.asked_columns();
        let kept = mount_to(place.clone(), move || first_cards(&rows(page), &columns, &asked, words));
        let kept: Vec<Box<dyn Any>> = vec![Box::new(kept)];
        return Some(Shown { table: None, scroller: scroller(".cards")?, address: present(), kept });
    }
    let chosen: Arc<[_]> = chosen().into();
    let owner = Owner::new();
    let table = owner.with(|| FirstTable::new(rows(page), chosen, layout, words));
    let view = table.view();
    let mounted = mount_to(place.clone(), move || view);
    owner.with(|| table.draw(&place)).ok()?;
    let kept: Vec<Box<dyn Any>> = vec![Box::new((mounted, owner))];
    Some(Shown { table: Some(table), scroller: scroller(".table")?, address: present(), kept })
}

fn present() -> Option<String> {
    window().location().hash().ok()
}

fn shell() -> Option<web_sys::Element> {
    document().get_element_by_id("shell")
}
