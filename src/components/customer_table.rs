use super::{Cell, HeadCell};
use crate::i18n::Words;
use crate::model::{Catalog, CustomerPage};
use crate::query::{Direction, Sort};
use crate::view_model::{ColumnKind, ColumnView, Slot, cell_view, row_window, slots};
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

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

/// What every row has in common: the columns and which of them are drawn.
struct Frame {
    stamp: u32,
    columns: Arc<[ColumnView]>,
    slots: Vec<Slot>,
    pinned_at: Vec<Option<u32>>,
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
    href: Callback<crate::model::ColumnId, String>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_stale: Signal<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
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
            if let Some(element) = scroller.get_untracked() {
                element.set_scroll_top(0);
            }
        },
        false,
    );

    let frame = Memo::new_with_compare(
        move |known: Option<&Arc<Frame>>| {
            let columns = columns.get();
            let (left, width) = across.get();
            let slots = slots(columns.iter().map(|column| (column.width, column.is_pinned)), left, width);
            match known {
                Some(known) if known.slots == slots && known.columns == columns => known.clone(),
                _ => {
                    let stamp = known.map_or(0, |known| known.stamp.wrapping_add(1));
                    let pinned_at = pinned_at(&columns);
                    Arc::new(Frame { stamp, columns, slots, pinned_at })
                }
            }
        },
        |a, b| a.map(|frame| frame.stamp) != b.map(|frame| frame.stamp),
    );
    let count = Memo::new(move |_| rows.with(|rows| (*rows.page).as_ref().customers.len()));
    let window = Memo::new(move |_| {
        let (top, height) = down.get();
        row_window(count.get(), ROW_HEIGHT, top, height)
    });
    let spacer = move |rows: usize| format!("{}px", rows * ROW_HEIGHT as usize);
    let whole_width = move || columns.with(|columns| columns.iter().map(|column| column.width).sum::<u32>());
    let drawn = move || {
        let (rows, frame) = (rows.get(), frame.get());
        window.get().map(move |at| (rows.clone(), frame.clone(), at)).collect::<Vec<_>>()
    };

    view! {
        <div
            node_ref=scroller
            class="table"
            class=("table--stale", is_stale)
            // A place to scroll by keys, so it takes the focus and has a name.
            tabindex="0"
            role="region"
            aria-label=words.list_name
            on:scroll=move |_| measure()
        >
            <table
                aria-rowcount=move || count.get() + 1
                aria-colcount=move || columns.with(|columns| columns.len())
                aria-busy=move || is_stale.get().to_string()
                style:width=move || format!("{}px", whole_width())
            >
                <caption class="unseen">{words.list_name}</caption>
                <colgroup>
                    {move || columns.with(|columns| columns
                        .iter()
                        .map(|column| view! { <col style:width=format!("{}px", column.width) /> })
                        .collect::<Vec<_>>())}
                </colgroup>
                <thead>
                    <tr aria-rowindex="1">{move || head(&frame.get(), sort, catalog, href, words)}</tr>
                </thead>
                <tbody>
                    <tr class="table__spacer" aria-hidden="true" style:height=move || spacer(window.get().start)></tr>
                    <For
                        each=drawn
                        key=|(rows, frame, at)| (rows.stamp, frame.stamp, *at)
                        children=move |(rows, frame, at)| row(&rows, &frame, at, words)
                    />
                    <tr
                        class="table__spacer"
                        aria-hidden="true"
                        style:height=move || spacer(count.get().saturating_sub(window.get().end))
                    ></tr>
                </tbody>
            </table>
        </div>
    }
}

/// Where each pinned column stays: beside the pinned ones before it.
fn pinned_at(columns: &[ColumnView]) -> Vec<Option<u32>> {
    let mut left = 0;
    columns
        .iter()
        .map(|column| {
            column.is_pinned.then(|| {
                let at = left;
                left += column.width;
                at
            })
        })
        .collect()
}

fn head(
    frame: &Frame,
    sort: Signal<Option<Sort>>,
    catalog: Signal<Arc<Catalog>>,
    href: Callback<crate::model::ColumnId, String>,
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
                    href=Signal::derive(address)
                    sorted=Signal::derive(sorted)
                    words
                />
            }
            .into_any()
        }
    };
    frame.slots.iter().map(cell).collect()
}

fn row(rows: &Rows, frame: &Frame, at: usize, words: &'static Words) -> AnyView {
    let page = (*rows.page).as_ref();
    let Some(customer) = page.customers.get(at) else {
        return ().into_any();
    };
    let cells: Vec<AnyView> = frame
        .slots
        .iter()
        .map(|slot| match *slot {
            Slot::Gap(count) => view! { <td colspan=count aria-hidden="true"></td> }.into_any(),
            Slot::Column(index) => {
                let column = &frame.columns[index];
                let view = cell_view(customer, column, words);
                let id = format!("{}-{at}-{index}", customer.id);
                let content = view! { <Cell view id words /> };
                let name = column.id.as_str().to_owned();
                if column.kind == ColumnKind::Name {
                    let left = frame.pinned_at[index].map(|left| format!("{left}px"));
                    let mine = customer.is_mine.then(|| view! { <span class="unseen">{words.mine}</span> });
                    view! {
                        <th scope="row" class="pinned" style:left=left data-column=name aria-colindex=index + 1>
                            {content}{mine}
                        </th>
                    }
                    .into_any()
                } else {
                    view! { <td data-column=name aria-colindex=index + 1>{content}</td> }.into_any()
                }
            }
        })
        .collect();
    view! {
        <tr
            data-testid="row"
            data-customer-id=customer.id.clone()
            class=("row--mine", customer.is_mine)
            aria-rowindex=at + 2
        >
            {cells}
        </tr>
    }
    .into_any()
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
