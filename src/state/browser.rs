//! What the browser gives: storage, clipboard, clock, history, idle moments, files.
pub(super) mod back;
pub(super) mod badge;
pub(super) mod clipboard;
pub(super) mod clock;
pub(super) mod files;
pub(super) mod history;
pub(super) mod idle;
pub(super) mod new_version;
pub(super) mod popovers;
pub(super) mod screen;
pub(super) mod storage;

pub use back::Back;
pub use badge::has_badge;
pub use clipboard::write_clipboard;
pub use clock::{Today, moment, now_ms, today, utc_stamp};
pub use files::{FileWay, file_way, is_in_chat, save_file};
pub use history::{Navigation, ScrollPosition};
pub use idle::{idle, is_typing, lasts, when_idle};
pub use new_version::NewVersion;
pub use popovers::place_popovers;
pub use screen::Screen;
