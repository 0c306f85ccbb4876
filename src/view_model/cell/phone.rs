//! Phone numbers as they are shown.
use crate::i18n::RowWords;
use crate::model::{Phone, Shown, is_masked};

/// A phone number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// Kind of number and, for a contact's, whose it is.
    pub label: String,
    /// The number, or the words for one that may not be seen.
    pub text: String,
    /// `tel:…` where it can be called.
    pub call: Option<String>,
    /// Why it looks different, for who hovers or listens; empty for a plain number.
    pub remark: &'static str,
    /// How it looks.
    pub state: PhoneState,
}

/// How a number looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneState {
    /// Shown whole.
    Plain,
    /// Partly hidden.
    Masked,
    /// Switched off.
    Disabled,
    /// It exists, but may not be seen.
    NotAllowed,
}

impl PhoneState {
    /// The word for style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Masked => "masked",
            Self::Disabled => "disabled",
            Self::NotAllowed => "not-allowed",
        }
    }
}

/// What is shown of a number. Every surface that shows numbers goes through here.
pub fn phone_view(phone: &Phone, words: &'static RowWords) -> PhoneView {
    let label = if phone.owner.is_empty() {
        phone.label.clone()
    } else {
        format!("{} {}", phone.owner, phone.label).trim_end().to_owned()
    };
    let (text, state, remark) = match &phone.shown {
        Shown::NotAllowed => (words.not_allowed.to_owned(), PhoneState::NotAllowed, ""),
        Shown::Number(number) if !phone.is_enabled && !phone.label.is_empty() => {
            (number.clone(), PhoneState::Disabled, words.disabled_number)
        }
        Shown::Number(number) if is_masked(number) => (number.clone(), PhoneState::Masked, words.masked),
        Shown::Number(number) => (number.clone(), PhoneState::Plain, ""),
    };
    PhoneView { label, text, call: phone.call_address(), remark, state }
}
