//! The joints between the pure rooms and the browser: signals, storage, the address bar, calls.
//! No markup and no formatting here.
mod browser;
mod calls;
mod export;
mod list;
mod lookups;
mod session;
mod settings;
mod toast;
mod veil;
mod views;

pub use browser::*;
pub use calls::{Calls, Meter};
pub use export::{Export, ExportJob, ExportOrder};
pub use list::*;
pub use lookups::*;
pub use session::{Credentials, SessionState};
pub use settings::{PhoneClick, Settings, Theme};
pub use toast::Said;
pub use veil::Veil;
pub use views::{ViewEntry, ViewImport, ViewNote, Views, first_look};

use crate::api::rate_limiter::LEFT_FOR_CLICKS;
use crate::api::transport::Client;
use crate::config::{Config, ConfigProblem};
use crate::export::{EXPORT_PAGE, Plan, plan};
use crate::i18n::{Lang, Words};
use crate::model::{Choice, NextPage};
use crate::query::Change;
use crate::view_model::{ActiveFilter, KnownNames, active_filters, foreign_text, question_text};
use leptos::prelude::*;

/// All state of the page, handed to components as a context. It is made once, by [`Kehu::start`].
#[derive(Clone, Copy)]
pub struct Kehu {
    /// The question, as the address bar has it.
    pub navigation: Navigation,
    /// What is open over the list on a phone, for the browser's Back.
    pub back: Back,
    /// Who is signed in.
    pub session: SessionState,
    /// What the user chose for this device.
    pub settings: Settings,
    /// The present day in China.
    pub today: Today,
    /// The calls, and how many of them are left.
    pub calls: Calls,
    /// The answer, and how the loading of it stands.
    pub customers: Customers,
    /// How old the answer is.
    pub freshness: Freshness,
    /// Which customers have changed since they were seen.
    pub seen: Seen,
    /// What is said in passing.
    pub said: Said,
    /// The blur over the customers.
    pub veil: Veil,
    /// What can be chosen, sorted and searched.
    pub options: Options,
    /// How the table looks, and the saved views.
    pub views: Views,
    /// Whether the endpoint gives other columns than before.
    pub known_columns: KnownColumns,
    /// The selected customers.
    pub selection: Selection,
    /// The customers as a file.
    pub export: Export,
    /// How many customers there are.
    pub counting: Counting,
    /// The size of the screen.
    pub screen: Screen,
    /// Whether a newer version of the page can be used.
    pub new_version: NewVersion,
    /// The operator's line for the sign-in page.
    pub hint: StoredValue<Option<String>>,
    /// What was wrong with `config.json`; `None` once it was put aside.
    pub config_problem: RwSignal<Option<ConfigProblem>>,
}

impl Kehu {
    /// Reads storage and address bar and begins to load. Call it once, under an owner; `has_rows` says
    /// that the first rows are on the screen already.
    pub fn start(config: Config, problem: Option<ConfigProblem>, has_rows: bool) -> Self {
        let hint = config.hint.clone();
        let settings = Settings::read(config.locale.as_deref());
        let limit = config.requests_per_10s;
        let calls = Calls::new(Client::new(config), limit);
        let session = SessionState::read(calls);
        let navigation = Navigation::read();
        let today = Today::new();
        let customers = Customers::load(calls, navigation, session, settings, today);
        let options = Options::new(calls, session, customers, has_rows);
        let (seen, said, known_columns) = (Seen::new(), Said::new(), KnownColumns::follow(customers));
        Effect::new(move |_| {
            if customers.state().with(|state| matches!(state, LoadState::Idle)) {
                seen.clear();
                said.hush();
                known_columns.read();
            }
        });
        let selection = Selection::follow(customers);
        let screen = Screen::watch();
        let export = Export::new(calls, session, customers, selection);
        let counting = Counting::new(calls, session, customers, navigation, today);
        Effect::new(move |_| {
            export.job().with(|job| {
                if let Some(count) = job.proven() {
                    counting.note(&job.filters, count, job.report.when.1.clone());
                }
            });
        });
        place_popovers();
        let kehu = Self {
            navigation,
            back: Back::watch(navigation, screen),
            session,
            settings,
            today,
            calls,
            customers,
            freshness: Freshness::watch(customers, calls, settings, today),
            seen,
            said,
            veil: Veil::watch(),
            options,
            views: Views::follow(navigation, customers, settings),
            known_columns,
            export,
            counting,
            selection,
            screen,
            new_version: NewVersion::follow(customers, session),
            hint: StoredValue::new(hint),
            config_problem: RwSignal::new(problem),
        };
        kehu.name_chosen_values();
        kehu
    }

