//! The browser's storage. It may be full, forbidden or hold anything: reading gives nothing then,
//! and writing is given up, since the page works without.
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::{Storage, StorageEvent};

/// Everything that the page keeps; what each is for stands in `docs/operators.md`. `start/keys.js` has
/// the names that the page's scripts need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Session,
    SignedOut,
    Settings,
    Options,
    Fields,
    Columns,
    Views,
    Looks,
    TeamViews,
    Calls,
    Stay,
    FirstCall,
    Run,
    Opened,
    Drafts,
}

impl Key {
    /// The name at the root of a host.
    fn plain(self) -> &'static str {
        match self {
            Self::Session => "kehu.session",
            Self::SignedOut => "kehu.signed_out",
            Self::Settings => "kehu.settings",
            Self::Options => "kehu.options",
            Self::Fields => "kehu.fields",
            Self::Columns => "kehu.columns",
            Self::Views => "kehu.views",
            Self::Looks => "kehu.looks",
            Self::TeamViews => "kehu.team_views",
            Self::Calls => "kehu.calls",
            Self::Stay => "kehu.stay",
            Self::FirstCall => "kehu.first_call",
            Self::Run => "kehu.run",
            Self::Opened => "kehu.opened",
            Self::Drafts => "kehu.drafts",
        }
    }

    fn name(self) -> String {
        own_name(self.plain())
    }

    /// Whether another tab has changed what is kept under this key.
    pub(crate) fn is_of(self, event: &StorageEvent) -> bool {
        event.key().is_some_and(|key| key == self.name())
    }
}

/// The folder that the page stands in; `/` is the root of its host.
pub(crate) fn folder() -> String {
    folder_of(&window().location().pathname().unwrap_or_default()).to_owned()
}

/// A name that only the Kehu of this folder has: all of a host share one storage and one set of locks,
/// and each may have a CRM of its own.
pub(crate) fn own_name(name: &str) -> String {
    name_in(name, &folder())
}

fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("/", |end| &path[..=end])
}

fn name_in(name: &str, folder: &str) -> String {
    if folder == "/" { name.to_owned() } else { [name, folder].join("@") }
}

/// Kept for this device.
pub(crate) fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Kept for this tab.
pub(crate) fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// What is kept under a key, or nothing if it is not what we once wrote.
pub(crate) fn read<T: DeserializeOwned>(storage: Option<Storage>, key: Key) -> Option<T> {
    serde_json::from_str(&read_text(storage, key)?).ok()
}

/// The text kept under a key.
pub(crate) fn read_text(storage: Option<Storage>, key: Key) -> Option<String> {
    storage?.get_item(&key.name()).ok()?
}

/// Keeps a text under a key, and tells whether the browser did so.
pub(crate) fn write_text(storage: Option<Storage>, key: Key, text: &str) -> bool {
    storage.is_some_and(|storage| storage.set_item(&key.name(), text).is_ok())
}

/// Keeps a value under a key, and tells whether the browser did so.
pub(crate) fn write<T: Serialize>(storage: Option<Storage>, key: Key, value: &T) -> bool {
    serde_json::to_string(value).is_ok_and(|text| write_text(storage, key, &text))
}

/// Forgets a key.
pub(crate) fn remove(storage: Option<Storage>, key: Key) {
    if let Some(storage) = storage {
        let _ = storage.remove_item(&key.name());
    }
}

/// Forgets what this tab keeps of customers for a reload: somebody else may come.
pub(crate) fn forget_customers() {
    for key in [Key::Run, Key::Opened, Key::Drafts] {
        remove(session(), key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_root_names_are_plain_and_elsewhere_they_have_the_folder() {
        for (path, name) in [
            ("/", "kehu.session"),
            ("/index.html", "kehu.session"),
            ("", "kehu.session"),
            ("/crm/kehu/", "kehu.session@/crm/kehu/"),
            ("/crm/kehu/index.html", "kehu.session@/crm/kehu/"),
            ("/%E5%AE%A2/", "kehu.session@/%E5%AE%A2/"),
        ] {
            assert_eq!(name_in(Key::Session.plain(), folder_of(path)), name, "{path}");
        }
    }
}
