//! What the page says of itself.
use crate::contents::{HOSTILE, LONG_WORD, TEXTS, texts};
use crate::{Part, Room, State};
use kehu::api::transport::Client;
use kehu::components::{ColumnDrift, Companies, ErrorNotice, LinkNotice, NewVersionNotice};
use kehu::config::Config;
use kehu::i18n::Lang;
use kehu::model::{Company, CompanyId};
use kehu::state::Calls;
use kehu::view_model::ProblemView;
use leptos::prelude::*;

/// The components of this file.
pub const PARTS: [Part; 5] = [
    Part { name: "ErrorNotice", show: error_notices },
    Part { name: "LinkNotice", show: link_notices },
    Part { name: "ColumnDrift", show: drifts },
    Part { name: "NewVersionNotice", show: new_version },
    Part { name: "Companies", show: companies },
];

fn error_notices(lang: Lang) -> AnyView {
    let words = lang.words();
    let of = |text: &str| ProblemView {
        text: text.to_owned(),
        advice: words.error_kept.to_owned(),
        for_admin: Some(text.to_owned()),
    };
    let without = [("without rows", TEXTS[0].1, false), ("without rows, a long word", LONG_WORD, false)];
    let below = TEXTS.map(|(name, text)| (name, text, true));
    let show = |(name, text, has_rows): (&'static str, &'static str, bool)| {
        let retry = Callback::new(|()| ());
        let (problem, foreign, plain) =
            (of(text), None::<String>, has_rows.then(|| "#ErrorNotice".to_owned()));
        view! {
            <State name room=Room::Line><ErrorNotice problem has_rows foreign retry plain words /></State>
        }
    };
    without.into_iter().chain(below).map(show).collect_view().into_any()
}

fn link_notices(lang: Lang) -> AnyView {
    let (close, words) = (Callback::new(|()| ()), lang.words());
    let show = |(name, text): (&'static str, &'static str)| {
        view! { <State name room=Room::Line><LinkNotice text=text.to_owned() close words /></State> }
    };
    TEXTS.into_iter().map(show).collect_view().into_any()
}

fn drifts(lang: Lang) -> AnyView {
    let (on_close, words) = (Callback::new(|()| ()), lang.words());
    let states = [
        ("one came", vec!["预算".to_owned()], Vec::new()),
        ("one is gone", Vec::new(), vec!["预算".to_owned()]),
        ("many with odd titles", texts(), texts()),
    ];
    let show = |(name, came, gone): (&'static str, Vec<String>, Vec<String>)| {
        view! { <State name room=Room::Line><ColumnDrift came gone on_close words /></State> }
    };
    states.into_iter().map(show).collect_view().into_any()
}

fn new_version(lang: Lang) -> AnyView {
    let (act, words) = (Callback::new(|()| ()), lang.words());
    view! { <State name="rest" room=Room::Line><NewVersionNotice reload=act close=act words /></State> }
        .into_any()
}

fn companies(lang: Lang) -> AnyView {
    let words = lang.words();
    // Whoever waits asks for how long; no call is made here.
    let config = Config::default();
    let limit = config.requests_per_10s;
    provide_context(Calls::new(Client::new(config), limit));
    let company = |name: String| Company { id: CompanyId::Text(name.clone()), name };
    let states = [
        ("two", vec!["上海晨光".to_owned(), "苏州晨光".to_owned()], false),
        ("busy", vec![LONG_WORD.to_owned(), HOSTILE.to_owned()], true),
        ("all texts", texts(), false),
    ];
    let show = |(name, names, is_busy): (&'static str, Vec<String>, bool)| {
        let companies: Vec<_> = names.into_iter().map(company).collect();
        let (on_choose, on_back) = (Callback::new(|_| ()), Callback::new(|()| ()));
        view! {
            <State name room=Room::Pair>
                <div class="sign-in"><Companies companies on_choose on_back is_busy=Signal::stored(is_busy) words /></div>
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}
