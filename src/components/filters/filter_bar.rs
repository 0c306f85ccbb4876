mod sheet;

use self::sheet::Sheet;
use crate::components::parts::lazy_view::at_leisure;
use crate::components::{
    ColumnChooser, ContinueButton, ExportButton, FilterLine, GroupBy, RunButton, SearchBox, SearchField,
    SortMenu, ViewsMenu,
};
use crate::i18n::Words;
use crate::layout::LayoutChange;
use crate::model::{self, ColumnId};
use crate::query::{Change, Search};
use crate::state::{Back, Fields, Navigation, Options, Screen, Settings, Views};
use crate::view_model::{ActiveFilter, ColumnView, FilterPlace, search_fields, sort_title};
use leptos::{html, prelude::*};
use std::sync::Arc;

/// Everything that narrows the list. On a wide screen it is a line; on a narrow one the search stays and all
/// else stands on a sheet behind one button, which covers a phone.
#[component]
pub fn FilterBar(
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// The columns that are shown.
    #[prop(into)]
    shown: Signal<Arc<[ColumnView]>>,
    /// The filters that are on.
    #[prop(into)]
    active: Signal<Vec<ActiveFilter>>,
    /// The filter that somebody wants to see where it is set.
    wanted: RwSignal<Option<FilterPlace>>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// Where changes of the table's look go.
    on_layout: Callback<LayoutChange>,
) -> impl IntoView {
    let settings = expect_context::<Settings>();
    let navigation = expect_context::<Navigation>();
    let options = expect_context::<Options>();
    let own_fields = expect_context::<Fields>().catalog();
    let back = expect_context::<Back>();
    let screen = expect_context::<Screen>();
    let views = expect_context::<Views>();
    let (lang, words) = (settings.language(), settings.words());
    let query = navigation.query();
    // Turning a page is no other filter.
    let filters = Memo::new(move |_| query.with(|query| query.filters.saved.clone()));
    let search = Memo::new(move |_| query.with(|query| query.filters.search.clone()));
    let fields = Signal::derive(move || {
        let present = search.with(|search| search.field.clone());
        options
            .catalog()
            .with(|catalog| search_fields(&catalog.search_fields, &own_fields.read(), &present, lang))
    });
    let sheet = Sheet::new();
    back.closes(sheet.is_open, move || sheet.is_open.set(false));
    sheet.lead_focus();
    Effect::new(move |_| {
        let Some(place) = wanted.get() else { return };
        wanted.set(None);
        sheet.show(place);
    });
    let title = Callback::new(move |id: ColumnId| {
        options.catalog().with(|catalog| sort_title(catalog, &own_fields.read(), &id, lang).to_owned())
    });
    let sort = Memo::new(move |_| query.with(|query| query.sort.clone()));
    let group = Memo::new(move |_| query.with(|query| query.group.clone()));
    let on_group = Callback::new(move |column| on_change.run(Change::Group(column)));
    let line = NodeRef::<html::Div>::new();
    let filter_line = move || view! { <FilterLine line filters active on_change words /> }.into_any();
    let sort_menu =
        move || view! { <SortMenu sort catalog=options.catalog() title on_change words /> }.into_any();
    let field = Signal::derive(move || search.with(|search| search.field.clone()));
    let is_phone = screen.is_phone;
    let field_line =
        move || is_phone.get().then(|| search_field_line(search, field, fields, on_change, words));
    // A phone has no card of columns.
    let group_line = move || is_phone.get().then(|| grouping(available, group, on_group, words));
    view! {
        <section class="filter-bar" class=("filter-bar--open", sheet.is_open) aria-label=words.filters>
            <SearchBox
                words_asked=Signal::derive(move || search.with(|search| search.words.clone()))
                field
                fields
                has_field=Signal::derive(move || !is_phone.get())
                on_change
                on_retype=Callback::new(move |change| navigation.replace(change))
                words
            />
            {sheet.open_button(filters, words)}
            <div class="filter-bar__sort">{at_leisure(sort_menu)}</div>
            <div
                node_ref=line
                id="filter-sheet"
                class="filter-bar__sheet"
                on:keydown=move |event| sheet.pressed(&event)
            >
                {sheet.head(words)}
                {at_leisure(filter_line)}
                {field_line}
                {group_line}
            </div>
            <div class="toolbar">
                <ContinueButton words />
                <RunButton words />
                <ViewsMenu views built_ins=expect_context() words />
                <ColumnChooser available shown layout=views.layout() group on_change=on_layout on_group words />
                <ExportButton words />
            </div>
        </section>
    }
}

/// Where the words are searched for, on the sheet: a phone's search has all of its line for the words.
fn search_field_line(
    search: Memo<Search>,
    field: Signal<String>,
    fields: Signal<Vec<model::SearchField>>,
    on_change: Callback<Change>,
    words: &'static Words,
) -> impl IntoView {
    let on_choose = Callback::new(move |field| {
        let words = search.with_untracked(|search| search.words.clone());
        on_change.run(Change::Search { words, field });
    });
    view! {
        <div class="filter filter-bar__field">
            <span class="filter__name" aria-hidden="true">{words.search_field}</span>
            <SearchField field fields on_choose words />
        </div>
    }
}

/// The column by which the rows stand in groups, on the sheet.
fn grouping(
    available: Signal<Arc<[ColumnView]>>,
    group: Memo<Option<ColumnId>>,
    on_group: Callback<Option<ColumnId>>,
    words: &'static Words,
) -> impl IntoView {
    view! {
        <div class="filter filter-bar__field">
            <span class="filter__name" aria-hidden="true">{words.group_by}</span>
            <GroupBy available group on_group words />
        </div>
    }
}
