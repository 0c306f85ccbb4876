mod body;
mod frame;

use self::body::Body;
use self::frame::Frame;
use super::HeadCell;
use crate::i18n::Words;
use crate::model::{Catalog, ColumnId, CustomerPage};
use crate::query::{Direction, Sort};
use crate::view_model::{ColumnView, Slot, row_window};
use leptos::{html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The height of a row in pixels; `--row` in `style/tokens.css` says the same.
const ROW_HEIGHT: u32 = 36;

/// One page of rows to show.
#[derive(Clone)]
pub struct Rows {
    /// Told apart from every other answer: rows of another are drawn anew.
    pub stamp: u32,
    /// The answer.
    pub page: Arc<dyn AsRef<CustomerPage> + Send + Sync>,
}

impl Rows {
    fn count(&self) -> usize {
        (*self.page).as_ref().customers.len()
    }
}

/// The customers as one real table. Only the rows and columns near the window are drawn; the
/// counts and indices tell the whole.
#[component]
pub fn CustomerTable(
    /// The rows.
    #[prop(into)]
    rows: Signal<Rows>,
    /// All columns to show, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// How the list is sorted.
    #[prop(into)]
    sort: Signal<Option<Sort>>,
    /// What can be sorted.
    #[prop(into)]
    catalog: Signal<Arc<Catalog>>,
    /// The address of the list sorted by a column.
    href: Callback<ColumnId, String>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let tbody = NodeRef::<html::Tbody>::new();
    let (across, set_across) = signal((0.0, 1280.0));
    let (down, set_down) = signal((0.0, 800.0));
    let measure = move || {
        if let Some(element) = scroller.get_untracked() {
            let across = (f64::from(element.scroll_left()), f64::from(element.client_width()));
            let down = (f64::from(element.scroll_top()), f64::from(element.client_height()));
            set_across.maybe_update(|known| std::mem::replace(known, across) != across);
            set_down.maybe_update(|known| std::mem::replace(known, down) != down);
        }
    };
    on_resize(scroller, measure);
    // Another page of rows starts at the top; the place across is kept.
    Effect::watch(
        move || rows.with(|rows| rows.stamp),
        move |_, _, _| {
            // To set it where it stands already would still cost a layout.
            if let Some(element) = scroller.get_untracked()
                && down.get_untracked().0 > 0.0
            {
                element.set_scroll_top(0);
                measure();
            }
        },
        false,
    );
    let frame = Memo::new(move |known: Option<&Arc<Frame>>| Frame::next(known, columns.get(), across.get()));
    let window = Memo::new(move |_| {
        let (top, height) = down.get();
        row_window(rows.with(Rows::count), ROW_HEIGHT, top, height)
    });
    let body: StoredValue<Option<Body>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (Some(tbody), rows, frame, window) = (tbody.get(), rows.get(), frame.get(), window.get()) else {
            return;
        };
        body.update_value(|body| {
            if body.is_none() {
                *body = Body::new((*tbody).clone().into(), words).ok();
            }
            // The document refuses only what is no child of its parent; nothing else takes these rows.
            if let Some(Err(cause)) = body.as_mut().map(|body| body.draw(&rows, &frame, window)) {
                leptos::logging::error!("rows: {cause:?}");
            }
        });
    });
    let cols = move || {
        let col = |column: &ColumnView| view! { <col style:width=format!("{}px", column.width) /> };
        columns.with(|columns| columns.iter().map(col).collect::<Vec<_>>())
    };
    view! {
        <div
            node_ref=scroller
            class="table"
            // A place to scroll by keys, so it takes the focus and has a name.
            tabindex="0"
            role="region"
            aria-label=words.list_name
            on:scroll=move |_| measure()
            on:pointerover=|event| tell_whole_text(event.target())
        >
            <table
                aria-rowcount=move || rows.with(Rows::count) + 1
                aria-colcount=move || columns.with(|columns| columns.len())
                aria-busy=move || is_busy.get().to_string()
                style:width=move || format!("{}px", columns.with(|list| list.iter().map(|it| it.width).sum::<u32>()))
            >
                <caption class="unseen">{words.list_name}</caption>
                <colgroup>{cols}</colgroup>
                <thead>
                    <tr aria-rowindex="1">{move || head(&frame.get(), sort, catalog, href, words)}</tr>
                </thead>
                <tbody node_ref=tbody></tbody>
            </table>
        </div>
    }
}

fn head(
    frame: &Frame,
    sort: Signal<Option<Sort>>,
    catalog: Signal<Arc<Catalog>>,
    href: Callback<ColumnId, String>,
    words: &'static Words,
) -> Vec<AnyView> {
    let cell = |slot: &Slot| match *slot {
        Slot::Gap(count) => {
            view! { <td class="table__gap" colspan=count aria-hidden="true"></td> }.into_any()
        }
        Slot::Column(at) => {
            let column = &frame.columns[at];
            let (id, sorted_id) = (column.id.clone(), column.id.clone());
            let address = move || catalog.with(|catalog| catalog.sorts_by(&id)).then(|| href.run(id.clone()));
            let sorted = move || -> Option<Direction> {
                sort.with(|sort| {
                    sort.as_ref().filter(|sort| sort.column == sorted_id).map(|sort| sort.direction)
                })
            };
            view! {
                <HeadCell
                    column=column.id.as_str().to_owned()
                    title=column.title.clone()
                    index=at + 1
                    pinned_at=frame.pinned_at[at]
                    href=Memo::new(move |_| address())
                    sorted=Memo::new(move |_| sorted())
                    words
                />
            }
            .into_any()
        }
    };
    frame.slots.iter().map(cell).collect()
}

/// A cell whose text is cut off says the whole of it to who points at it. Worked out then and not
/// before: to ask the browser for the width of every cell would cost a layout.
fn tell_whole_text(target: Option<web_sys::EventTarget>) {
    let element = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(cell) = element.filter(|element| element.has_attribute("data-column")) else {
        return;
    };
    let has_own_title = ["cell__time", "cell__masked"].iter().any(|class| cell.class_list().contains(class));
    if !has_own_title {
        let is_cut = cell.scroll_width() > cell.client_width();
        cell.set_title(&cell.text_content().filter(|_| is_cut).unwrap_or_default());
    }
}

/// Runs once the element stands in the page, and whenever its size changes.
fn on_resize(element: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    element.on_load(move |element| {
        let changed = Closure::<dyn Fn()>::new(run);
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, changed));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}
