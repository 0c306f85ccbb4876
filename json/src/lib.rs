//! Reading JSON whose types wander: a number may come as a string, an empty value as `""`, `null`,
//! `{}` or not at all.
//!
//! Everything is read lazily: an object is split into names and unread values, and a value is only
//! decoded when somebody asks for it. So a raw phone number, for which nobody asks, never becomes a
//! string of this program.
mod scan;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// An unread JSON value: its text, which was checked.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    text: &'a str,
    outline: Option<&'a Outline>,
}

/// Where the outer objects and lists of a text begin and end, noted while it was checked: of an
/// answer of three megabytes nobody wants to look for its last bracket three more times.
#[derive(Default)]
pub struct Outline {
    /// The address of the text: the values in it know their own.
    base: usize,
    /// In the order of their beginnings; one that is empty is not known.
    places: Vec<Range<usize>>,
}

/// A text that is no JSON, and where it stops being some. It quotes nothing: that may be a customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Whether the text ends there, so that more of it may have been lost on the way.
    pub is_cut: bool,
    /// The line, from 1.
    pub line: usize,
    /// The byte in the line, from 1.
    pub column: usize,
}

/// An object whose values are unread, in the order of the text. Objects here are small, so a walk
/// is quicker than a map.
pub struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Json<'a> {
    /// Checks that a whole text is JSON, and only walks through it once.
    ///
    /// # Errors
    /// [`NotJson`] tells where it is none.
    pub fn parse(text: &'a str) -> Result<Self, NotJson> {
        check(text, &mut Vec::new()).map(Self::again)
    }

    /// As [`Json::parse`], for a text so large that to walk through it again would be felt.
    ///
    /// # Errors
    /// As [`Json::parse`].
    pub fn parse_large(text: &'a str, outline: &'a mut Outline) -> Result<Self, NotJson> {
        *outline = Outline::default();
        let text = check(text, &mut outline.places)?;
        outline.base = text.as_ptr().addr();
        Ok(Self { text, outline: Some(outline) })
    }

    /// The text as it stands. Nobody should make anything of it but keep it for later.
    pub fn unread(self) -> &'a str {
        self.text
    }

    /// A part of this value.
    fn part(self, place: Range<usize>) -> Option<Self> {
        Some(Self { text: self.text.get(place)?, ..self })
    }

    /// Where in this text the value ends that begins at a place.
    fn end_of(self, at: usize) -> usize {
        let known = self.outline.and_then(|outline| outline.length(self.text.as_ptr().addr() + at));
        known.map_or_else(|| scan::end(self.text.as_bytes(), at), |length| at + length)
    }

    /// The object, or `None` for any other type.
    pub fn object(self) -> Option<Object<'a>> {
        if !self.is_object() {
            return None;
        }
        let text = self.text.as_bytes();
        let mut pairs = Vec::with_capacity((self.text.len() / 32).clamp(4, 64));
        let mut at = scan::blank(text, 1);
        while text.get(at) == Some(&b'"') {
            let name_end = scan::string_end(text, at + 1);
            // After the colon.
            let start = scan::blank(text, scan::blank(text, name_end) + 1);
            let end = self.end_of(start);
            // A name that is no whole text (half a surrogate) can be asked by nobody.
            let name = decoded(&self.text[at..name_end]).filter(|(_, is_whole)| *is_whole);
            if let (Some((name, _)), Some(value)) = (name, self.part(start..end)) {
                pairs.push((name, value));
            }
            at = after_comma(text, end);
        }
        Some(Object(pairs))
    }

    /// The list; any other type is an empty one.
    pub fn list(self) -> Vec<Self> {
        self.places().into_iter().filter_map(|place| self.part(place)).collect()
    }

    /// Where in [`Json::unread`] the members of the list stand.
    pub fn places(self) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        if self.is_list() {
            let text = self.text.as_bytes();
            let mut at = scan::blank(text, 1);
            while !matches!(text.get(at), None | Some(b']')) {
                let end = self.end_of(at);
                places.push(at..end);
                at = after_comma(text, end);
            }
        }
        places
    }

    /// A value that was kept unread. Other text does no harm, and nothing good comes of it.
    pub fn again(unread: &'a str) -> Self {
        Self { text: unread, outline: None }
    }

    /// Text, or a number or flag as it is written; `None` when there is nothing.
    pub fn text(self) -> Option<String> {
        match self.text.as_bytes().first()? {
            b'"' => self.string().filter(|text| !text.trim().is_empty()),
            b'{' | b'[' | b'n' => None,
            _ => Some(self.text.to_owned()),
        }
    }

    /// A string and nothing else, as it stands, without halves of surrogates: a sender that cuts texts
    /// leaves them, and the rest is still worth reading.
    pub fn string(self) -> Option<String> {
        if self.text.starts_with('"') { decoded(self.text).map(|(text, _)| text.into_owned()) } else { None }
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.text == "null"
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
        self.text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    /// Whether it is `true` or `false`.
    pub fn is_flag(self) -> bool {
        matches!(self.text, "true" | "false")
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.text.starts_with('{')
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.text.starts_with('[')
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

impl Outline {
    /// How long the value is that begins at an address, where that was noted.
    fn length(&self, address: usize) -> Option<usize> {
        let start = address.checked_sub(self.base)?;
        let found = self.places.binary_search_by_key(&start, |place| place.start).ok()?;
        Some(self.places[found].len()).filter(|length| *length > 0)
    }
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.is_cut { "cut off" } else { "no JSON" };
        write!(f, "{what} at line {}, column {}", self.line, self.column)
    }
}

impl std::error::Error for NotJson {}

/// The text without the white space of JSON around it.
fn check<'a>(text: &'a str, outer: &mut Vec<Range<usize>>) -> Result<&'a str, NotJson> {
    let text = text.trim_matches([' ', '\n', '\t', '\r']);
    match scan::checked_end(text.as_bytes(), 0, outer) {
        Ok(end) if end == text.len() => Ok(text),
        Ok(at) | Err(at) => {
            let before = &text.as_bytes()[..at.min(text.len())];
            let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            Err(NotJson { is_cut: at >= text.len(), line, column: 1 + before.len() - line_start })
        }
    }
}

