//! What is printed: the loaded rows as a plain table. The table on the screen draws only what is
//! near the window, so a sheet of its own is made when the browser is about to print, and taken
//! away after.
use crate::components::parts::body_class::set_body_class;
use crate::model::Customer;
use crate::state::{Answer, Navigation, Question, SessionState, Settings, moment, today};
use crate::view_model::{ColumnView, groups, row_texts};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Element;

/// Columns from which on the print is made smaller, so that they all have room.
const MANY: usize = 12;
/// And from which on smaller still.
const VERY_MANY: usize = 24;

/// Makes the sheet before every print and removes it after, as long as the list is shown.
pub(crate) fn listen(
    answer: Signal<Option<Arc<Answer>>>,
    columns: Signal<Arc<[ColumnView]>>,
    available: Signal<Arc<[ColumnView]>>,
) {
    let navigation = expect_context::<Navigation>();
    let session = expect_context::<SessionState>();
    let (settings, question) = (expect_context::<Settings>(), expect_context::<Question>());
    let before = window_event_listener_untyped("beforeprint", move |_| {
        remove();
        // Until it is known who comes, there is nothing to print.
        if session.over().with_untracked(Option::is_some) {
            return;
        }
        let answer = answer.get_untracked();
        // The browser prints as soon as this returns: no effect would run in time.
        let by = navigation.query().with_untracked(|query| query.group.clone());
        let is_it = |column: &&ColumnView| Some(&column.id) == by.as_ref();
        let group = available.with_untracked(|all| all.iter().find(is_it).cloned());
        let columns = columns.get_untracked();
        let _ = untrack(|| make(session, settings, question, answer.as_deref(), &columns, group.as_ref()));
    });
    let after = window_event_listener_untyped("afterprint", |_| remove());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Of the page's body, while the sheet is there.
const PRINTS: &str = "has-print-list";

fn remove() {
    if let Ok(Some(sheet)) = document().query_selector(".print-list") {
        sheet.remove();
        set_body_class(PRINTS, false);
    }
}

fn make(
    session: SessionState,
    settings: Settings,
    question: Question,
    answer: Option<&Answer>,
    columns: &[ColumnView],
    group: Option<&ColumnView>,
) -> Option<()> {
    let words = settings.words();
    let size = match columns.len() {
        ..MANY => "print-list",
        MANY..VERY_MANY => "print-list print-list--many",
        _ => "print-list print-list--very-many",
    };
    let sheet = add(document().body()?.as_ref(), "table", "")?;
    sheet.set_class_name(size);
    set_body_class(PRINTS, true);
    // The browser repeats the head on every page.
    let head = add(&sheet, "thead", "")?;
    let line = add(&add(&head, "tr", "")?, "th", "")?;
    let _ = line.set_attribute("colspan", &columns.len().max(1).to_string());
    let who = untrack(|| session.name()).unwrap_or_else(|| words.account_unknown.to_owned());
    add(&line, "b", words.list_name)?;
    let rest = [question.text(), who, moment()].join(" · ");
    add(&line, "span", &rest)?;
    let titles = add(&head, "tr", "")?;
    for column in columns {
        add(&titles, "th", &column.title)?;
    }
    let body = add(&sheet, "tbody", "")?;
    let today = today();
    // On paper nobody sees that they stand there only until others come.
    if let Some(text) = question.foreign_text() {
        let cell = add(&add(&body, "tr", "")?, "td", &text)?;
        let _ = cell.set_attribute("colspan", &columns.len().max(1).to_string());
        return Some(());
    }
    let customers = &answer?.page.customers;
    let line = |customer: &Customer| {
        let row = add(&body, "tr", "")?;
        for text in row_texts(customer, columns, today, words) {
            add(&row, "td", &text)?;
        }
        Some(())
    };
    let Some(group) = group else {
        return customers.iter().try_for_each(line);
    };
    let all = customers.indices().filter_map(|at| Some((at, customers.get(at)?)));
    for group in groups(all, group, today, words) {
        let title = format!("{} · {}", group.title, group.rows.len());
        let heading = add(&add(&body, "tr", "")?, "th", &title)?;
        heading.set_class_name("print-list__group");
        let _ = heading.set_attribute("colspan", &columns.len().max(1).to_string());
        group.rows.iter().filter_map(|at| customers.get(*at)).try_for_each(line)?;
    }
    Some(())
}

/// A new element at the end of another; what the endpoint said is only ever its text.
fn add(parent: &Element, name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    parent.append_child(&element).ok()?;
    Some(element)
}
