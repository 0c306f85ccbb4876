//! The joints between the pure rooms and the browser: signals, storage, the address bar, calls.
//! No markup and no formatting here.
mod blur;
mod browser;
mod calls;
mod export;
mod fingerprint;
mod first_call;
mod follow_ups;
mod list;
mod lookups;
mod only_rows;
mod operator;
mod owner_check;
mod relax;
mod run;
mod session;
mod settings;
mod toast;
mod tools;
mod undo_view;
mod views;

pub use blur::PrivacyBlur;
pub use browser::*;
pub use calls::{Calls, Meter};
pub use export::{Export, ExportJob, ExportOrder, WholeList};
pub use first_call::first_path;
pub use follow_ups::{FollowUps, History, HistoryCall};
pub use list::*;
pub use lookups::*;
pub use only_rows::{Only, OnlyRows};
pub use operator::OperatorNotes;
pub use owner_check::{Check, CheckPhase, OwnerCheck};
pub use relax::Relax;
pub use session::{Credentials, SessionState, SignedIn, is_session_kept};
pub use settings::{PhoneClick, Settings, Theme, has_exact_dates};
pub use toast::Toast;
pub use tools::{Tool, Tools};
pub use undo_view::UndoView;
pub use views::{ViewEntry, ViewImport, ViewNote, Views, first_look};

use crate::api::transport::Client;
use crate::config::Config;
use leptos::prelude::*;

/// Reads what `config.json` says and what the browser keeps, and hands out what signing in needs, each part as
/// a context of its own. Call it once, under an owner.
pub fn start_session(config: Option<&str>) {
    let (config, problem) = config.map_or_else(Default::default, Config::read);
    provide_context(OperatorNotes::new(&config, problem));
    provide_context(Settings::read(config.locale.as_deref()));
    let limit = config.requests_per_10s;
    let calls = Calls::new(Client::new(config), limit);
    provide_context(calls);
    provide_context(SessionState::read(calls));
    provide_context(NewVersion::watch());
}

/// Reads the address bar, begins to load, and hands out the rest of the state in the same way: a container
/// takes the two or three parts that it needs. Call it once, after [`start_session`]; `has_rows` says that the
/// first rows are on the screen already.
pub fn start(has_rows: bool) {
    let (settings, calls) = (expect_context::<Settings>(), expect_context::<Calls>());
    let (session, new_version) = (expect_context::<SessionState>(), expect_context::<NewVersion>());
    let navigation = Navigation::read();
    let today = Today::new();
    let screen = Screen::watch();
    let customers = Customers::load(calls, navigation, session, settings, today);
    let options = Options::new(calls, session, customers, has_rows);
    let fields = Fields::new(calls, session, customers);
    let selection = Selection::follow(customers);
    let counting = Counting::new(calls, session, customers, navigation, today);
    let export = Export::new(calls, session, customers, selection);
    export.tell_counts(counting);
    let question = Question::new(navigation, customers, options, fields, settings, today);
    question.name_chosen_values();
    place_popovers();
    provide_context(navigation);
    provide_context(today);
    provide_context(screen);
    provide_context(customers);
    provide_context(options);
    provide_context(fields);
    let details = Details::new(calls, session, customers);
    provide_context(details);
    let usage = expect_context::<OperatorNotes>().follow_ups;
    provide_context(FollowUps::new(calls, session, customers, details, usage));
    provide_context(selection);
    provide_context(Remembered::follow(customers, today));
    provide_context(CallRunState::follow(customers));
    provide_context(counting);
    provide_context(export);
    provide_context(question);
    provide_context(BuiltIns::follow(navigation, options, customers, settings, today));
    provide_context(Back::watch(navigation, screen));
    provide_context(Freshness::watch(customers, calls, settings, today));
    provide_context(Seen::follow(customers));
    provide_context(Toast::follow(customers));
    provide_context(Tools::follow(customers));
    provide_context(OnlyRows::follow(customers));
    provide_context(KnownColumns::follow(customers));
    provide_context(PrivacyBlur::watch());
    let views = Views::follow(navigation, customers, settings);
    views.begin_anew_after(session);
    first_call::keep_notes(navigation, session, settings, today, views);
    provide_context(UndoView::follow(navigation, views, customers));
    provide_context(views);
    Effect::new(move |_| {
        if customers.state().with(|state| matches!(state, LoadState::Ready(_) | LoadState::Failed(..))) {
            new_version.settle();
        }
    });
}
