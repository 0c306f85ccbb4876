use super::Days;
use crate::model::ChoiceValues;
use time::Date;

/// Whose customers: the tabs above the list (`tab_type`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// 全部: the parameter is absent.
    #[default]
    All,
    /// 我负责的.
    My,
    /// 下属负责的.
    Sub,
    /// 公共.
    Common,
    /// 我协作的.
    Assist,
}

impl Tab {
    /// All tabs in their order on the screen.
    pub const ALL: [Self; 5] = [Self::All, Self::My, Self::Sub, Self::Common, Self::Assist];

    /// The endpoint's word; `all` is this page's own for the absent parameter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::My => "my",
            Self::Sub => "sub",
            Self::Common => "common",
            Self::Assist => "assist",
        }
    }
}

/// A date of a customer that can be asked for as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RangeField {
    /// 创建时间.
    Created,
    /// 更新时间.
    Updated,
    /// 实际跟进时间.
    RealRevisit,
    /// 下次跟进时间.
    RevisitRemind,
}

impl RangeField {
    /// All of them, in the order of the filter bar.
    pub const ALL: [Self; 4] = [Self::Created, Self::RealRevisit, Self::RevisitRemind, Self::Updated];

    /// The endpoint's name, without the brackets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created_at",
            Self::Updated => "updated_at",
            Self::RealRevisit => "real_revisit_at",
            Self::RevisitRemind => "revisit_remind_at",
        }
    }

    /// The key of a pair: the name with the brackets of a Rails list.
    pub fn key(self) -> &'static str {
        match self {
            Self::Created => "created_at[]",
            Self::Updated => "updated_at[]",
            Self::RealRevisit => "real_revisit_at[]",
            Self::RevisitRemind => "revisit_remind_at[]",
        }
    }
}

/// When the customer was last followed up: the endpoint takes one day or a range, never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RealRevisit {
    /// One day.
    Day(Date),
    /// From a day to a day.
    Range(Days),
}

/// Everything that narrows the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// What is searched for.
    pub search: Search,
    /// All others: those that a saved view may hold.
    pub saved: SavedFilters,
}

/// What is searched for, and where. It may be a phone number or a customer's name, so it is never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Search {
    /// `query`: the words searched for; empty for none.
    pub words: String,
    /// `custom_field_name`: the field they are searched in; empty leaves it to the endpoint.
    pub field: String,
}

/// The filters that a saved view may hold. There is no place for search words among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SavedFilters {
    /// `tab_type`.
    pub tab: Tab,
    /// The filters with options, each by its [key](crate::model::Choice::key).
    pub choices: ChoiceValues,
    /// `product_id`.
    pub product: Option<i64>,
    /// `created_at[]`, or `created_at` where it is a preset.
    pub created: Option<Days>,
    /// `updated_at[]`, or `updated_at` where it is a preset.
    pub updated: Option<Days>,
    /// `real_revisit_at[]`, or `real_revisit_at` where it is a preset or one day.
    pub real_revisit: Option<RealRevisit>,
    /// `revisit_remind_at[]`, or `revisit_remind_at` where it is a preset.
    pub revisit_remind: Option<Days>,
}

impl Filters {
    /// The same filters, each preset as the days that it means today: what the endpoint is asked, and
    /// what an answer is remembered by.
    pub fn on(&self, today: Date) -> Self {
        Self { search: self.search.clone(), saved: self.saved.on(today) }
    }

    /// How many filters are on, the tab left out: it is a place of its own.
    pub fn count(&self) -> usize {
        usize::from(!self.search.words.is_empty()) + self.saved.count()
    }
}

impl SavedFilters {
    /// The chosen days of a date.
    pub fn days(&self, field: RangeField) -> Option<Days> {
        match field {
            RangeField::Created => self.created,
            RangeField::Updated => self.updated,
            RangeField::RealRevisit => match self.real_revisit {
                Some(RealRevisit::Range(days)) => Some(days),
                Some(RealRevisit::Day(_)) | None => None,
            },
            RangeField::RevisitRemind => self.revisit_remind,
        }
    }

    /// Chooses the days of a date, or none. The one day of actual follow-up goes when a range comes and
    /// stays when there is none.
    pub fn set_days(&mut self, field: RangeField, days: Option<Days>) {
        match (field, days) {
            (RangeField::Created, days) => self.created = days,
            (RangeField::Updated, days) => self.updated = days,
            (RangeField::RevisitRemind, days) => self.revisit_remind = days,
            (RangeField::RealRevisit, Some(days)) => self.real_revisit = Some(RealRevisit::Range(days)),
            (RangeField::RealRevisit, None) if self.real_revisit_day().is_some() => {}
            (RangeField::RealRevisit, None) => self.real_revisit = None,
        }
    }

    /// The chosen day of actual follow-up.
    pub fn real_revisit_day(&self) -> Option<Date> {
        match self.real_revisit {
            Some(RealRevisit::Day(day)) => Some(day),
            Some(RealRevisit::Range(_)) | None => None,
        }
    }

    /// Chooses a day of actual follow-up, or none. A range goes when a day comes and stays when there is
    /// none.
    pub fn set_real_revisit_day(&mut self, day: Option<Date>) {
        match (day, self.real_revisit) {
            (Some(day), _) => self.real_revisit = Some(RealRevisit::Day(day)),
            (None, Some(RealRevisit::Day(_))) => self.real_revisit = None,
            (None, _) => {}
        }
    }

    /// The same filters, each preset as the days that it means today.
    pub fn on(&self, today: Date) -> Self {
        let mut filters = self.clone();
        for field in RangeField::ALL {
            filters.set_days(field, self.days(field).map(|days| Days::Fixed(days.on(today))));
        }
        filters
    }

    /// Whether any of the days stay the same tomorrow.
    pub fn has_fixed_days(&self) -> bool {
        let is_fixed = |field| matches!(self.days(field), Some(Days::Fixed(_)));
        self.real_revisit_day().is_some() || RangeField::ALL.into_iter().any(is_fixed)
    }

    /// How many filters are on, the tab left out: it is a place of its own.
    pub fn count(&self) -> usize {
        let ranges = RangeField::ALL.iter().filter(|field| self.days(**field).is_some());
        self.choices.count()
            + ranges.count()
            + usize::from(self.product.is_some())
            + usize::from(self.real_revisit_day().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::DateRange;

    #[test]
    fn a_day_of_follow_up_is_a_fixed_day_and_stays_when_a_range_is_taken_away() {
        let mut filters = SavedFilters::default();
        assert!(!filters.has_fixed_days());
        filters.set_real_revisit_day(Some(Date::MIN));
        assert!(filters.has_fixed_days());
        filters.set_days(RangeField::RealRevisit, None);
        assert_eq!(filters.real_revisit_day(), Some(Date::MIN));
        filters.set_real_revisit_day(None);
        assert!(!filters.has_fixed_days());
    }

    #[test]
    fn a_range_of_follow_up_can_be_taken_away() {
        let mut filters = SavedFilters::default();
        filters.set_days(
            RangeField::RealRevisit,
            Some(Days::Fixed(DateRange { from: Some(Date::MIN), to: None })),
        );
        filters.set_days(RangeField::RealRevisit, None);
        assert_eq!(filters.real_revisit, None);
    }
}
