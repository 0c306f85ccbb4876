//! What is kept of the options for a day: names of choices, colleagues and departments, nothing of a
//! customer.
use super::decide::base_for_change;
use super::list::{ChoiceList, Extent, Rest, Way};
use crate::api::rate_limiter::Millis;
use crate::model::ChoiceOption;
use crate::state::browser::storage::{self, Key};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Default, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Whose they are, where that is known: not everybody may see every colleague.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    pub lists: BTreeMap<String, StoredList>,
    pub catalog: Option<StoredCatalog>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StoredList {
    pub at: Millis,
    pub options: Vec<StoredOption>,
    pub found: Vec<StoredOption>,
    pub extent: Extent,
    pub pages: u32,
    pub given: usize,
    pub way: Way,
}

/// Label, value, note, parent, depth, and whether it can be chosen.
type StoredOption = (String, i64, String, Option<i64>, u8, bool);

impl StoredList {
    /// What is kept of a list.
    pub fn of(list: &ChoiceList) -> Self {
        let kept = |options: &[ChoiceOption]| {
            let kept = |it: &ChoiceOption| {
                (it.label.clone(), it.value, it.note.clone(), it.parent, it.depth, it.is_usable)
            };
            options.iter().map(kept).collect()
        };
        Self {
            at: list.at,
            options: kept(&list.options),
            found: kept(&list.found),
            extent: list.extent,
            pages: list.pages,
            given: list.given,
            way: list.way,
        }
    }

    /// The list that was kept.
    pub fn list(self) -> ChoiceList {
        let options = |kept: Vec<StoredOption>| {
            let option = |(label, value, note, parent, depth, is_usable)| ChoiceOption {
                label,
                value,
                note,
                parent,
                depth,
                is_usable,
            };
            kept.into_iter().map(option).collect()
        };
        ChoiceList {
            options: options(self.options),
            found: options(self.found),
            extent: self.extent,
            rest: Rest::Idle,
            pages: self.pages,
            given: self.given,
            way: self.way,
            at: self.at,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct StoredCatalog {
    pub at: Millis,
    /// Column and title.
    pub sorts: Vec<(String, String)>,
    /// Name and label.
    pub fields: Vec<(String, String)>,
}

impl Stored {
    /// What is kept at present.
    pub fn read() -> Self {
        storage::read(storage::local(), Key::Options).unwrap_or_default()
    }

    /// Keeps it with a change, which may not be the only one: other tabs keep theirs in the same place.
    pub fn change(user_id: Option<String>, change: impl FnOnce(&mut Self)) {
        let mut stored = base_for_change(Self::read(), user_id);
        change(&mut stored);
        storage::write(storage::local(), Key::Options, &stored);
    }
}
