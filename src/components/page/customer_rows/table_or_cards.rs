//! The rows as a table or, on a phone, as cards.
use super::List;
use crate::components::page::phone_clicks::copy_number;
use crate::components::parts::lazy_view::once;
use crate::components::{
    CustomerCards, CustomerTable, FirstTablePlace, MenuRequest, PhoneButtons, TableActions, lazy_views,
};
use crate::query::{Change, ColumnChoice};
use leptos::prelude::*;

/// What the rows are at.
#[derive(Clone, Copy)]
pub(super) struct RowsStatus {
    /// Whether newer rows are on their way.
    pub is_busy: Signal<bool>,
    /// Whether the rows are seen to answer another question than the one on the screen.
    pub is_foreign: Signal<bool>,
    /// Whether they are shown: the page may still be made.
    pub is_shown: Signal<bool>,
}

impl List {
    pub(super) fn cards(
        self,
        RowsStatus { is_busy, is_foreign, is_shown }: RowsStatus,
        actions: TableActions,
    ) -> AnyView {
        let Self { navigation, views, available, columns, rows, answer, .. } = self;
        // A card folds away what is not among the chosen columns, so it can hold them all.
        let is_default = Memo::new(move |_| {
            navigation.query().with(|query| query.columns == ColumnChoice::Default)
                && views.layout().with(|layout| layout.columns.is_none())
        });
        let columns = Signal::derive(move || {
            if is_default.get() {
                available.with(|all| all.iter().filter(|it| !it.is_computed()).cloned().collect())
            } else {
                columns.get()
            }
        });
        // What these rows were asked by: what is asked now comes with rows of its own.
        let asked = Memo::new(move |_| {
            answer
                .with(|answer| answer.as_ref().map(|answer| answer.query.asked_columns()).unwrap_or_default())
        });
        let (customer_url, words) = (self.operator.customer_url.get_value(), self.words());
        view! { <CustomerCards rows columns is_busy is_foreign is_shown asked actions customer_url words /> }
            .into_any()
    }

    pub(super) fn table(
        self,
        RowsStatus { is_busy, is_foreign, is_shown }: RowsStatus,
        actions: TableActions,
        menu_asked: RwSignal<Option<MenuRequest>>,
    ) -> AnyView {
        let Self { navigation, opened, called, rows, columns, .. } = self;
        let sort = Memo::new(move |_| navigation.query().with(|query| query.sort.clone()));
        // Whoever is open lies over whoever is called.
        let current =
            Signal::derive(move || if opened.is_open().get() { opened.row.get() } else { called.get() });
        let href = Callback::new(move |id| navigation.href(Change::SortBy(id)));
        let is_menu_asked = Signal::derive(move || menu_asked.with(Option::is_some));
        let (toast, words) = (self.toast, self.words());
        let on_copy = Callback::new(move |number| copy_number(number, toast, words));
        let first = use_context::<FirstTablePlace>().and_then(FirstTablePlace::take);
        view! {
            <CustomerTable
                rows
                columns
                layout=self.views.layout()
                picked=self.selection.picked()
                current
                sort
                catalog=self.options.catalog()
                href
                is_busy
                is_foreign
                actions
                is_shown
                first
                words
            />
            <PhoneButtons rows is_foreign on_copy words />
            {once(is_menu_asked, move || lazy_views::context_menu(self, menu_asked))}
        }
        .into_any()
    }
}
