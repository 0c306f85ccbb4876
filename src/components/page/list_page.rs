use super::foot::Foot;
use super::list_main::ListMain;
use super::loaded::Loaded;
use super::overlays::Overlays;
use super::{open_view, phone_clicks, print_list, put_away, shortcuts};
use crate::components::page::list_focus::focus_list;
use crate::components::page::notices::empty_title;
use crate::components::parts::adopted_style::adopt_system_colours;
use crate::components::parts::lazy_view::{Turns, in_turn, once};
use crate::components::{FilterBar, FilterChips, Header, LinkNotice, config_notice, lazy_views};
use crate::i18n::{Words, fill};
use crate::model::ColumnId;
use crate::state::{
    BuiltIns, Customers, Fields, KnownColumns, LoadState, Navigation, OperatorNotes, PrivacyBlur, Question,
    Screen, SessionState, Settings, Toast, Views, idle,
};
use crate::view_model::{ActiveFilter, ColumnFacts, column_title, link_notice};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// The customer list: header, filters, rows, pager, and whatever has to be said in between.
#[component]
pub fn ListPage() -> impl IntoView {
    let (settings, navigation) = (expect_context::<Settings>(), expect_context::<Navigation>());
    let (session, question) = (expect_context::<SessionState>(), expect_context::<Question>());
    let (views, blur) = (expect_context::<Views>(), expect_context::<PrivacyBlur>());
    let words = settings.words();
    adopt_system_colours();
    let loaded = Loaded::follow();
    let href = Callback::new(move |change| navigation.href(change));
    let on_change = Callback::new(move |change| question.change(change));
    let on_layout = Callback::new(move |change| {
        let given = loaded.given.get_untracked().unwrap_or_default();
        let facts = ColumnFacts::missing_of(&loaded.available.read_untracked());
        views.lay_out(change, &given, &facts);
    });
    let filters = Memo::new(move |_| question.active_filters());
    // In a line of its own each filter says itself that it is on.
    let is_narrow = expect_context::<Screen>().is_narrow;
    let chips = Memo::new(move |_| if is_narrow.get() { filters.get() } else { Vec::new() });
    let tab = Memo::new(move |_| navigation.query().with(|query| query.filters.saved.tab));
    let built_ins = expect_context::<BuiltIns>();
    open_view::name_page(session, views, built_ins, tab, words);
    let keys_open = RwSignal::new(false);
    let on_keys = Callback::new(move |()| {
        // A menu that is open would lie over the sheet.
        if let Ok(Some(menu)) = document().query_selector("#account-menu:popover-open") {
            let _ = menu.unchecked_into::<web_sys::HtmlElement>().hide_popover();
        }
        keys_open.set(true);
    });
    let page = NodeRef::<html::Div>::new();
    listen(page, loaded, keys_open, words);
    let wanted = RwSignal::new(None);
    let on_open = Callback::new(move |place| wanted.set(Some(place)));
    let filter_bar = move || {
        view! { <FilterBar available=loaded.available shown=loaded.columns active=filters wanted on_change on_layout /> }
            .into_any()
    };
    let turns = use_context::<Turns>();
    let is_coming = move || turns.is_some_and(|turns| !turns.are_over());
    // Whoever sees rows can turn the page: the pager is never later than they are, and comes in the very
    // moment in which that of the first rows goes.
    let is_idle = idle();
    let has_foot = Signal::derive(move || !is_coming() && (is_idle.get() || loaded.has_rows.get()));
    let foot = move || view! { <Foot loaded href on_change words /> }.into_any();
    let foot_place = NodeRef::<html::Div>::new();
    view! {
        <div node_ref=page class="page" class=("page--coming", is_coming) class=("page--veiled", move || blur.is_on())>
            <a class="skip" href="#list" on:click=move |event| {
                // The fragment is the view: only the focus moves.
                event.prevent_default();
                focus_list();
            }>{words.skip_to_list}</a>
            <Header tab built_ins href session settings on_keys words />
            {config_notice(expect_context::<OperatorNotes>(), settings)}
            {left_out_notice(navigation, words)}
            {in_turn(filter_bar)}
            {column_drift(settings)}
            <FilterChips filters=chips on_open on_change words />
            <ListMain loaded filters foot=foot_place href on_change words />
            <div node_ref=foot_place class="foot">{once(has_foot, foot)}</div>
            <p class="unseen" role="status" aria-live="polite">{spoken(loaded, filters, words)}</p>
            <Overlays loaded on_layout keys_open words />
        </div>
    }
}

