//! Reading JSON whose types wander: a number may come as a string, an empty value as `""`, `null`,
//! `{}` or not at all.
//!
//! `serde_json` splits an object into names and unread values ([`RawValue`]), and a value is only
//! decoded when somebody asks for it. So a raw phone number, for which nobody asks, never becomes a
//! string of this program.
mod open;

pub use open::Opened;

use open::Text;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// An unread JSON value: its text, which was checked.
#[derive(Clone, Copy, Deserialize)]
#[serde(transparent)]
pub struct Json<'a>(#[serde(borrow)] &'a RawValue);

/// An object whose values are unread, in the order of the text. Objects here are small, so a walk
/// is quicker than a map.
#[derive(Default)]
pub struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

/// A text that is no JSON, and where it stops being some. It quotes nothing, as the words of
/// `serde_json` may: that may be a customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Whether the text ends there, so that more of it may have been lost on the way.
    is_cut: bool,
    line: usize,
    column: usize,
}

impl<'a> Json<'a> {
    /// Checks that a whole text is JSON.
    ///
    /// # Errors
    /// [`NotJson`] tells where it is none.
    pub fn parse(text: &'a str) -> Result<Self, NotJson> {
        Ok(serde_json::from_str(text)?)
    }

    /// The text as it stands, for later. [`Json::from`] takes it up again.
    pub fn kept(self) -> Box<RawValue> {
        self.0.to_owned()
    }

    /// How long the text is, in bytes.
    pub fn size(self) -> usize {
        self.0.get().len()
    }

    /// The value as a type of ours, where it is one.
    pub fn read<T: Deserialize<'a>>(self) -> Option<T> {
        T::deserialize(self.0).ok()
    }

    /// The object, or `None` for any other type.
    pub fn object(self) -> Option<Object<'a>> {
        if self.is_object() { self.open().object } else { None }
    }

    /// The list; any other type is an empty one.
    pub fn list(self) -> Vec<Self> {
        if self.is_list() { self.open().list.unwrap_or_default() } else { Vec::new() }
    }

    fn open(self) -> Opened<'a> {
        Opened::parse(self.0.get(), &[]).unwrap_or_default()
    }

    /// Text, or a number or flag as it is written; `None` when there is nothing.
    pub fn text(self) -> Option<String> {
        match self.first() {
            b'"' => self.string().filter(|text| !text.trim().is_empty()),
            b'{' | b'[' | b'n' => None,
            _ => Some(self.0.get().to_owned()),
        }
    }

    /// A string and nothing else, as it stands, without halves of surrogates: a sender that cuts texts
    /// leaves them, and the rest is still worth reading.
    pub fn string(self) -> Option<String> {
        Text::read(self.0).map(|it| it.text.into_owned())
    }

    /// A whole number, also from a string or a float without a fraction.
    pub fn integer(self) -> Option<i64> {
        let text = self.text()?;
        let text = text.trim();
        text.parse().ok().or_else(|| text.strip_suffix(".0")?.parse().ok())
    }

    /// Yes or no, in whichever way it is written; anything unknown is a no.
    pub fn flag(self) -> bool {
        self.text().is_some_and(|text| matches!(text.trim(), "true" | "1" | "yes" | "t" | "是"))
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.first() == b'n'
    }

    /// Whether it is written as a number.
    pub fn is_number(self) -> bool {
        matches!(self.first(), b'-' | b'0'..=b'9')
    }

    /// Whether it is `true` or `false`.
    pub fn is_flag(self) -> bool {
        matches!(self.first(), b't' | b'f')
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.first() == b'{'
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.first() == b'['
    }

    /// The first byte tells the type of a text that was checked.
    fn first(self) -> u8 {
        self.0.get().as_bytes().first().copied().unwrap_or_default()
    }
}

impl<'a> From<&'a RawValue> for Json<'a> {
    fn from(raw: &'a RawValue) -> Self {
        Self(raw)
    }
}

impl<'a> Object<'a> {
    /// The value of a name; of repeated names the last, as JSON readers do.
    pub fn get(&self, name: &str) -> Option<Json<'a>> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
    }

    /// All names with their values, in the order of the text; a repeated name comes repeatedly.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), *value))
    }

    /// The text of a name.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.text()
    }

    /// The first text among several names.
    pub fn first_text(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.text(name))
    }

    /// The whole number of a name.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.get(name)?.integer()
    }

    /// The flag of a name; absent is a no.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(Json::flag)
    }

    /// The list of a name; absent is an empty one.
    pub fn list(&self, name: &str) -> Vec<Json<'a>> {
        self.get(name).map(Json::list).unwrap_or_default()
    }
}

/// Reads a field of a stored format; what is of another type is as if it were not there.
///
/// # Errors
/// Only where the text is no JSON.
pub fn or_default<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Json::deserialize(from)?.read().unwrap_or_default())
}

impl From<serde_json::Error> for NotJson {
    fn from(cause: serde_json::Error) -> Self {
        Self { is_cut: cause.is_eof(), line: cause.line(), column: cause.column() }
    }
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.is_cut { "cut off" } else { "no JSON" };
        write!(f, "{what} at line {}, column {}", self.line, self.column)
    }
}

impl std::error::Error for NotJson {}

#[cfg(test)]
mod tests;
