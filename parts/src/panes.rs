//! What stands beside the list, or covers a phone.
use crate::contents::{HOSTILE, LONG_WORD, TEXTS, texts};
use crate::customers::{EMPTY, all_columns, answer, customer_at, dates, today};
use crate::{Part, Room, State};
use kehu::components::{
    CallPane, Called, GroupNames, More, MoreState, OverviewPanel, OverviewScope, Preview, RunActions,
    ValueActions, Ways,
};
use kehu::config::Config;
use kehu::i18n::Lang;
use kehu::model::{CallMark, CallRun, CustomerId};
use kehu::overview::{Overview, overview};
use kehu::state::Screen;
use leptos::prelude::*;

/// The components of this file.
pub const PARTS: [Part; 3] = [
    Part { name: "Preview", show: previews },
    Part { name: "CallPane", show: call_panes },
    Part { name: "OverviewPanel", show: overviews },
];

/// The places of an ordinary customer, a long word, a long name and markup.
const SHOWN: [usize; 4] = [0, 1, 2, 3];

fn previews(lang: Lang) -> AnyView {
    let failed = MoreState::Failed(format!("{HOSTILE} {LONG_WORD}"));
    let more = [MoreState::Offered, failed, MoreState::Loading, MoreState::Done(3)];
    let texts = SHOWN.into_iter().zip(more).map(|(at, more)| (TEXTS[at].0, at, more));
    let empty = ("nothing but an id", EMPTY, MoreState::Hidden);
    let show = |(name, at, more): (&'static str, usize, MoreState)| {
        view! { <State name room=Room::Pane><div class="workspace">{preview(at, more, lang)}</div></State> }
    };
    texts.chain([empty]).map(show).collect_view().into_any()
}

fn preview(at: usize, more: MoreState, lang: Lang) -> AnyView {
    let ways = Ways { place: Some((at + 1, EMPTY + 1)), has_previous: at > 0, has_next: at < EMPTY };
    let url = r#"{ "customer_url": "https://example.com/customers/{id}" }"#;
    let more = More {
        state: Signal::stored(more),
        ask: Callback::new(|()| ()),
        loading: Callback::new(|()| "…".into_any()),
    };
    view! {
        <Preview
            customer=Signal::stored(customer_at(at))
            columns=Signal::stored(all_columns(lang))
            dates=Signal::stored(dates())
            ways=Signal::stored(ways)
            on_step=Callback::new(|_| ())
            on_close=Callback::new(|()| ())
            on_filter=Callback::new(|_| ())
            on_copy=Callback::new(|_| ())
            customer_url=Config::read(url).0.customer_url
            more
            words=lang.words()
        />
    }
    .into_any()
}

/// A run through everybody who is made up, at this place.
fn run(at: usize, is_over: bool) -> Option<CallRun> {
    let mut run = CallRun::new(answer().customers.iter().filter_map(|customer| customer.id.clone()))?;
    let ids = run.order().to_vec();
    // The last ones were not called.
    let marks = [CallMark::Later, CallMark::Reached, CallMark::Later, CallMark::Later, CallMark::NoAnswer];
    for (id, mark) in ids.iter().zip(marks) {
        run.set_mark(id.clone(), Some(mark));
    }
    run.go_to(ids.get(at)?);
    if is_over {
        run.end();
    }
    Some(run)
}

fn run_actions() -> RunActions {
    let act = Callback::new(|()| ());
    RunActions {
        step: Callback::new(|_| ()),
        mark: Callback::new(|_| ()),
        end: act,
        close: act,
        again: act,
        go_to: Callback::new(|_| ()),
        retry: act,
        copy: act,
        value: ValueActions { on_filter: Callback::new(|_| ()), on_copy: Callback::new(|_| ()) },
    }
}

fn call_panes(lang: Lang) -> AnyView {
    let here =
        |at| customer_at(at).map_or(Called::Coming, |customer| Called::Here(customer, all_columns(lang)));
    let texts = SHOWN.map(|at| (TEXTS[at].0, run(at, false), here(at)));
    let others = [
        ("the customer is on the way", run(5, false), Called::Coming),
        ("could not be had", run(6, false), Called::Failed(format!("{HOSTILE} {LONG_WORD}"))),
        ("the last one, nothing but an id", run(EMPTY, false), here(EMPTY)),
        ("over", run(0, true), Called::Coming),
    ];
    let show = |(name, run, called): (&'static str, Option<CallRun>, Called)| {
        view! { <State name room=Room::Pane><div class="workspace">{call_pane(run, called, lang)}</div></State> }
    };
    texts.into_iter().chain(others).map(show).collect_view().into_any()
}

fn call_pane(run: Option<CallRun>, called: Called, lang: Lang) -> AnyView {
    let is_last = run.as_ref().is_some_and(|run| !run.has(true));
    let is_turning = called == Called::Coming;
    let words = lang.words();
    let name_of = Callback::new(move |id: CustomerId| {
        let page = answer();
        let customer = page.customers.iter().find(|it| it.id.as_ref() == Some(&id));
        let name = customer.map(|it| it.name.clone()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| words.unnamed.to_owned())
    });
    view! {
        <CallPane
            run=Signal::stored(run)
            called=Signal::stored(called)
            is_turning=Signal::stored(is_turning)
            is_last=Signal::stored(is_last)
            name_of
            dates=Callback::new(|()| dates())
            actions=run_actions()
            words
        />
    }
    .into_any()
}

fn overviews(lang: Lang) -> AnyView {
    let page = answer();
    let rows: Vec<_> = page.customers.indices().zip(page.customers.iter()).collect();
    let counted = overview(&rows, &all_columns(lang), today(), lang.words());
    let screen = expect_context::<Screen>();
    let states = [
        ("of the loaded rows", counted.clone(), None, false),
        ("of all, on a phone", counted, Some("10:20".to_owned()), true),
        ("nothing to count", Overview { missing: texts(), ..Overview::default() }, None, false),
    ];
    let show = |(name, counted, read_at, is_sheet): (&'static str, Overview, Option<String>, bool)| {
        let has_whole = read_at.is_some();
        let scope = OverviewScope {
            read_at: Signal::stored(read_at),
            has_whole: Signal::stored(has_whole),
            is_whole_wanted: RwSignal::new(true),
        };
        let act = Callback::new(|()| ());
        let group_names =
            GroupNames { known: Signal::stored(None), is_asking: Signal::stored(false), on_ask: act };
        view! {
            <State name room=Room::Pane>
                <div class="workspace">
                    <OverviewPanel title=Signal::stored("已载入的 9 个客户".to_owned()) scope group_names
                        counted=Signal::stored(counted) chosen=Signal::stored(String::new())
                        is_sheet=Signal::derive(move || is_sheet || screen.is_phone.get()) href=Callback::new(|_| "#OverviewPanel".to_owned())
                        on_only=Callback::new(|_| ()) on_all=act on_leave=act on_close=act words=lang.words() />
                </div>
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}
