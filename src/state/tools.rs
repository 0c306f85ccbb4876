use crate::state::Customers;
use crate::view_model::Command;
use leptos::prelude::*;

/// What a person opens for a moment over the list or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Everything that can be gone to or done.
    Palette,
    /// The loaded rows as pictures.
    Overview,
    /// Who has a customer.
    OwnerCheck,
    /// The present list as words and a link.
    Share,
}

impl Tool {
    /// The one that a command opens.
    pub fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::Palette => Self::Palette,
            Command::Overview => Self::Overview,
            Command::OwnerCheck => Self::OwnerCheck,
            Command::Share => Self::Share,
            _ => return None,
        })
    }
}

/// Which of the tools is open: one at a time.
#[derive(Clone, Copy)]
pub struct Tools {
    open: RwSignal<Option<Tool>>,
}

impl Tools {
    /// None is open, and none stays open when nobody's customers are here any more.
    pub(crate) fn follow(customers: Customers) -> Self {
        let tools = Self { open: RwSignal::new(None) };
        customers.on_gone(move || tools.close());
        tools
    }

    /// Whether a tool is open.
    pub fn is_open(self, tool: Tool) -> Signal<bool> {
        Signal::derive(move || self.open.get() == Some(tool))
    }

    /// Opens one in the place of another.
    pub fn open(self, tool: Tool) {
        self.open.set(Some(tool));
    }

    /// Closes whichever is open.
    pub fn close(self) {
        self.open.maybe_update(|open| open.take().is_some());
    }
}
