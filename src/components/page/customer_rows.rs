use crate::components::parts::lazy_view::once;
use crate::components::{
    CustomerCards, CustomerTable, FirstTablePlace, MenuRequest, Rows, ScrolledTo, TableActions, Turns,
    lazy_views,
};
use crate::i18n::{Words, fill};
use crate::model::{AnswerIndex, Customer, CustomerPage};
use crate::query::{Change, ColumnChoice};
use crate::state::{
    Answer, CallRunState, Customers, Export, Fields, Navigation, OnlyRows, OperatorNotes, Options, Question,
    Remembered, RunStart, Screen, Seen, Selection, Settings, Toast, Today, Tool, Tools, Views, today,
};
use crate::view_model::{
    ColumnFacts, ColumnView, Copied, Dates, NextFollowUp, Pick, Place, cell_text, cell_view, columns, copied,
    reach, row_texts,
};
use leptos::portal::Portal;
use leptos::{html, prelude::*};
use std::sync::Arc;

mod calling_through;
mod chat;
mod find;
mod foreign;
mod grouped;
mod menus;
mod opened;
mod overview;
mod selected;

pub use self::find::Find;
use self::grouped::Grouped;
use self::opened::Opened;
use self::overview::only_rows;
use self::selected::rows_copied;

/// The rows, and all that can be done with them: selecting, copying, opening, another look.
#[component]
pub fn CustomerRows(
    /// The last good answer.
    #[prop(into)]
    answer: Signal<Option<Arc<Answer>>>,
    /// The columns to show, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// Whether the rows are seen to answer another question than the one on the screen.
    #[prop(into)]
    is_foreign: Signal<bool>,
    /// The page's foot, where the bar of the selected stands.
    foot: NodeRef<html::Div>,
) -> impl IntoView {
    let settings = expect_context::<Settings>();
    let seen = expect_context::<Seen>();
    let navigation = expect_context::<Navigation>();
    let selection = expect_context::<Selection>();
    let toast = expect_context::<Toast>();
    let customers = expect_context::<Customers>();
    let views = expect_context::<Views>();
    let screen = expect_context::<Screen>();
    let options = expect_context::<Options>();
    let question = expect_context::<Question>();
    let export = expect_context::<Export>();
    let operator = expect_context::<OperatorNotes>();
    let words = settings.words();
    // What fails leaves rows in which there is nothing to find for the question on the screen.
    let own_answer = move || answer.get().filter(|_| is_busy.get() || !is_foreign.get());
    let today = expect_context::<Today>();
    let dates = Signal::derive(move || Dates { today: today.get(), are_exact: settings.exact_dates.get() });
    let find = Find::new(Signal::derive(own_answer), available);
    let is_changed = Callback::new(move |at: AnswerIndex| {
        answer.with_untracked(|answer| {
            let seen =
                |answer: &Arc<Answer>| Some(seen.is_changed(answer.page.customers.get(at)?, answer.stamp));
            answer.as_ref().and_then(seen).unwrap_or_default()
        })
    });
    let remembered = expect_context::<Remembered>();
    let is_opened = Callback::new(move |at: AnswerIndex| {
        let id = answer.with_untracked(|answer| answer.as_ref()?.page.customers.get(at)?.id.clone());
        id.is_some_and(|id| remembered.contains(&id))
    });
    let only = expect_context::<OnlyRows>();
    let alone = Memo::new(move |_| answer.with(|answer| only_rows(answer.as_ref(), only)));
    let found = Signal::derive(move || find.found().or_else(|| alone.get()));
    let grouped = Grouped::new(answer, available, found);
    let rows = Signal::derive(move || {
        let answer = answer.get();
        Rows {
            stamp: answer.as_ref().map_or(0, |answer| answer.stamp),
            list_key: answer.as_ref().map_or(0, |answer| answer.list_key),
            scroll_position: answer.as_ref().map(|answer| answer.scroll_position).unwrap_or_default(),
            page: answer.map_or_else(|| Arc::new(NoRows::default()) as _, |answer| answer as _),
            only: found.get(),
            groups: grouped.rows(),
            dates: dates.get(),
            is_changed,
            is_opened,
        }
    });
    let sort = Memo::new(move |_| navigation.query().with(|query| query.sort.clone()));
    let picked = selection.picked();
    let has_picked = Memo::new(move |_| picked.with(|picked| !picked.is_empty()));
    let menu_asked: RwSignal<Option<MenuRequest>> = RwSignal::new(None);
    let opened = Opened::new(answer, rows);
    let call_run = expect_context::<CallRunState>();
    let called = RwSignal::new(None);
    let list = List {
        answer,
        call_run,
        called,
        unnamed: RwSignal::new(None),
        selection,
        question,
        customers,
        views,
        toast,
        settings,
        navigation,
        options,
        export,
        operator,
        fields: expect_context(),
        available,
        rows,
        columns,
        opened,
    };
    let actions = TableActions {
        pick: Callback::new(move |pick| list.pick(pick)),
        open: Callback::new(move |row| list.open(row)),
        fold: Callback::new(move |row| grouped.fold(row)),
        run: Callback::new(move |heading| call_run.asked().set(Some(RunStart::Group(heading)))),
        lay_out: Callback::new(move |change| list.lay_out(change)),
        menu: Callback::new(move |request: MenuRequest| {
            if request.place.customer().is_none() || !list.refuses() {
                menu_asked.set(Some(request));
            }
        }),
        copied: Callback::new(move |place| {
            let copied = list.copied(place);
            if copied.is_some() {
                let count = selection.picked().with_untracked(|picked| picked.len());
                toast.show(if count > 0 { rows_copied(count, words) } else { words.copied.to_owned() });
            }
            copied
        }),
        scrolled: Callback::new(move |scrolled: ScrolledTo| {
            // It is no place in the list that is asked for.
            if list.is_foreign() {
                return;
            }
            navigation.note_scroll_position(scrolled.scroll_position);
            if scrolled.is_near_end {
                customers.prefetch_next();
            }
        }),
    };
    // Whoever is open lies over whoever is called.
    let current =
        Signal::derive(move || if opened.is_open().get() { opened.row.get() } else { called.get() });
    let sort_href = Callback::new(move |id| navigation.href(Change::SortBy(id)));
    // A card folds away what is not among the chosen columns, so it can hold them all.
    let card_columns = Signal::derive(move || {
        let is_default = navigation.query().with(|query| query.columns == ColumnChoice::Default)
            && views.layout().with(|layout| layout.columns.is_none());
        if is_default {
            available.with(|all| all.iter().filter(|it| !it.is_computed()).cloned().collect())
        } else {
            columns.get()
        }
    });
    let is_menu_asked = Signal::derive(move || menu_asked.with(Option::is_some));
    let turns = use_context::<Turns>();
    let is_shown = Signal::derive(move || turns.is_none_or(Turns::are_over));
    let rows_view = move || {
        if screen.is_phone.get() {
            view! { <CustomerCards rows columns=card_columns is_busy is_foreign is_shown actions customer_url=operator.customer_url.get_value() words /> }
                .into_any()
        } else {
            let first = use_context::<FirstTablePlace>().and_then(FirstTablePlace::take);
            view! {
                <CustomerTable
                    rows
                    columns
                    layout=views.layout()
                    picked
                    current
                    sort
                    catalog=options.catalog()
                    href=sort_href
                    is_busy
                    is_foreign
                    actions
                    is_shown
                    first
                    words
                />
                {once(is_menu_asked, move || lazy_views::context_menu(list, menu_asked))}
            }
            .into_any()
        }
    };
    // In the place of the pager's left half: it lies on no row.
    let selection_bar = move || {
        let place = foot.get().filter(|_| has_picked.get())?;
        Some(view! { <Portal mount=place>{lazy_views::selection_bar(list)}</Portal> })
    };
    let is_called_through = Signal::derive(move || {
        call_run.run().with(Option::is_some) || call_run.asked().with(Option::is_some)
    });
    let alone_note = move || {
        let count = alone.with(|alone| alone.as_ref().map(|alone| alone.len()))?;
        let answer = answer.get()?;
        let name = only.of(&answer)?.name;
        let (count, all) = (count.to_string(), answer.page.customers.len().to_string());
        Some(view! {
            <p class="list-note list-note--plain" role="status" data-testid="only-rows">
                {fill(words.overview_alone, &[&name, &all, &count])}
                <button type="button" class="button button--quiet" data-testid="only-rows-end" on:click=move |_| only.show_all()>{words.overview_end}</button>
            </p>
        })
    };
    let is_overview = expect_context::<Tools>().is_open(Tool::Overview);
    view! {
        {find.bar()}
        {alone_note}
        <div class="workspace">
            <div
                class="workspace__rows"
                on:click:capture=move |event| list.stop(&event)
                on:auxclick:capture=move |event| list.stop(&event)
                on:dblclick:capture=move |event| list.stop(&event)
                on:contextmenu:capture=move |event| list.stop(&event)
                on:dragstart:capture=move |event| list.stop(&event)
                on:copy:capture=move |event| list.stop(&event)
            >
                {rows_view}
            </div>
            {selection_bar}
            {opened.preview(available, dates)}
            {once(is_overview, move || lazy_views::overview(list))}
            {once(is_called_through, move || lazy_views::calling_through(list))}
        </div>
    }
}

