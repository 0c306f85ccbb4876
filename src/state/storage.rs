//! The browser's storage. It may be full, forbidden or hold anything: reading gives nothing then,
//! and writing is given up, since the page works without.
use kehu_json::Json;
use leptos::prelude::window;
use serde::Serialize;
use web_sys::Storage;

/// Kept for this device.
pub(super) fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Kept for this tab.
pub(super) fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// What is kept under a key, or nothing if it is not what we once wrote.
///
/// Read as an answer is and not by serde, whose reader brings along all that it could say of errors: that
/// and the reading of fractions would be a thirtieth of the program.
pub(super) fn read<T>(
    storage: Option<Storage>,
    key: &str,
    read: impl FnOnce(Json<'_>) -> Option<T>,
) -> Option<T> {
    read(Json::parse(&read_text(storage, key)?).ok()?)
}

/// The text kept under a key.
pub(super) fn read_text(storage: Option<Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok()?
}

/// Keeps a text under a key, and tells whether the browser did so.
pub(super) fn write_text(storage: Option<Storage>, key: &str, text: &str) -> bool {
    storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Keeps a value under a key.
pub(super) fn write<T: Serialize>(storage: Option<Storage>, key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (storage, serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// Forgets a key.
pub(super) fn remove(storage: Option<Storage>, key: &str) {
    if let Some(storage) = storage {
        let _ = storage.remove_item(key);
    }
}
