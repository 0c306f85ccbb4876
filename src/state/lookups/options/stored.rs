//! What is kept of the options for a day: names of choices, colleagues and departments, nothing of a
//! customer.
use super::decide::base_for_change;
use crate::api::rate_limiter::Millis;
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
    /// Label, value, note and depth of each.
    pub options: Vec<(String, i64, String, u8)>,
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
