//! How `serde` takes one level of a JSON text apart.
use super::{Json, NotJson, Object};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A value taken apart by one level: the members of an object, the items of a list, or neither.
#[derive(Default)]
pub struct Opened<'a> {
    /// Its members, if it is an object.
    pub object: Option<Object<'a>>,
    /// Its items, if it is a list.
    pub list: Option<Vec<Json<'a>>>,
    /// The member on the path along which it was opened, taken apart in the same walk.
    pub inner: Option<Box<Self>>,
}

impl<'a> Opened<'a> {
    /// Checks a whole text and takes it apart, and likewise the members that a path names one within
    /// the other: nobody wants to look for the last bracket of three megabytes once for each of them.
    ///
    /// # Errors
    /// [`NotJson`] tells where the text is none.
    pub fn parse(text: &'a str, path: &'static [&'static str]) -> Result<Self, NotJson> {
        let mut json = serde_json::Deserializer::from_str(text);
        let opened = Open(path).deserialize(&mut json)?;
        json.end()?;
        Ok(opened)
    }
}

/// Opens a value, and its members along a path.
struct Open(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Open {
    type Value = Opened<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Opened<'de>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Open {
    type Value = Opened<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Opened<'de>, A::Error> {
        let (mut members, mut inner) = (Vec::new(), None);
        while let Some(Text { text: name, is_whole }) = map.next_key()? {
            match self.0.split_first() {
                Some((next, rest)) if name == *next => inner = Some(map.next_value_seed(Open(rest))?.into()),
                _ => {
                    let value = map.next_value()?;
                    // A name that is no whole text can be asked by nobody.
                    if is_whole {
                        members.push((name, value));
                    }
                }
            }
        }
        Ok(Opened { object: Some(Object(members)), list: None, inner })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Opened<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Opened { list: Some(items), ..Opened::default() })
    }

    fn visit_bool<E>(self, _: bool) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }

    fn visit_str<E>(self, _: &str) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }

    fn visit_unit<E>(self) -> Result<Opened<'de>, E> {
        Ok(Opened::default())
    }
}

/// The text of a string or a name, borrowed unless it holds an escape.
pub(super) struct Text<'a> {
    pub text: Cow<'a, str>,
    /// Half a surrogate is no sign and is left out.
    pub is_whole: bool,
}

impl<'a> Text<'a> {
    /// Reads a string that was checked; any other type is `None`.
    pub fn read(raw: &'a RawValue) -> Option<Self> {
        if raw.get().starts_with('"') { Self::deserialize(raw).ok() } else { None }
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // As bytes: as a text `serde_json` refuses half a surrogate.
        from.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_bytes<E: serde::de::Error>(self, bytes: &'de [u8]) -> Result<Text<'de>, E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Text { text: Cow::Borrowed(text), is_whole: true }),
            Err(_) => self.visit_bytes(bytes),
        }
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text<'de>, E> {
        let text: String = bytes.utf8_chunks().map(|chunk| chunk.valid()).collect();
        Ok(Text { is_whole: text.len() == bytes.len(), text: Cow::Owned(text) })
    }
}
