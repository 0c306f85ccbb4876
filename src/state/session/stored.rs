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
        let Self { token, name, user_id, .. } = Self::parse(&storage::read_text(storage, Key::Session)?)?;
        Some(Self::new(token, name, user_id))
    }

    /// What a stored text says; it may be of an older Kehu, or anybody's.
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|it: &Self| is_usable_token(&it.token))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_out_of_whatever_is_stored_or_it_is_none() {
        let named = |user_id| Some(Session { name: Some("甲".to_owned()), ..Session::of("a", user_id) });
        for (text, expected) in [
            (r#"{"token":"a"}"#, Some(Session::of("a", None))),
            (r#"{"token":"a","name":"甲","user_id":"1","path":"/"}"#, named(Some("1"))),
            (r#"{"token":"a","name":null,"user_id":null}"#, Some(Session::of("a", None))),
            // Of an id only its text is taken; without it nobody is known to be the same person.
            (r#"{"token":"a","name":"甲","user_id":1}"#, named(None)),
            (r#"{"token":"a","name":"甲","user_id":{"id":1},"more":[]}"#, named(None)),
            // A name that is none is no session of ours.
            (r#"{"token":"a","name":1}"#, None),
            (r#"{"token":""}"#, None),
            (r#"{"token":"a b\n"}"#, None),
            (r#"{"token":1}"#, None),
            (r#"{"name":"甲"}"#, None),
            (r#"{"token":"a""#, None),
            (r#"["a"]"#, None),
            ("null", None),
            ("", None),
        ] {
            assert_eq!(Session::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn only_the_same_token_or_the_same_known_id_is_the_same_person() {
        for (one, other, expected) in [
            (("a", None), ("a", None), true),
            (("a", Some("1")), ("a", Some("2")), true),
            (("a", Some("1")), ("b", Some("1")), true),
            (("a", Some("1")), ("b", Some("2")), false),
            (("a", Some("1")), ("b", None), false),
            // Two of whom nobody knows who they are.
            (("a", None), ("b", None), false),
        ] {
            let (one, other) = (Session::of(one.0, one.1), Session::of(other.0, other.1));
            assert_eq!(one.is_of(&other), expected, "{one:?} {other:?}");
            assert_eq!(other.is_of(&one), expected, "{other:?} {one:?}");
        }
    }
}
