//! The customers as a table and as cards.
use crate::contents::TEXTS;
use crate::customers::{all_columns, answer_after, nobody, rows, shown_columns, today};
use crate::{Part, Room, State};
use kehu::components::{CustomerCards, CustomerTable, HeadCell, PhoneButtons, Rows, TableActions};
use kehu::config::Config;
use kehu::i18n::{Lang, Words};
use kehu::layout::{Density, Layout};
use kehu::model::{AnswerIndex, Catalog, ColumnId, CustomerPage, Picked, PickedCustomers};
use kehu::query::{Direction, Sort};
use kehu::view_model::{Grouping, groups};
use leptos::prelude::*;
use std::sync::Arc;

/// The components of this file.
pub const PARTS: [Part; 4] = [
    Part { name: "HeadCell", show: head_cells },
    Part { name: "CustomerTable", show: tables },
    Part { name: "PhoneButtons", show: phone_buttons },
    Part { name: "CustomerCards", show: cards },
];

/// A state of rows.
#[derive(Clone)]
struct Look {
    rows: Rows,
    layout: Layout,
    is_busy: bool,
    is_foreign: bool,
    /// Whether one customer is selected and another is open.
    is_in_use: bool,
}

impl Look {
    fn of(rows: Rows) -> Self {
        Self { rows, layout: Layout::default(), is_busy: false, is_foreign: false, is_in_use: false }
    }
}

/// Customers of one look.
const EACH: usize = 100;
/// Those of cards come after those of the tables.
const CARDS: usize = 1_000;

/// The looks, with customers whose ids come after this one.
fn looks(lang: Lang, id: usize) -> Vec<(&'static str, Look)> {
    let whole = |at| Look::of(rows(answer_after(id + EACH * at), None));
    let grouped = answer_after(id + EACH);
    let groups = grouping(&grouped, lang);
    let roomy = Layout { density: Density::Roomy, wraps: true, ..Layout::default() };
    let compact = Layout { density: Density::Compact, ..Layout::default() };
    vec![
        ("one is selected, one is open, one has changed", Look { is_in_use: true, ..whole(0) }),
        ("grouped, a group is folded", Look::of(rows(grouped, groups))),
        ("roomy, texts in further lines", Look { layout: roomy, ..whole(2) }),
        (
            "compact, other rows are on their way",
            Look { layout: compact, is_busy: true, is_foreign: true, ..whole(3) },
        ),
        ("nobody", Look::of(rows(nobody(), None))),
    ]
}

fn grouping(page: &CustomerPage, lang: Lang) -> Option<Grouping> {
    let (columns, words) = (all_columns(lang), lang.words());
    let column = columns.iter().find(|column| column.id.as_str() == "status_mapped")?;
    let groups = groups(page.customers.indices().zip(page.customers.iter()), column, today(), words);
    Some(Grouping::new(groups, |key| key.starts_with('<'), words))
}

fn no_actions() -> TableActions {
    TableActions {
        pick: Callback::new(|_| ()),
        open: Callback::new(|_| ()),
        fold: Callback::new(|_| ()),
        run: Callback::new(|_| ()),
        lay_out: Callback::new(|_| ()),
        menu: Callback::new(|_| ()),
        copied: Callback::new(|_| None),
        scrolled: Callback::new(|_| ()),
    }
}

fn tables(lang: Lang) -> AnyView {
    let show = |(name, look): (&'static str, Look)| {
        view! { <State name room=Room::List><div class="list">{table(look, lang)}</div></State> }
    };
    looks(lang, 0).into_iter().map(show).collect_view().into_any()
}