/// The text of a string with its quotes, borrowed unless it holds an escape, and whether that is all of
/// it: half a surrogate is no sign and is left out.
fn decoded(quoted: &str) -> Option<(Cow<'_, str>, bool)> {
    let mut rest = quoted.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains('\\') {
        return Some((Cow::Borrowed(rest), true));
    }
    let mut text = String::with_capacity(rest.len());
    let mut is_whole = true;
    while let Some((plain, escape)) = rest.split_once('\\') {
        let (sign, after) = escaped(escape)?;
        text.push_str(plain);
        text.extend(sign);
        is_whole &= sign.is_some();
        rest = after;
    }
    text.push_str(rest);
    Some((Cow::Owned(text), is_whole))
}

/// The sign that is meant by what follows a backslash, where it is one, and the text after it.
fn escaped(escape: &str) -> Option<(Option<char>, &str)> {
    let mut signs = escape.chars();
    let sign = match signs.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return code_point(signs.as_str()),
        itself => itself,
    };
    Some((Some(sign), signs.as_str()))
}

/// A sign of one unit of UTF-16 or of two.
fn code_point(text: &str) -> Option<(Option<char>, &str)> {
    let (first, rest) = unit(text)?;
    if let Some(sign) = char::from_u32(first.into()) {
        return Some((Some(sign), rest));
    }
    let second = rest.strip_prefix("\\u").and_then(unit);
    let pair = second.and_then(|(second, after)| {
        let sign = char::decode_utf16([first, second]).next()?.ok()?;
        Some((Some(sign), after))
    });
    Some(pair.unwrap_or((None, rest)))
}

fn unit(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, rest))
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
    fn an_outline_changes_nothing_but_the_time() {
        let text = r#" {"code": 0, "data": {"rows": [{"a": [1, {"b": 2}]}, {}, [], {"a": "]"}], "x": {}}} "#;
        let mut outline = Outline::default();
        let with = Json::parse_large(text, &mut outline).unwrap();
        assert_eq!(outline_of(with), outline_of(Json::parse(text).unwrap()));
        assert_eq!(outline_of(with), [r#"{"a": [1, {"b": 2}]}"#, "{}", "[]", r#"{"a": "]"}"#]);
    }

    fn outline_of(json: Json<'_>) -> Vec<&str> {
        let data = json.object().unwrap().get("data").unwrap().object().unwrap();
        data.list("rows").into_iter().map(Json::unread).collect()
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for (text, place) in [
            ("", "cut off at line 1, column 1"),
            ("{\"a\": [1,\n 2", "cut off at line 2, column 3"),
            ("{\"a\":\n\n  x}", "no JSON at line 3, column 3"),
            ("{} {}", "no JSON at line 1, column 3"),
            ("{\"客户\": \"\\x\"}", "no JSON at line 1, column 13"),
        ] {
            assert_eq!(Json::parse(text).map(Json::unread).unwrap_err().to_string(), place, "{text}");
        }
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(50_000), "]".repeat(50_000));
        if let Ok(json) = Json::parse(&deep) {
            assert!(json.object().is_none_or(|it| it.text("a").is_none()));
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn strings_are_read_as_by_the_other_reader(inner in r#"([ a客😀]|\\["\\/bfnrt]|\\u(d[89cdef]|00|5b)[0-9a-fA-F]{2}){0,6}"#) {
            let quoted = format!("\"{inner}\"");
            let read = Json::parse(&quoted).unwrap().string();
            // That one takes no text with half a surrogate.
            match serde_json::from_str::<String>(&quoted) {
                Ok(expected) => proptest::prop_assert_eq!(read, Some(expected)),
                Err(_) => proptest::prop_assert!(read.is_some()),
            }
        }
    }
}