    /// A link may choose a value whose name stands in no row and in no list that was asked for: that list
    /// is asked for once the rows are here, since a bare number says nothing.
    fn name_chosen_values(self) {
        Effect::new(move |_| {
            if !self.customers.state().with(|state| matches!(state, LoadState::Ready(_))) {
                return;
            }
            let filters = self.navigation.query().with(|query| query.filters.clone());
            for choice in Choice::ALL {
                let is_nameless = |id| self.choice_name(choice, id).is_none();
                if filters.choice(choice).is_some_and(is_nameless) {
                    self.options.name_when_idle(choice);
                }
            }
        });
    }

    /// Makes a change; a chosen page size is remembered too.
    pub fn change(self, change: Change) {
        if let Change::PerPage { size, .. } = change {
            self.settings.per_page.set(size);
        }
        self.navigation.go(change);
    }

    /// Rows a page: what the address says, else what was chosen last.
    pub fn per_page(self) -> u16 {
        self.navigation.query().with(|query| query.per_page).unwrap_or_else(|| self.settings.per_page.get())
    }

    /// What an export of the whole list costs, as far as it is known: counted, read to the end, or
    /// at least the pages that were seen.
    pub fn export_plan(self) -> Plan {
        let limit = self.calls.meter().with(|meter| meter.limit as u32);
        let counted = match self.counting.state().get() {
            CountState::Found { count, .. } => Some(count),
            _ => None,
        };
        let (rows, is_exact) = self.customers.state().with(|state| match (counted, state.answer()) {
            (Some(count), _) => (count, true),
            (None, Some(answer)) => {
                let before = u64::from(answer.seen - 1) * u64::from(answer.per_page);
                let is_last = answer.seen == answer.query.page && answer.follows == NextPage::No;
                let rows = if is_last { answer.page.customers.len() as u64 } else { 1 };
                (before + rows, is_last)
            }
            (None, None) => (0, false),
        });
        plan(rows, is_exact, EXPORT_PAGE, limit, LEFT_FOR_CLICKS as u32)
    }

    /// What is asked, in words: whose customers, filters, order.
    pub fn question_text(self) -> String {
        let active = self.active_filters();
        self.navigation.query().with(|query| question_text(query, &active, self.lang()))
    }

    /// What the rows on the screen are, while they answer another question than the one on the screen.
    pub fn foreign_text(self) -> Option<String> {
        if !self.customers.is_foreign().get_untracked() {
            return None;
        }
        let (shown, asked) = self.customers.questions()?;
        Some(foreign_text(&shown, &asked, self.words()))
    }

    /// The name behind a chosen value, as far as it is known without a call.
    pub fn choice_name(self, choice: Choice, value: i64) -> Option<String> {
        self.with_names(|names| names.name(choice, value))
    }

    /// Every filter that is on, in plain words.
    pub fn active_filters(self) -> Vec<ActiveFilter> {
        let catalog = self.options.catalog().get();
        self.navigation.query().with(|query| {
            self.with_names(|names| {
                active_filters(query, names, &catalog.search_fields, self.today.get(), self.lang())
            })
        })
    }

    fn with_names<T>(self, read: impl FnOnce(&KnownNames<'_>) -> T) -> T {
        self.customers.state().with(|state| {
            let page = state.answer().map(|answer| answer.page.as_ref());
            read(&KnownNames { options: &|choice, id| self.options.name(choice, id), page })
        })
    }

    /// The state that [`Kehu::start`] made.
    pub fn get() -> Self {
        expect_context()
    }

    /// The present language. The page is drawn anew when it changes, so nobody needs to track it.
    pub fn lang(self) -> Lang {
        self.settings.lang.get_untracked()
    }

    /// The words of the present language.
    pub fn words(self) -> &'static Words {
        self.lang().words()
    }
}