/// What is heard by the page as a whole: keys, clicks on numbers, printing, a session that ends.
fn listen(page: NodeRef<html::Div>, loaded: Loaded, keys_open: RwSignal<bool>, words: &'static Words) {
    let (session, settings) = (expect_context::<SessionState>(), expect_context::<Settings>());
    let (customers, toast) = (expect_context::<Customers>(), expect_context::<Toast>());
    put_away::put_away(page, Signal::derive(move || session.over().with(Option::is_some)));
    print_list::listen(loaded.answer.into(), loaded.columns.into(), loaded.available.into());
    shortcuts::listen(settings, customers, expect_context::<PrivacyBlur>(), keys_open);
    shortcuts::listen_to_palette(expect_context());
    shortcuts::listen_to_undo(expect_context(), toast, settings);
    phone_clicks::listen(settings, toast);
    open_view::listen(expect_context(), expect_context(), expect_context());
    Effect::new(move |_| {
        let end = customers.end();
        if let Some(page) = end.get() {
            end.set(None);
            toast.show(fill(words.was_last_page, &[&page.to_string()]));
        }
    });
}

/// Says that the endpoint gives other columns than before, until somebody has read it.
fn column_drift(settings: Settings) -> impl Fn() -> Option<AnyView> {
    let (known_columns, fields) = (expect_context::<KnownColumns>(), expect_context::<Fields>());
    move || {
        known_columns.news().get().map(|drift| {
            let titles = |ids: &[ColumnId]| {
                let fields = fields.catalog().get();
                let title =
                    |id: &ColumnId| column_title(id.as_str(), &fields, settings.language()).to_owned();
                ids.iter().map(title).collect::<Vec<_>>()
            };
            let on_close = Callback::new(move |()| known_columns.read());
            lazy_views::column_drift(titles(&drift.came), titles(&drift.gone), on_close, settings.words())
        })
    }
}

/// Says which parts of a link were not understood.
fn left_out_notice(navigation: Navigation, words: &'static Words) -> impl Fn() -> Option<AnyView> {
    move || {
        let left_out = navigation.left_out();
        let text = left_out.with(|names| (!names.is_empty()).then(|| link_notice(names, words)))?;
        let close = Callback::new(move |()| left_out.set(Vec::new()));
        Some(view! { <LinkNotice text close words /> }.into_any())
    }
}

/// What a screen reader says of the rows. Nothing is said while others are asked for, so that as many rows
/// as before are said once more.
fn spoken(loaded: Loaded, filters: Memo<Vec<ActiveFilter>>, words: &'static Words) -> impl Fn() -> String {
    let customers = expect_context::<Customers>();
    let (state, is_foreign) = (customers.state(), customers.is_foreign());
    move || {
        state.with(|state| match state {
            LoadState::Loading(_) if loaded.is_waiting.get() => words.loading.to_owned(),
            LoadState::Loading(_) if is_foreign.get() => String::new(),
            LoadState::Loading(Some(answer)) | LoadState::Ready(answer) => {
                let page = answer.query.page;
                match answer.page.customers.len() {
                    0 => empty_title(page, filters.with(Vec::is_empty), words),
                    count => fill(words.loaded_rows, &[&page.to_string(), &count.to_string()]),
                }
            }
            _ => String::new(),
        })
    }
}