/// What the list's actions work on.
#[derive(Clone, Copy)]
pub struct List {
    /// The last good answer.
    answer: Signal<Option<Arc<Answer>>>,
    call_run: CallRunState,
    /// The row of the customer who is called.
    called: RwSignal<Option<usize>>,
    /// Whose next follow-up is to go into a calendar, while it is asked whether under the name.
    unnamed: RwSignal<Option<(Customer, NextFollowUp)>>,
    selection: Selection,
    question: Question,
    customers: Customers,
    views: Views,
    toast: Toast,
    settings: Settings,
    navigation: Navigation,
    options: Options,
    export: Export,
    operator: OperatorNotes,
    fields: Fields,
    /// All columns that can be shown.
    available: Signal<Arc<[ColumnView]>>,
    rows: Signal<Rows>,
    columns: Signal<Arc<[ColumnView]>>,
    opened: Opened,
}

impl List {
    fn words(self) -> &'static Words {
        self.settings.words()
    }

    fn pick(self, pick: Pick) {
        if pick != Pick::Nobody && self.refuses() {
            return;
        }
        let selection = self.selection;
        self.rows.with_untracked(|rows| {
            let columns = &(*rows.page).as_ref().columns;
            let set = |rows: &mut dyn Iterator<Item = usize>, is_on| {
                self.rows.with_untracked(|all| {
                    selection.set(rows.filter_map(|row| all.customer(row)), columns, is_on);
                });
            };
            match pick {
                Pick::Toggle(row) => {
                    let Some(customer) = rows.customer(row) else { return };
                    if customer.id.is_none() {
                        return self.toast.show(self.words().no_row_id.to_owned());
                    }
                    let is_on = !selection.picked().with_untracked(|all| all.contains(customer));
                    set(&mut std::iter::once(row), is_on);
                }
                Pick::Reach { from, before, to } => {
                    set(&mut reach(from, before), false);
                    set(&mut reach(from, to), true);
                }
                Pick::Group(heading) => {
                    let rows_of =
                        || (heading + 1..rows.count()).take_while(|row| rows.source(*row).is_some());
                    let is_picked = |row: usize| {
                        rows.customer(row)
                            .is_some_and(|it| selection.picked().with_untracked(|all| all.contains(it)))
                    };
                    let is_on = !rows_of().all(is_picked);
                    set(&mut rows_of(), is_on);
                }
                Pick::All(is_on) => set(&mut (0..rows.count()), is_on),
                Pick::Nobody => selection.clear(),
            }
        });
    }

    fn open(self, row: usize) {
        if self.refuses() {
            return;
        }
        // In a run a click goes to that customer.
        let id = self.rows.with_untracked(|rows| rows.customer(row)?.id.clone());
        if !self.opened.is_open().get_untracked() && id.is_some_and(|id| self.call_run.go_to(&id)) {
            return;
        }
        self.opened.open(row);
    }

    fn lay_out(self, change: crate::layout::LayoutChange) {
        let given = self.rows.with_untracked(|rows| (*rows.page).as_ref().columns.clone());
        let facts = ColumnFacts::missing_of(&self.available.read_untracked());
        self.views.lay_out(change, &given, &facts);
    }

    /// What copying takes: the selected rows or, where none are, the cell.
    fn copied(self, place: Place) -> Option<Copied> {
        if self.refuses() {
            return None;
        }
        if self.selection.picked().with_untracked(|picked| !picked.is_empty()) {
            return Some(self.copied_rows(false));
        }
        self.copied_cell(place)
    }

    fn copied_cell(self, place: Place) -> Option<Copied> {
        let words = self.words();
        let text = self.rows.with_untracked(|rows| {
            self.columns.with_untracked(|columns| {
                let column = columns.get(place.column)?;
                let Some(row) = place.customer() else { return Some(column.title.clone()) };
                let view = cell_view(rows.customer(row)?, column, Dates::exact(rows.dates.today), words);
                Some(cell_text(&view, words))
            })
        })?;
        Some(copied(&[vec![text]]))
    }

    /// The selected rows in the columns that are shown, those from other pages too.
    fn copied_rows(self, with_titles: bool) -> Copied {
        let (today, words, lang) = (today(), self.words(), self.settings.language());
        let layout = self.views.layout().get_untracked();
        let choice = self.navigation.query().with_untracked(|query| query.columns.clone());
        let shown = self.columns.get_untracked();
        let facts = ColumnFacts { fields: self.fields.catalog().get_untracked(), ..ColumnFacts::default() };
        let mut texts = Vec::new();
        if with_titles {
            texts.push(shown.iter().map(|column| column.title.clone()).collect());
        }
        self.selection.picked().with_untracked(|all| {
            for picked in all.iter() {
                let own = columns(&picked.columns, &choice, &layout, &facts, lang);
                // Another tab of the list may give other columns: each title keeps its own.
                let aligned: Vec<ColumnView> = shown
                    .iter()
                    .map(|column| {
                        let found = own.iter().find(|it| it.id == column.id).cloned();
                        found.unwrap_or_else(|| ColumnView { at: usize::MAX, ..column.clone() })
                    })
                    .collect();
                texts.push(row_texts(&picked.customer, &aligned, today, words));
            }
        });
        copied(&texts)
    }
}

#[derive(Default)]
struct NoRows(CustomerPage);

impl AsRef<CustomerPage> for NoRows {
    fn as_ref(&self) -> &CustomerPage {
        &self.0
    }
}
