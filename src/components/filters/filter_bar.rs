use crate::components::parts::lazy_view::at_leisure;
use crate::components::{
    ColumnChooser, ContinueButton, ExportButton, FilterLine, GroupBy, Icon, IconName, RunButton, SearchBox,
    SearchField, SortMenu, ViewsMenu, choice_filter, date_filter, more_filters,
};
use crate::i18n::fill;
use crate::layout::LayoutChange;
use crate::model::ColumnId;
use crate::query::{Change, SavedFilters};
use crate::state::{Back, Fields, Navigation, Options, Screen, Settings, Views};
use crate::view_model::{ActiveFilter, ColumnView, FilterPlace, search_fields, sort_title};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;

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
    let (is_sheet_open, set_sheet) = signal(false);
    back.closes(is_sheet_open, move || set_sheet.set(false));
    // The focus goes with the sheet: to its button when it opens, back to the bar when it closes.
    let (opener, closer) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    Effect::watch(
        move || is_sheet_open.get(),
        move |is_open, _, _| {
            let button = if *is_open { closer } else { opener };
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        },
        false,
    );
    Effect::new(move |_| {
        let Some(place) = wanted.get() else { return };
        wanted.set(None);
        // The button is only there where the filters stand on a sheet, which has to be shown before a card.
        let has_sheet = opener.get_untracked().is_some_and(|opener| opener.offset_width() > 0);
        if has_sheet && place != FilterPlace::Search {
            set_sheet.set(true);
            request_animation_frame(move || {
                show(place);
            });
        } else {
            show(place);
        }
    });
    let pressed = move |event: ev::KeyboardEvent| {
        // A list of values that is open over the sheet is closed first, by the browser.
        let is_over = document().query_selector(":popover-open").ok().flatten().is_some();
        if event.key() == "Escape" && !is_over {
            set_sheet.set(false);
        }
    };
    let sheet_button = move || {
        let count = filters.with(SavedFilters::count);
        if count == 0 { words.filters.to_owned() } else { fill(words.filters_on, &[&count.to_string()]) }
    };
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
    // A phone's search has all of its line for the words.
    let field_line = move || {
        is_phone.get().then(|| {
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
        })
    };
    // A phone has no card of columns.
    let group_line = move || {
        is_phone.get().then(|| {
            view! {
                <div class="filter filter-bar__field">
                    <span class="filter__name" aria-hidden="true">{words.group_by}</span>
                    <GroupBy available group on_group words />
                </div>
            }
        })
    };
    view! {
        <section class="filter-bar" class=("filter-bar--open", is_sheet_open) aria-label=words.filters>
            <SearchBox
                words_asked=Signal::derive(move || search.with(|search| search.words.clone()))
                field
                fields
                has_field=Signal::derive(move || !is_phone.get())
                on_change
                on_retype=Callback::new(move |change| navigation.replace(change))
                words
            />
            <button
                node_ref=opener
                type="button"
                class="button filter-bar__open"
                data-testid="open-filters"
                aria-expanded=move || is_sheet_open.get().to_string()
                aria-controls="filter-sheet"
                on:click=move |_| set_sheet.set(true)
            >
                <Icon name=IconName::Filter />
                {sheet_button}
            </button>
            <div class="filter-bar__sort">{at_leisure(sort_menu)}</div>
            <div
                node_ref=line
                id="filter-sheet"
                class="filter-bar__sheet"
                on:keydown=pressed
            >
                <div class="filter-bar__sheet-head">
                    <h2>{words.filters}</h2>
                    <button node_ref=closer type="button" class="button button--accent" data-testid="close-filters" on:click=move |_| set_sheet.set(false)>{words.done}</button>
                </div>
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

/// Opens the card in which a filter is set, or goes to its field.
fn show(place: FilterPlace) -> Option<()> {
    let card = |id: &str| document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlElement>().ok();
    let field = |name: &str| {
        let path = format!(".filter-bar input[name={name}]");
        document().query_selector(&path).ok()??.dyn_into::<web_sys::HtmlInputElement>().ok()
    };
    let is_hidden = |card: &web_sys::HtmlElement| {
        card.closest(&format!("#{}:not(:popover-open)", more_filters::CARD)).ok().flatten().is_some()
    };
    let card = |id: &str| {
        let it = card(id)?;
        // A card within one that is closed cannot be shown.
        if is_hidden(&it) {
            card(more_filters::CARD)?.show_popover().ok()?;
        }
        Some(it)
    };
    match place {
        FilterPlace::Choice(choice) => card(&choice_filter::card_id(choice))?.show_popover().ok(),
        FilterPlace::Days(date) => card(&date_filter::card_id(date))?.show_popover().ok(),
        FilterPlace::Search => field("query")?.focus().ok(),
        FilterPlace::Product => field("product")?.focus().ok(),
    }
}
