//! Reading JSON whose types wander: a number may come as a string, an empty value as `""`, `null`,
//! `{}` or not at all.
//!
//! Everything is read lazily: an object is split into names and unread values, and a value is only
//! decoded when somebody asks for it. So a raw phone number, for which nobody asks, never becomes a
//! string of this program.
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// An unread JSON value.
#[derive(Clone, Copy)]
pub struct Json<'a>(&'a str);

/// An object whose values are unread, in the order of the text. Objects here are small, so a walk
/// is quicker than a map.
pub struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Json<'a> {
    /// Checks that a whole text is JSON.
    pub fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str::<&RawValue>(text).map(Self::from)
    }

    /// The object, or `None` for any other type.
    pub fn object(self) -> Option<Object<'a>> {
        if !self.0.starts_with('{') {
            return None;
        }
        serde_json::Deserializer::from_str(self.0).deserialize_map(ObjectVisitor).ok()
    }

    /// The list; any other type is an empty one.
    pub fn list(self) -> Vec<Self> {
        if !self.0.starts_with('[') {
            return Vec::new();
        }
        let list = serde_json::from_str::<Vec<&RawValue>>(self.0).unwrap_or_default();
        list.into_iter().map(Self::from).collect()
    }

    /// Text, or a number or flag as it is written; `None` when there is nothing.
    pub fn text(self) -> Option<String> {
        match self.0.as_bytes().first()? {
            b'"' => serde_json::from_str::<String>(self.0).ok().filter(|text| !text.trim().is_empty()),
            b'{' | b'[' | b'n' => None,
            _ => Some(self.0.to_owned()),
        }
    }

    /// A string and nothing else, as it stands.
    pub fn string(self) -> Option<String> {
        if self.0.starts_with('"') { serde_json::from_str(self.0).ok() } else { None }
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.0 == "null"
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

    /// Whether it is written as a number.
    pub fn is_number(self) -> bool {
        self.0.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    /// Whether it is `true` or `false`.
    pub fn is_flag(self) -> bool {
        matches!(self.0, "true" | "false")
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.0.starts_with('[')
    }
}

impl<'a> From<&'a RawValue> for Json<'a> {
    fn from(raw: &'a RawValue) -> Self {
        Self(raw.get().trim())
    }
}

impl<'a> Object<'a> {
    /// The value of a name; of repeated names the last, as JSON readers do.
    pub fn get(&self, name: &str) -> Option<Json<'a>> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, raw)| Json::from(*raw))
    }

    /// All names with their values, in the order of the text; a repeated name comes repeatedly.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.0.iter().map(|(name, raw)| (name.as_ref(), Json::from(*raw)))
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

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::with_capacity(48);
        while let Some(Name(name)) = map.next_key()? {
            pairs.push((name, map.next_value()?));
        }
        Ok(Object(pairs))
    }
}

/// A name of an object, borrowed from the text unless it holds an escape.
#[derive(serde::Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Object<'_> {
        Json::parse(text).unwrap().object().unwrap()
    }

    #[test]
    fn types_may_wander() {
        let it = object(r#"{"a": 7, "b": "7", "c": " 7 ", "d": 7.0, "e": null, "f": {}, "g": [], "h": ""}"#);
        for name in ["a", "b", "c", "d"] {
            assert_eq!(it.integer(name), Some(7), "{name}");
        }
        for name in ["e", "f", "g", "h", "absent"] {
            assert_eq!((it.text(name), it.integer(name), it.flag(name)), (None, None, false), "{name}");
            assert!(it.list(name).is_empty());
        }
    }

    #[test]
    fn long_ids_keep_every_digit() {
        assert_eq!(
            object(r#"{"id": 12345678901234567890123}"#).text("id").as_deref(),
            Some("12345678901234567890123")
        );
    }

    #[test]
    fn names_may_be_escaped_and_repeated() {
        assert_eq!(object(r#"{"\u0061": 1, "a": 2}"#).integer("a"), Some(2));
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(50_000), "]".repeat(50_000));
        if let Ok(json) = Json::parse(&deep) {
            assert!(json.object().is_none_or(|it| it.text("a").is_none()));
        }
    }
}
