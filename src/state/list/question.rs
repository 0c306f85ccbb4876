use crate::model::{Choice, PageSize};
use crate::query::Change;
use crate::state::{Customers, Fields, LoadState, Navigation, Options, Settings, Today};
use crate::view_model::{ActiveFilter, KnownNames, active_filters, foreign_text, question_text};
use leptos::prelude::*;

/// What is asked: how it is changed, and how it reads in words.
#[derive(Clone, Copy)]
pub struct Question {
    navigation: Navigation,
    customers: Customers,
    options: Options,
    fields: Fields,
    settings: Settings,
    today: Today,
}

impl Question {
    pub(crate) fn new(
        navigation: Navigation,
        customers: Customers,
        options: Options,
        fields: Fields,
        settings: Settings,
        today: Today,
    ) -> Self {
        Self { navigation, customers, options, fields, settings, today }
    }

    /// Makes a change; a chosen page size is remembered too.
    pub fn change(self, change: Change) {
        if let Change::PerPage { size, .. } = change {
            self.settings.per_page.set(size);
        }
        self.navigation.go(change);
    }

    /// Rows a page: what the address says, else what was chosen last.
    pub fn per_page(self) -> PageSize {
        self.navigation.query().with(|query| query.per_page).unwrap_or_else(|| self.settings.per_page.get())
    }

    /// What is asked, in words: whose customers, filters, order.
    pub fn text(self) -> String {
        let active = self.active_filters();
        let (fields, language) = (self.fields.catalog().get(), self.settings.language());
        self.navigation.query().with(|query| question_text(query, &active, &fields, language))
    }

    /// What the rows on the screen are, while they answer another question than the one on the screen.
    pub fn foreign_text(self) -> Option<String> {
        if !self.customers.is_foreign().get_untracked() {
            return None;
        }
        let (shown, asked) = self.customers.questions()?;
        Some(foreign_text(&shown, &asked, self.settings.words()))
    }

    /// The name behind a chosen value, as far as it is known without a call.
    pub fn choice_name(self, choice: Choice, value: i64) -> Option<String> {
        self.with_names(|names| names.name(choice, value))
    }

    /// Every filter that is on, in plain words.
    pub fn active_filters(self) -> Vec<ActiveFilter> {
        let catalog = self.options.catalog().get();
        let (fields, today, language) = (self.fields.catalog().get(), self.today, self.settings.language());
        self.navigation.query().with(|query| {
            self.with_names(|names| {
                active_filters(query, names, &catalog.search_fields, &fields, today.get(), language)
            })
        })
    }

    fn with_names<T>(self, read: impl FnOnce(&KnownNames<'_>) -> T) -> T {
        self.customers.state().with(|state| {
            let page = state.answer().map(|answer| answer.page.as_ref());
            read(&KnownNames { options: &|choice, id| self.options.name(choice, id), page })
        })
    }

    /// A link may choose a value whose name stands in no row and in no list that was asked for: that list
    /// is asked for once the rows are here, since a bare number says nothing.
    pub(crate) fn name_chosen_values(self) {
        Effect::new(move |_| {
            if !self.customers.state().with(|state| matches!(state, LoadState::Ready(_))) {
                return;
            }
            let filters = self.navigation.query().with(|query| query.filters.saved.clone());
            for choice in Choice::ALL {
                let is_nameless = |id| self.choice_name(choice, id).is_none();
                if filters.choices.get(choice).is_some_and(is_nameless) {
                    self.options.name_when_idle(choice);
                }
            }
        });
    }
}
