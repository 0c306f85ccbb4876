//! What the list's actions work on, and the actions of its rows.
use super::grouped::Grouped;
use super::opened::Opened;
use super::selected::rows_copied;
use crate::components::{MenuRequest, Rows, ScrolledTo, TableActions};
use crate::i18n::Words;
use crate::layout::LayoutChange;
use crate::model::Customer;
use crate::state::{
    Answer, CallRunState, Customers, Export, Fields, Navigation, OperatorNotes, Options, Question, RunStart,
    Selection, Settings, Toast, Views,
};
use crate::view_model::{ColumnFacts, ColumnView, NextFollowUp};
use leptos::prelude::*;
use std::sync::Arc;

/// What the list's actions work on.
#[derive(Clone, Copy)]
pub struct List {
    /// The last good answer.
    pub(super) answer: Signal<Option<Arc<Answer>>>,
    pub(super) call_run: CallRunState,
    /// The row of the customer who is called.
    pub(super) called: RwSignal<Option<usize>>,
    /// Whose next follow-up is to go into a calendar, while it is asked whether under the name.
    pub(super) unnamed: RwSignal<Option<(Customer, NextFollowUp)>>,
    pub(super) selection: Selection,
    pub(super) question: Question,
    pub(super) customers: Customers,
    pub(super) views: Views,
    pub(super) toast: Toast,
    pub(super) settings: Settings,
    pub(super) navigation: Navigation,
    pub(super) options: Options,
    pub(super) export: Export,
    pub(super) operator: OperatorNotes,
    pub(super) fields: Fields,
    /// All columns that can be shown.
    pub(super) available: Signal<Arc<[ColumnView]>>,
    pub(super) rows: Signal<Rows>,
    pub(super) columns: Signal<Arc<[ColumnView]>>,
    pub(super) opened: Opened,
}

impl List {
    pub(super) fn new(
        answer: Signal<Option<Arc<Answer>>>,
        rows: Signal<Rows>,
        columns: Signal<Arc<[ColumnView]>>,
        available: Signal<Arc<[ColumnView]>>,
        opened: Opened,
    ) -> Self {
        Self {
            answer,
            call_run: expect_context(),
            called: RwSignal::new(None),
            unnamed: RwSignal::new(None),
            selection: expect_context(),
            question: expect_context(),
            customers: expect_context(),
            views: expect_context(),
            toast: expect_context(),
            settings: expect_context(),
            navigation: expect_context(),
            options: expect_context(),
            export: expect_context(),
            operator: expect_context(),
            fields: expect_context(),
            available,
            rows,
            columns,
            opened,
        }
    }

    pub(super) fn words(self) -> &'static Words {
        self.settings.words()
    }

    /// What can be done in the rows; a menu that is asked for goes to `menu_asked`.
    pub(super) fn actions(self, grouped: Grouped, menu_asked: RwSignal<Option<MenuRequest>>) -> TableActions {
        let Self { call_run, selection, toast, navigation, customers, .. } = self;
        let words = self.words();
        TableActions {
            pick: Callback::new(move |pick| self.pick(pick)),
            open: Callback::new(move |row| self.open(row)),
            fold: Callback::new(move |row| grouped.fold(row)),
            run: Callback::new(move |heading| call_run.asked().set(Some(RunStart::Group(heading)))),
            lay_out: Callback::new(move |change| self.lay_out(change)),
            menu: Callback::new(move |request: MenuRequest| {
                if request.place.customer().is_none() || !self.refuses() {
                    menu_asked.set(Some(request));
                }
            }),
            copied: Callback::new(move |place| {
                let copied = self.copied(place);
                if copied.is_some() {
                    let count = selection.picked().with_untracked(|picked| picked.len());
                    toast.show(if count > 0 { rows_copied(count, words) } else { words.copied.to_owned() });
                }
                copied
            }),
            scrolled: Callback::new(move |scrolled: ScrolledTo| {
                // It is no place in the list that is asked for.
                if self.is_foreign() {
                    return;
                }
                navigation.note_scroll_position(scrolled.scroll_position);
                if scrolled.is_near_end {
                    customers.prefetch_next();
                }
            }),
        }
    }

    pub(super) fn open(self, row: usize) {
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

    pub(super) fn lay_out(self, change: LayoutChange) {
        let given = self.rows.with_untracked(|rows| (*rows.page).as_ref().columns.clone());
        let facts = ColumnFacts::missing_of(&self.available.read_untracked());
        self.views.lay_out(change, &given, &facts);
    }
}
