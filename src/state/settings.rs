use super::storage::{self, Key};
use crate::i18n::{Lang, Words};
use crate::json::or_default;
use crate::model::PageSize;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the user chose for this device. It holds nothing of any customer.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Rows a page where the address does not say.
    pub per_page: RwSignal<PageSize>,
    /// Whether single signs are keys: `/` and `?`. Who speaks to the machine may want them off.
    pub single_keys: RwSignal<bool>,
    /// Whether old rows are asked for again by themselves while the page is seen.
    pub auto_refresh: RwSignal<bool>,
    /// What a click on a number does; `None` leaves it to the device.
    pub phones: RwSignal<Option<PhoneClick>>,
    /// Whether the sign of the installed page says how many customers are due.
    pub badge: RwSignal<bool>,
    /// Whether dates are written in full, and not as seen from today.
    pub exact_dates: RwSignal<bool>,
    /// Whether a customer's name may stand in a file for a calendar; `None` until somebody was asked.
    pub calendar_names: RwSignal<Option<bool>>,
    /// Whether follow-ups come without a click while one calls through, when calls are to spare.
    pub history_in_run: RwSignal<bool>,
}

/// What a click on a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneClick {
    /// It calls.
    Call,
    /// It copies what is shown.
    Copy,
}

impl PhoneClick {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Call, Self::Copy];

    /// The word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Copy => "copy",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word that is stored and that style sheets know.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// As it is stored; each part may be missing.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(deserialize_with = "or_default")]
    lang: Option<String>,
    #[serde(deserialize_with = "or_default")]
    theme: Option<String>,
    #[serde(deserialize_with = "or_default")]
    per_page: Option<u16>,
    #[serde(deserialize_with = "or_default")]
    single_keys: Option<bool>,
    #[serde(deserialize_with = "or_default")]
    auto_refresh: Option<bool>,
    #[serde(deserialize_with = "or_default")]
    phones: Option<String>,
    #[serde(deserialize_with = "or_default")]
    badge: Option<bool>,
    #[serde(deserialize_with = "or_default")]
    exact_dates: Option<bool>,
    #[serde(deserialize_with = "or_default")]
    calendar_names: Option<bool>,
    #[serde(deserialize_with = "or_default")]
    history_in_run: Option<bool>,
}

/// Rows a page, as they were chosen last.
pub(super) fn kept_size() -> PageSize {
    stored().size()
}

/// Whether dates were to be written in full, for rows that are drawn before there is any state.
pub fn has_exact_dates() -> bool {
    stored().exact_dates.unwrap_or(false)
}

fn stored() -> Stored {
    storage::read(storage::local(), Key::Settings).unwrap_or_default()
}

impl Stored {
    fn size(&self) -> PageSize {
        self.per_page.and_then(PageSize::asked).unwrap_or(PageSize::DEFAULT)
    }
}

impl Settings {
    /// Reads what was chosen before; for the language the browser's own comes next, then `locale`.
    pub(super) fn read(locale: Option<&str>) -> Self {
        let stored = stored();
        let browser = window().navigator().language();
        let tags = [stored.lang.as_deref(), browser.as_deref(), locale];
        let lang = tags.into_iter().flatten().find_map(Lang::from_tag).unwrap_or_default();
        let theme = Theme::ALL.into_iter().find(|theme| stored.theme.as_deref() == Some(theme.as_str()));
        let is_it = |it: &PhoneClick| stored.phones.as_deref() == Some(it.as_str());
        let phones = PhoneClick::ALL.into_iter().find(is_it);
        let settings = Self {
            lang: RwSignal::new(lang),
            theme: RwSignal::new(theme.unwrap_or_default()),
            per_page: RwSignal::new(stored.size()),
            single_keys: RwSignal::new(stored.single_keys.unwrap_or(true)),
            auto_refresh: RwSignal::new(stored.auto_refresh.unwrap_or(false)),
            phones: RwSignal::new(phones),
            badge: RwSignal::new(stored.badge.unwrap_or(false)),
            exact_dates: RwSignal::new(stored.exact_dates.unwrap_or(false)),
            calendar_names: RwSignal::new(stored.calendar_names),
            history_in_run: RwSignal::new(stored.history_in_run.unwrap_or(false)),
        };
        settings.show_on_root(stored.lang.is_some());
        settings
    }

    /// The present language. The page is drawn anew when it changes, so nobody needs to track it.
    pub fn language(self) -> Lang {
        self.lang.get_untracked()
    }

    /// The words of the present language.
    pub fn words(self) -> &'static Words {
        self.language().words()
    }

    /// What a click on a number does: a phone calls, and a desk copies, unless the user wants otherwise.
    pub fn phone_click(self) -> PhoneClick {
        self.phones.get().unwrap_or_else(|| {
            let is_finger = window().match_media("(pointer: coarse)").ok().flatten();
            if is_finger.is_some_and(|it| it.matches()) { PhoneClick::Call } else { PhoneClick::Copy }
        })
    }

    /// All that is kept, but for language and theme.
    fn choices(self) -> Stored {
        Stored {
            lang: None,
            theme: None,
            per_page: Some(self.per_page.get().get()),
            single_keys: Some(self.single_keys.get()),
            auto_refresh: Some(self.auto_refresh.get()),
            phones: self.phones.get().map(|it| it.as_str().to_owned()),
            badge: Some(self.badge.get()),
            exact_dates: Some(self.exact_dates.get()),
            calendar_names: self.calendar_names.get(),
            history_in_run: Some(self.history_in_run.get()),
        }
    }

    /// Keeps the choices and tells the root element, whenever one changes.
    fn show_on_root(self, has_chosen_lang: bool) {
        let has_chosen_lang = StoredValue::new(has_chosen_lang);
        Effect::watch(
            move || (self.lang.get(), self.theme.get(), self.choices()),
            move |(lang, theme, choices), before, _| {
                let is_other_lang = before.is_some_and(|(known, ..)| known != lang);
                if is_other_lang {
                    has_chosen_lang.set_value(true);
                }
                if before.is_some() {
                    let lang = has_chosen_lang.get_value().then(|| lang.tag().to_owned());
                    let theme = Some(theme.as_str().to_owned());
                    let stored = Stored { lang, theme, ..choices.clone() };
                    storage::write(storage::local(), Key::Settings, &stored);
                }
                if let Some(root) = document().document_element() {
                    let _ = root.set_attribute("lang", lang.tag());
                    let _ = root.set_attribute("data-theme", theme.as_str());
                }
                // The page says more, once it is there.
                if is_other_lang || before.is_none() {
                    document().set_title(&format!("Kehu {}", lang.words().app_title));
                }
            },
            true,
        );
    }
}
