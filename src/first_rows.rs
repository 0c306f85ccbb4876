//! The first rows on a slow network: the answer to the early call (`start/early.js`) is there before
//! most of this program is, so its rows are drawn into the painted shell by the small piece of the
//! program that comes first. The page takes their place when it can show the same rows itself.
use crate::api::{read_page, transport};
use crate::components::{FirstTable, Rows, first_cards};
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::CustomerPage;
use crate::query::{ColumnChoice, ListQuery};
use crate::state::{Screen, first_look, today};
use crate::view_model::{available_columns, columns};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The shell with rows in it. They go when this is dropped, and the shell with them.
pub struct FirstRows {
    rows: Option<Box<dyn Any>>,
}

impl FirstRows {
    /// The shell as `index.html` has it.
    pub fn none() -> Self {
        Self { rows: None }
    }

    /// Waits for the early answer, though not for long, and draws its rows. Whatever is odd about it is left to the page,
    /// which gets the same answer: then the shell stays as it is.
    pub async fn draw() -> Self {
        Self { rows: draw().await }
    }

    /// Whether there are rows in the shell.
    pub fn are_here(&self) -> bool {
        self.rows.is_some()
    }
}

impl Drop for FirstRows {
    fn drop(&mut self) {
        if let Some(shell) = shell() {
            shell.remove();
        }
    }
}

async fn draw() -> Option<Box<dyn Any>> {
    let page = transport::early_reply().await?.read(read_page).ok()?;
    if page.customers.is_empty() {
        return None;
    }
    let shell = shell()?;
    let place: HtmlElement = shell.query_selector(".list").ok()??.dyn_into().ok()?;
    let root = document().document_element()?;
    let lang = root.get_attribute("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
    let (query, layout) = first_look();
    // Rows are nothing to hide from anybody; the rest of the shell still is.
    shell.remove_attribute("aria-hidden").ok()?;
    shell.class_list().add_1("shell--rows").ok()?;
    place.set_text_content(None);
    Some(show(page, &query, &layout, lang, place))
}

fn show(
    page: CustomerPage,
    query: &ListQuery,
    layout: &Layout,
    lang: Lang,
    place: HtmlElement,
) -> Box<dyn Any> {
    let words = lang.words();
    let given = page.columns.clone();
    let chosen = || columns(&given, &query.columns, layout, lang);
    let rows = |page| Rows {
        stamp: 0,
        look: 0,
        spot: Default::default(),
        page: Arc::new(Box::new(page)),
        only: None,
        today: today(),
        is_changed: Callback::new(|_| false),
    };
    if Screen::is_phone_now() {
        // As on the page itself: a card folds away what is not among the chosen columns.
        let is_plain = query.columns == ColumnChoice::Default && layout.columns.is_none();
        let all = || {
            let all = available_columns(&given, layout, lang).into_iter();
            all.filter(|column| !column.is_computed()).collect()
        };
        let columns = if is_plain { all() } else { chosen() };
        return Box::new(mount_to(place, move || first_cards(&rows(page), &columns, words)));
    }
    let chosen: Arc<[_]> = chosen().into();
    let owner = Owner::new();
    let table = owner.with(|| FirstTable::new(rows(page), chosen, layout, words));
    let view = table.view();
    let mounted = mount_to(place.clone(), move || view);
    let drawn = owner.with(|| table.draw(&place));
    Box::new((mounted, drawn, owner))
}

fn shell() -> Option<web_sys::Element> {
    document().get_element_by_id("shell")
}