fn table(look: Look, lang: Lang) -> AnyView {
    let Look { rows, layout, is_busy, is_foreign, is_in_use } = look;
    let mut picked = PickedCustomers::default();
    let (page, columns) = (rows.page.clone(), shown_columns(lang));
    let page = (*page).as_ref();
    if let Some(customer) = page.customers.get(AnswerIndex(2)).filter(|_| is_in_use) {
        picked.add(Picked { customer: Arc::new(customer.clone()), columns: page.columns.clone() });
    }
    let sort = Some(Sort { column: ColumnId::new("name"), direction: Direction::Ascending });
    let sorts = vec![(ColumnId::new("name"), String::new()), (ColumnId::new("note"), String::new())];
    view! {
        <CustomerTable
            rows=Signal::stored(rows)
            columns=Signal::stored(columns)
            layout=Signal::stored(layout)
            picked=Signal::stored(picked)
            current=Signal::stored(is_in_use.then_some(3))
            sort=Signal::stored(sort)
            catalog=Signal::stored(Arc::new(Catalog { sorts, search_fields: Vec::new() }))
            href=Callback::new(|_| "#CustomerTable".to_owned())
            is_busy=Signal::stored(is_busy)
            is_foreign=Signal::stored(is_foreign)
            actions=no_actions()
            is_shown=true
            words=lang.words()
        />
    }
    .into_any()
}

fn phone_buttons(lang: Lang) -> AnyView {
    let rows = Signal::stored(rows(answer_after(EACH * 5), None));
    let on_copy = Callback::new(|_| ());
    view! {
        <State name="on the row under the pointer, in every table of this page" room=Room::List>
            <div class="list">{table(Look::of(rows.get_untracked()), lang)}</div>
            <PhoneButtons rows is_foreign=Signal::stored(false) on_copy words=lang.words() />
        </State>
    }
    .into_any()
}

fn cards(lang: Lang) -> AnyView {
    let words = lang.words();
    let url = r#"{ "customer_url": "https://example.com/customers/{id}" }"#;
    let show = |(name, look): (&'static str, Look)| {
        let (customer_url, asked) =
            (Config::read(url).0.customer_url, vec![ColumnId::new("revisit_remind_at")]);
        view! {
            <State name room=Room::Pane>
                <CustomerCards
                    rows=Signal::stored(look.rows)
                    columns=Signal::stored(all_columns(lang))
                    is_busy=Signal::stored(look.is_busy)
                    is_foreign=Signal::stored(look.is_foreign)
                    is_shown=true
                    asked=Signal::stored(asked)
                    actions=no_actions()
                    customer_url
                    words
                />
            </State>
        }
    };
    // A card has neither densities nor lines that go on.
    let looks = looks(lang, CARDS).into_iter().filter(|(_, look)| !look.layout.wraps);
    looks.map(show).collect_view().into_any()
}

fn head_cells(lang: Lang) -> AnyView {
    let words = lang.words();
    let sortable = Some("#HeadCell".to_owned());
    let ordinary = || "客户名称".to_owned();
    let cells = vec![
        ("cannot be sorted", ordinary(), None, None),
        ("can be sorted", ordinary(), sortable.clone(), None),
        ("ascending", ordinary(), sortable.clone(), Some(Direction::Ascending)),
        ("descending", ordinary(), sortable.clone(), Some(Direction::Descending)),
    ];
    let odd = TEXTS.map(|(name, text)| (name, text.to_owned(), sortable.clone(), None));
    let show = |(name, title, href, sorted): (&'static str, String, Option<String>, Option<Direction>)| {
        let (is_computed, has_check) = (name == "descending", name == "can be sorted");
        view! { <State name>{head_cell(title, (is_computed, has_check), href, sorted, words)}</State> }
    };
    cells.into_iter().chain(odd).map(show).collect_view().into_any()
}

fn head_cell(
    title: String,
    (is_computed, has_check): (bool, bool),
    href: Option<String>,
    sorted: Option<Direction>,
    words: &'static Words,
) -> AnyView {
    let (href, sorted) = (Signal::stored(href), Signal::stored(sorted));
    view! {
        <div class="table parts__table">
            <table><thead><tr>
                <HeadCell column="name".to_owned() title index=1 pinned_at=None is_computed note=None has_check href sorted words />
            </tr></thead></table>
        </div>
    }
    .into_any()
}
