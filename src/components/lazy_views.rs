//! The views that nobody needs for the first rows: their code is fetched when one is first shown. What
//! is said when there is no network is not among them, nor is the way out.
use super::*;
use crate::components::parts::lazy_view::split_view;
use crate::config::{CustomerUrl, FollowUpUse};
use crate::i18n::Words;
use crate::layout::{Layout, LayoutChange};
use crate::model::{Choice, ColumnId, Customer};
use crate::query::{Change, Date, RangeField, SavedFilters};
use crate::state::Answer;
use crate::view_model::{ActiveFilter, ColumnView, Copied, Dates};
use leptos::prelude::*;
use std::sync::Arc;

split_view! {
    pub(crate) fn column_card(
        available: Signal<Arc<[ColumnView]>>,
        shown: Signal<Arc<[ColumnView]>>,
        layout: Signal<Layout>,
        group: Signal<Option<ColumnId>>,
        on_change: Callback<LayoutChange>,
        on_group: Callback<Option<ColumnId>>,
        words: &'static Words,
    ) {
        view! { <menus::column_chooser::Card available shown layout group on_change on_group words /> }
            .into_any()
    }
}

split_view! {
    pub(crate) fn preview(
        customer: Signal<Option<Arc<Customer>>>,
        columns: Signal<Arc<[ColumnView]>>,
        dates: Signal<Dates>,
        ways: Signal<Ways>,
        on_step: Callback<bool>,
        on_close: Callback<()>,
        on_filter: Callback<Change>,
        on_copy: Callback<Copied>,
        customer_url: Option<CustomerUrl>,
        more: More,
        follow_ups: FollowUpUse,
        words: &'static Words,
    ) {
        let id = Memo::new(move |_| customer.with(|it| it.as_ref()?.id.clone()));
        let can_write = follow_ups == FollowUpUse::Write;
        let follow_ups = follow_ups
            .is_on()
            .then(|| Callback::new(move |()| follow_ups::panel(id.into(), can_write, None, Signal::stored(false), words)));
        view! { <Preview customer columns dates ways on_step on_close on_filter on_copy customer_url more follow_ups words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn views_card(card: menus::views_menu::Card) {
        menus::views_menu::content(card)
    }
}

split_view! {
    pub(crate) fn export_dialog(
        answer: Signal<Option<Arc<Answer>>>,
        columns: Signal<Arc<[ColumnView]>>,
        available: Signal<Arc<[ColumnView]>>,
        words: &'static Words,
    ) {
        view! { <ExportDialog answer columns available words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn export_panel(words: &'static Words) {
        view! { <ExportPanel words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn keys_sheet(
        is_open: RwSignal<bool>,
        single_keys: Signal<bool>,
        on_single_keys: Callback<bool>,
        words: &'static Words,
    ) {
        view! { <KeysSheet is_open single_keys on_single_keys words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn context_menu(list: page::customer_rows::List, asked: RwSignal<Option<MenuRequest>>) {
        list.context_menu(asked)
    }
}

split_view! {
    pub(crate) fn choice_card(
        choice: Choice,
        value: Signal<Option<i64>>,
        pick: Callback<Option<i64>>,
        words: &'static Words,
    ) {
        view! { <filters::choice_filter::Card choice value pick words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn days_card(
        field: RangeField,
        filters: Signal<SavedFilters>,
        today: Callback<(), Date>,
        send: Callback<Change>,
        on_change: Callback<Change>,
        words: &'static Words,
    ) {
        filters::date_filter::card(field, filters, today, send, on_change, words)
    }
}

split_view! {
    pub(crate) fn find_bar(find: page::customer_rows::Find) {
        find.content()
    }
}

split_view! {
    pub(crate) fn column_drift(
        came: Vec<String>,
        gone: Vec<String>,
        on_close: Callback<()>,
        words: &'static Words,
    ) {
        view! { <ColumnDrift came gone on_close words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn calling_through(list: page::customer_rows::List) {
        list.calling_through()
    }
}

split_view! {
    pub(crate) fn selection_bar(list: page::customer_rows::List, text: Memo<String>) {
        list.selection_bar(text)
    }
}

split_view! {
    pub(crate) fn owner_check(words: &'static Words) {
        view! { <OwnerCheckSheet words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn relax(filters: Signal<Vec<ActiveFilter>>, href: Callback<Change, String>, words: &'static Words) {
        view! { <RelaxResults filters href words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn share(words: &'static Words) {
        view! { <ShareSheet words /> }.into_any()
    }
}

split_view! {
    pub(crate) fn overview(list: page::customer_rows::List) {
        list.overview()
    }
}

split_view! {
    pub(crate) fn palette(page: PalettePage, words: &'static Words) {
        view! { <PaletteSheet page words /> }.into_any()
    }
}
