//! Names and values as text: `a=1&b[]=x`. One writer for the fragment and for the request.
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What would break a pair apart, or what a URL may not hold. Chinese stays as it is, since a
/// fragment is read by people; the browser encodes it where it must.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

/// Writes pairs in their order. Names are ours and are written as they are, so that `created_at[]`
/// stays readable; values are escaped.
pub fn write(pairs: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name);
        text.push('=');
        text.extend(utf8_percent_encode(value, RESERVED));
    }
    text
}

/// Reads pairs from any text at all: a broken escape stays as it stands.
pub fn read(text: &str) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(text.as_bytes()).map(|(name, value)| (name.into_owned(), value.into_owned()))
}
