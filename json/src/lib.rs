//! Reading JSON whose types wander: a number may come as a string, an empty value as `""`, `null`,
//! `{}` or not at all.
//!
//! Everything is read lazily: an object is split into names and unread values, and a value is only
//! decoded when somebody asks for it. So a raw phone number, for which nobody asks, never becomes a
//! string of this program.
mod scan;

use std::borrow::Cow;
use std::ops::Range;

/// An unread JSON value: its text, which was checked.
#[derive(Clone, Copy)]
pub struct Json<'a>(&'a str);

/// An object whose values are unread, in the order of the text. Objects here are small, so a walk
/// is quicker than a map.
pub struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Json<'a> {
    /// Checks that a whole text is JSON, and only walks through it once.
    pub fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        let text = text.trim();
        match scan::checked_end(text.as_bytes(), 0) {
            Some(end) if end == text.len() => Ok(Self(text)),
            // Slower, and it can say what is wrong where.
            _ => serde_json::from_str::<serde::de::IgnoredAny>(text).map(|_| Self(text)),
        }
    }

    /// The text as it stands. Nobody should make anything of it but keep it for later.
    pub fn unread(self) -> &'a str {
        self.0
    }

    /// The object, or `None` for any other type.
    pub fn object(self) -> Option<Object<'a>> {
        if !self.is_object() {
            return None;
        }
        let text = self.0.as_bytes();
        let mut pairs = Vec::with_capacity((self.0.len() / 32).clamp(4, 64));
        let mut at = scan::blank(text, 1);
        while text.get(at) == Some(&b'"') {
            let name_end = scan::string_end(text, at + 1);
            // After the colon.
            let start = scan::blank(text, scan::blank(text, name_end) + 1);
            let end = scan::end(text, start);
            // A name that is no text (half a surrogate) can be asked by nobody.
            if let (Some(name), Some(value)) = (decoded(&self.0[at..name_end]), self.0.get(start..end)) {
                pairs.push((name, Self(value)));
            }
            at = after_comma(text, end);
        }
        Some(Object(pairs))
    }

    /// The list; any other type is an empty one.
    pub fn list(self) -> Vec<Self> {
        self.places().into_iter().map(|place| Self(&self.0[place])).collect()
    }

    /// Where in [`Json::unread`] the members of the list stand.
    pub fn places(self) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        if self.is_list() {
            let text = self.0.as_bytes();
            let mut at = scan::blank(text, 1);
            while !matches!(text.get(at), None | Some(b']')) {
                let end = scan::end(text, at);
                places.push(at..end);
                at = after_comma(text, end);
            }
        }
        places
    }

    /// A value that was kept unread. Other text does no harm, and nothing good comes of it.
    pub fn again(unread: &'a str) -> Self {
        Self(unread)
    }

    /// Text, or a number or flag as it is written; `None` when there is nothing.
    pub fn text(self) -> Option<String> {
        match self.0.as_bytes().first()? {
            b'"' => self.string().filter(|text| !text.trim().is_empty()),
            b'{' | b'[' | b'n' => None,
            _ => Some(self.0.to_owned()),
        }
    }

    /// A string and nothing else, as it stands.
    pub fn string(self) -> Option<String> {
        if self.0.starts_with('"') { decoded(self.0).map(Cow::into_owned) } else { None }
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

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.0.starts_with('{')
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.0.starts_with('[')
    }
}

impl<'a> Object<'a> {
    /// The value of a name; of repeated names the last, as JSON readers do.
    pub fn get(&self, name: &str) -> Option<Json<'a>> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
    }

    /// The value of the name that ends so, without putting the two together.
    pub fn get_suffixed(&self, name: &str, suffix: &str) -> Option<Json<'a>> {
        let is_it = |key: &str| key.strip_suffix(suffix) == Some(name);
        self.0.iter().rev().find(|(key, _)| is_it(key)).map(|(_, value)| *value)
    }

    /// All names with their values, in the order of the text; a repeated name comes repeatedly.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.0.iter().map(|(name, raw)| (name.as_ref(), *raw))
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

/// The text of a string with its quotes, borrowed unless it holds an escape.
fn decoded(quoted: &str) -> Option<Cow<'_, str>> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        serde_json::from_str(quoted).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inner))
    }
}

/// Where the next member begins after one that ended at `end`.
fn after_comma(text: &[u8], end: usize) -> usize {
    let at = scan::blank(text, end);
    if text.get(at) == Some(&b',') { scan::blank(text, at + 1) } else { text.len() }
}

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
