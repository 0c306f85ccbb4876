use super::{phone_clicks, print_list, put_away, shortcuts};
use crate::components::page::list_focus::focus_list;
use crate::components::parts::lazy_view::{Turns, in_turn, once};
use crate::components::{
    CallMeter, CallStatus, CountLine, CustomerRows, EmptyNotice, ErrorNotice, FilterBar, FilterChips, Header,
    LinkNotice, Pager, Refresh, config_notice, lazy_views,
};
use crate::i18n::fill;
use crate::model::ColumnId;
use crate::query::Change;
use crate::state::{
    Answer, Back, Calls, Customers, Export, KnownColumns, LoadState, Navigation, OperatorNotes, PrivacyBlur,
    Question, SessionState, Settings, Toast, Views, idle, lasts,
};
use crate::view_model::{
    ColumnView, PagerView, available_columns, column_title, columns, link_notice, problem_view,
};
use leptos::{html, prelude::*};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Shorter waits are not seen as such.
const PATIENCE: Duration = Duration::from_millis(120);
/// Shorter ones end before a reader has looked: nothing is said of them, so that the rows need not wait
/// for a frame that only says that they are coming.
const BLINK: Duration = Duration::from_millis(50);

/// The customer list: header, filters, rows, pager, and whatever has to be said in between.
#[component]
pub fn ListPage() -> impl IntoView {
    let settings = expect_context::<Settings>();
    let navigation = expect_context::<Navigation>();
    let customers = expect_context::<Customers>();
    let question = expect_context::<Question>();
    let operator = expect_context::<OperatorNotes>();
    let views = expect_context::<Views>();
    let back = expect_context::<Back>();
    let session = expect_context::<SessionState>();
    let toast = expect_context::<Toast>();
    let known_columns = expect_context::<KnownColumns>();
    let export = expect_context::<Export>();
    let calls = expect_context::<Calls>();
    let blur = expect_context::<PrivacyBlur>();
    let (lang, words) = (settings.language(), settings.words());
    let query = navigation.query();
    let state = customers.state();
    let href = Callback::new(move |change| navigation.href(change));
    let on_change = Callback::new(move |change| question.change(change));
    let filters = Memo::new(move |_| question.active_filters());
    let tab = Memo::new(move |_| query.with(|query| query.filters.tab));
    let is_busy = Memo::new(move |_| state.with(|state| matches!(state, LoadState::Loading(_))));
    let (is_slow, is_waiting) = (lasts(is_busy, PATIENCE), lasts(is_busy, BLINK));
    // Nothing can be done with such rows from the first moment on; a quick answer takes them away before a
    // change of their look would be seen as anything but a flicker.
    let is_failed = Memo::new(move |_| state.with(|state| matches!(state, LoadState::Failed(..))));
    let is_foreign = Memo::new(move |_| customers.is_foreign().get() && (is_failed.get() || is_slow.get()));
    let answer = Memo::new_with_compare(
        move |_| state.with(|state| state.answer().cloned()),
        |a: Option<&Option<Arc<Answer>>>, b| stamp(a) != stamp(b),
    );
    // Nearly every answer has the same ones.
    let given_columns =
        Memo::new(move |_| answer.with(|answer| answer.as_ref().map(|answer| answer.page.columns.clone())));
    let shown_columns = Memo::new(move |_| {
        let choice = query.with(|query| query.columns.clone());
        let layout = views.layout().get();
        given_columns.with(|given| {
            given.as_ref().map(|given| columns(given, &choice, &layout, lang)).unwrap_or_default().into()
        })
    });
    let available = Memo::new(move |_| {
        let layout = views.layout().get();
        given_columns.with(|given| -> Arc<[ColumnView]> {
            given.as_ref().map(|given| available_columns(given, &layout, lang)).unwrap_or_default().into()
        })
    });
    let on_layout = Callback::new(move |change| {
        let given = given_columns.get_untracked().unwrap_or_default();
        views.lay_out(change, &given);
    });
    let keys_open = RwSignal::new(false);
    let on_keys = Callback::new(move |()| {
        // A menu that is open would lie over the sheet.
        if let Ok(Some(menu)) = document().query_selector("#account-menu:popover-open") {
            let _ = menu.unchecked_into::<web_sys::HtmlElement>().hide_popover();
        }
        keys_open.set(true);
    });
    back.closes(keys_open, move || keys_open.set(false));
    let page = NodeRef::<html::Div>::new();
    put_away::put_away(page, Signal::derive(move || session.over().with(Option::is_some)));
    print_list::listen(answer.into(), shown_columns.into());
    shortcuts::listen(settings, customers, blur, keys_open);
    phone_clicks::listen(settings, toast);
    let on_intent = Callback::new(move |()| customers.look_ahead());
    Effect::new(move |_| {
        let end = customers.end();
        if let Some(page) = end.get() {
            end.set(None);
            toast.show(fill(words.was_last_page, &[&page.to_string()]));
        }
    });
    let drift = move || {
        known_columns.news().get().map(|drift| {
            let titles = |ids: &[ColumnId]| {
                ids.iter().map(|id| column_title(id.as_str(), lang).to_owned()).collect::<Vec<_>>()
            };
            let on_close = Callback::new(move |()| known_columns.read());
            lazy_views::column_drift(titles(&drift.came), titles(&drift.gone), on_close, words)
        })
    };
    let pager = Memo::new(move |_| {
        let page = query.with(|query| query.page);
        let (is_busy, is_waiting) = (is_busy.get(), is_waiting.get());
        answer.with(|answer| match answer {
            Some(answer) => {
                let page = if is_busy && !is_waiting { answer.query.page } else { page };
                let follows = (!is_waiting && answer.query.page == page).then_some(answer.follows);
                PagerView::new(page, answer.seen, follows)
            }
            None => PagerView::new(page, 1, None),
        })
    });
    let row_count =
        Memo::new(move |_| answer.with(|answer| answer.as_ref().map(|answer| answer.page.customers.len())));
    let has_rows = Memo::new(move |_| row_count.get().is_some_and(|count| count > 0));
    let foot_place = NodeRef::<html::Div>::new();
    let list = move || {
        let rows = move || {
            has_rows
                .get()
                .then(|| view! { <CustomerRows answer columns=shown_columns available is_busy is_foreign foot=foot_place /> })
        };
        rows.into_any()
    };
    let error = move || {
        state.with(|state| match state {
            LoadState::Failed(problem, last) => {
                let has_rows = last.as_ref().is_some_and(|answer| !answer.page.customers.is_empty());
                let problem = problem_view(problem, words);
                let foreign = question.foreign_text();
                let retry = Callback::new(move |()| customers.ask_again());
                let plain = query.with(|query| query.is_narrowed()).then(|| href.run(Change::Plain));
                Some(view! { <ErrorNotice problem has_rows foreign retry plain words /> })
            }
            _ => None,
        })
    };
    let empty = move || {
        // It stays while the next answer is on its way, like rows do.
        let is_empty =
            state.with(|state| !matches!(state, LoadState::Failed(..))) && row_count.get() == Some(0);
        is_empty.then(|| {
            view! { <EmptyNotice filters=filters.get() page=query.with(|query| query.page) href on_change words /> }
        })
    };
    let first_load =
        move || (is_busy.get() && row_count.with(Option::is_none)).then(|| view! { <Skeleton /> });
    let spoken = move || {
        state.with(|state| match state {
            LoadState::Loading(_) if is_waiting.get() => words.loading.to_owned(),
            LoadState::Loading(Some(answer)) | LoadState::Ready(answer) => fill(
                words.loaded_rows,
                &[&answer.query.page.to_string(), &answer.page.customers.len().to_string()],
            ),
            _ => String::new(),
        })
    };
    let link_notice = move || {
        let left_out = navigation.left_out();
        left_out.with(|names| (!names.is_empty()).then(|| link_notice(names, words))).map(|text| {
            let close = Callback::new(move |()| left_out.set(Vec::new()));
            view! { <LinkNotice text close words /> }
        })
    };
    let is_offered = Signal::derive(move || export.offered().with(Option::is_some));
    back.closes(is_offered, move || export.offered().set(None));
    let export_dialog =
        once(is_offered, move || lazy_views::export_dialog(answer.into(), shown_columns.into(), words));
    let is_exporting = Signal::derive(move || export.job().with(|job| job.phase.is_some()));
    let export_panel = once(is_exporting, move || lazy_views::export_panel(words));
    let keys_sheet = once(keys_open, move || {
        let on_single_keys = Callback::new(move |is_on| settings.single_keys.set(is_on));
        lazy_views::keys_sheet(keys_open, settings.single_keys.into(), on_single_keys, words)
    });
    let foot = move || {
        view! {
            <Pager view=pager rows=row_count per_page=Signal::derive(move || question.per_page()) href on_change on_intent words>
                <CountLine answer words />
                <CallMeter meter=calls.meter() words />
                <Refresh words />
            </Pager>
        }
        .into_any()
    };
    let wanted = RwSignal::new(None);
    let on_open = Callback::new(move |place| wanted.set(Some(place)));
    let filter_bar =
        move || view! { <FilterBar available shown=shown_columns wanted on_change on_layout /> }.into_any();
    let turns = use_context::<Turns>();
    let is_coming = move || turns.is_some_and(|turns| !turns.are_over());
    // Whoever sees rows can turn the page: the pager is never later than they are, and comes in the very
    // moment in which that of the first rows goes.
    let is_idle = idle();
    let has_foot = Signal::derive(move || !is_coming() && (is_idle.get() || has_rows.get()));
    view! {
        <div node_ref=page class="page" class=("page--coming", is_coming) class=("page--veiled", move || blur.is_on())>
            <a class="skip" href="#list" on:click=move |event| {
                // The fragment is the view: only the focus moves.
                event.prevent_default();
                focus_list();
            }>{words.skip_to_list}</a>
            <Header tab href session=session settings=settings on_keys words />
            {config_notice(operator, settings)}
            {link_notice}
            {in_turn(filter_bar)}
            {drift}
            <FilterChips filters on_open on_change words />
            <main id="list" class="list" class=("list--foreign", is_foreign)>
                <div class="progress" class=("progress--on", is_slow)></div>
                <CallStatus words />
                {error}
                {first_load}
                {in_turn(list)}
                {empty}
            </main>
            <div node_ref=foot_place class="foot">{once(has_foot, foot)}</div>
            <p class="unseen" role="status" aria-live="polite">{spoken}</p>
            {export_dialog}
            {export_panel}
            {move || blur.is_on().then(|| view! {
                <button type="button" class="veil" data-testid="veil" on:click=move |_| blur.set(false)>
                    {words.veiled}
                    <small>{words.veiled_hint}</small>
                </button>
            })}
            <p class="said" role="status" data-testid="said">{toast.text()}</p>
            {keys_sheet}
        </div>
    }
}

/// Rows before there are any: the shape of what comes, so that nothing jumps.
#[component]
fn Skeleton() -> impl IntoView {
    let row =
        || view! { <div class="skeleton__row"><span></span><span></span><span></span><span></span></div> };
    view! { <div class="skeleton" aria-hidden="true">{(0..12).map(|_| row()).collect::<Vec<_>>()}</div> }
}

fn stamp(answer: Option<&Option<Arc<Answer>>>) -> Option<Option<u32>> {
    answer.map(|answer| answer.as_ref().map(|answer| answer.stamp))
}
