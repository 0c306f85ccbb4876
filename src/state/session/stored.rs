//! The session as it is kept: in this tab or, if the user wants it, on this device.
use crate::api::is_usable_token;
use crate::json::or_default;
use crate::state::browser::storage::{self, Key};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// The contract names `token`, the rest is ours.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Session {
    pub token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who it is; nobody knows of a token that was just pasted.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// At the root of a host the key has no folder in it: `start/keys.js` tells by this whose it is.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    path: Option<&'static str>,
}

impl Session {
    pub fn new(token: String, name: Option<String>, user_id: Option<String>) -> Self {
        Self { token, name, user_id, path: (storage::folder() == "/").then_some("/") }
    }

    /// A session for tests, where there is no page whose folder could be asked for.
    #[cfg(test)]
    pub fn of(token: &str, user_id: Option<&str>) -> Self {
        Self { token: token.to_owned(), name: None, user_id: user_id.map(str::to_owned), path: None }
    }

    /// The one that is kept there, if its token can be sent.
    fn read(storage: Option<Storage>) -> Option<Self> {
        let Self { token, name, user_id, .. } = storage::read(storage, Key::Session)?;
        is_usable_token(&token).then(|| Self::new(token, name, user_id))
    }

    /// That of this tab, else of this device.
    pub fn found() -> Option<Self> {
        Self::read(storage::session()).or_else(Self::on_device)
    }

    /// That of this device.
    pub fn on_device() -> Option<Self> {
        Self::read(storage::local())
    }

    /// Whether it is the same person's for sure.
    pub fn is_of(&self, other: &Self) -> bool {
        self.token == other.token || self.user_id.is_some() && self.user_id == other.user_id
    }

    /// Keeps it on this device, or until the tab is closed. Another tab's session on the device stays.
    pub fn keep(&self, on_device: bool) {
        if on_device {
            storage::remove(storage::session(), Key::Session);
        }
        let storage = if on_device { storage::local() } else { storage::session() };
        storage::write(storage, Key::Session, self);
    }

    /// Keeps what has become known of it, where its token is kept and nowhere else.
    pub fn keep_in_place(&self) {
        for storage in [storage::session(), storage::local()] {
            let kept = Self::read(storage.clone());
            if kept.is_some_and(|kept| kept.token == self.token) {
                storage::write(storage, Key::Session, self);
            }
        }
    }

    /// Whether its token is kept.
    pub fn is_kept(&self) -> bool {
        [storage::session(), storage::local()].into_iter().any(|storage| {
            let kept = Self::read(storage);
            kept.is_some_and(|kept| kept.token == self.token)
        })
    }

    /// Forgets a token, and none that came after it.
    pub fn forget(token: &str) {
        for storage in [storage::session(), storage::local()] {
            let kept = Self::read(storage.clone());
            if kept.is_some_and(|kept| kept.token == token) {
                storage::remove(storage, Key::Session);
            }
        }
    }

    /// Forgets whatever is kept.
    pub fn forget_all() {
        storage::remove(storage::local(), Key::Session);
        storage::remove(storage::session(), Key::Session);
    }
}
