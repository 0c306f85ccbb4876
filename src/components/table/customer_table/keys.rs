use crate::view_model::Step;
use web_sys::KeyboardEvent;

/// What a key does in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Moves the active cell.
    Go(Step),
    /// Moves it and selects the rows on the way.
    Reach(Step),
    /// Opens the customer, or sorts by the column.
    Open,
    /// Selects the row, or no longer.
    Select,
    /// Selects all rows.
    SelectAll,
    /// Nothing is selected any more.
    Leave,
    /// Into the cell, to what can be used there.
    Enter,
    /// The menu of the cell or column.
    Menu,
    /// A column wider or narrower.
    Widen(bool),
    /// A column one place further right or left.
    Shift(bool),
}

impl Key {
    /// What the pressed key means: on a header cell some mean something else.
    pub fn of(event: &KeyboardEvent, is_head: bool) -> Option<Self> {
        if event.is_composing() || event.alt_key() {
            return None;
        }
        let (ctrl, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
        let key = event.key();
        Some(match (key.as_str(), ctrl, shift) {
            ("ArrowLeft", false, true) if is_head => Self::Widen(false),
            ("ArrowRight", false, true) if is_head => Self::Widen(true),
            ("ArrowLeft", true, true) if is_head => Self::Shift(false),
            ("ArrowRight", true, true) if is_head => Self::Shift(true),
            ("ArrowLeft", false, false) => Self::Go(Step::Left),
            ("ArrowRight", false, false) => Self::Go(Step::Right),
            ("ArrowUp", false, false) => Self::Go(Step::Up),
            ("ArrowDown", false, false) => Self::Go(Step::Down),
            ("ArrowUp", false, true) if !is_head => Self::Reach(Step::Up),
            ("ArrowDown", false, true) if !is_head => Self::Reach(Step::Down),
            ("Home", false, false) => Self::Go(Step::RowStart),
            ("End", false, false) => Self::Go(Step::RowEnd),
            ("Home", true, false) => Self::Go(Step::First),
            ("End", true, false) => Self::Go(Step::Last),
            ("PageUp", false, false) => Self::Go(Step::PageUp),
            ("PageDown", false, false) => Self::Go(Step::PageDown),
            ("Enter", false, false) => Self::Open,
            (" ", false, _) => Self::Select,
            ("a" | "A", true, false) => Self::SelectAll,
            ("Escape", false, false) => Self::Leave,
            ("F2", false, false) => Self::Enter,
            ("ContextMenu", ..) | ("F10", false, true) => Self::Menu,
            _ => return None,
        })
    }
}
