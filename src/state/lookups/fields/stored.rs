//! What is kept of the catalogue for a day: names of fields and the values to choose from, nothing of a
//! customer.
use super::super::options::decide::is_fresh;
use crate::api::rate_limiter::Millis;
use crate::model::{CustomField, FieldCatalog, FieldKind};
use crate::state::browser::clock::now_ms;
use crate::state::browser::storage::{self, Key};
use crate::state::session::kept_user_id;
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Whose it is, where that is known: not everybody may see every field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    at: Millis,
    fields: Vec<StoredField>,
}

/// Name, other name, title, group and type; whether it is switched on; its options.
type StoredField = ([String; 5], bool, Vec<(String, String)>);

impl Stored {
    /// What is kept at present.
    pub fn read() -> Self {
        storage::read(storage::local(), Key::Fields).unwrap_or_default()
    }

    /// The kept catalogue and when it was asked for, where it is this person's and less than a day old.
    pub fn fresh(user_id: Option<&str>) -> Option<(FieldCatalog, Millis)> {
        let stored = Self::read();
        if stored.user_id.as_deref() != user_id || !is_fresh(stored.at, now_ms()) {
            return None;
        }
        let field = |([name, column, title, group, kind], is_enabled, options): StoredField| {
            let (group, kind) = (group.into(), FieldKind::from_type(&kind));
            CustomField { name, column, title, group, kind, options, is_enabled }
        };
        Some((stored.fields.into_iter().map(field).collect(), stored.at))
    }

    /// Keeps a catalogue in the place of the one before.
    pub fn keep(user_id: Option<String>, catalog: &FieldCatalog, at: Millis) {
        let field = |field: &CustomField| {
            let CustomField { name, column, title, group, kind, options, is_enabled } = field.clone();
            ([name, column, title, group.to_string(), kind.as_type().to_owned()], is_enabled, options)
        };
        let stored = Self { user_id, at, fields: catalog.iter().map(field).collect() };
        storage::write(storage::local(), Key::Fields, &stored);
    }
}

/// The kept catalogue, for rows that are drawn before there is any state.
pub fn kept_fields() -> FieldCatalog {
    Stored::fresh(kept_user_id().as_deref()).map(|(catalog, _)| catalog).unwrap_or_default()
}
