//! What chats, mail programs and editors do to a link, undone where it is sure what was meant: a full
//! stop or words glued to its end, `&amp;` for `&`, one escape too many.
use crate::model::without_invisible;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// So many times may a part of a link have been escaped once more.
const LEVELS: usize = 3;
/// A longer text is no word, in bytes.
const LONGEST_WORD: usize = 1_000;

/// A whole fragment that was escaped once more has no `=` of its own.
pub(super) fn pairs(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..LEVELS {
        if plain.contains('=') {
            return plain;
        }
        let Some(next) = unescaped(&plain) else { break };
        plain = Cow::Owned(next);
    }
    if plain.contains('=') { plain } else { Cow::Borrowed(text) }
}

/// A name: none of ours has an escape, a blank or an entity in it.
pub(super) fn name(text: &str) -> Cow<'_, str> {
    let plain = plain_word(text);
    let seen = without_invisible(&plain);
    let name = seen.trim().trim_start_matches('?').trim_start_matches("amp;");
    if name == text { Cow::Borrowed(text) } else { Cow::Owned(name.to_owned()) }
}

/// A value that is one word of ASCII: a number, a day, a name. What begins with a sign that no such word
/// has is glued to it. A blank glues nothing: a chat ends a link there.
pub(super) fn word(text: &str) -> Cow<'_, str> {
    let plain = plain_word(text);
    let word = plain.trim();
    let end = word.find(|sign: char| !is_of_word(sign)).unwrap_or(word.len());
    let (core, tail) = word.split_at(end);
    let core = core.trim_end_matches(['.', ',']);
    let is_glued = !core.is_empty() && !tail.starts_with(char::is_whitespace);
    let mended = if is_glued { core } else { word };
    if mended == text { Cow::Borrowed(text) } else { Cow::Owned(mended.to_owned()) }
}

/// Free text, without what cannot be seen. Nobody searches for the escapes of Chinese characters, so a
/// text of them was escaped once more; any other escape may be meant as it stands.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    loop {
        let seen = without_invisible(&plain).trim().to_owned();
        match unescaped_chinese(&seen) {
            Some(next) => plain = Cow::Owned(next),
            None => return if seen == text { Cow::Borrowed(text) } else { Cow::Owned(seen) },
        }
    }
}

fn unescaped_chinese(text: &str) -> Option<String> {
    let mut plain = text.to_owned();
    for _ in 0..LEVELS {
        if !plain.is_ascii() {
            break;
        }
        plain = unescaped(&plain)?;
    }
    (!plain.is_ascii() && text.is_ascii()).then_some(plain)
}

fn plain_word(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    while plain.len() <= LONGEST_WORD
        && let Some(next) = unescaped(&plain)
    {
        plain = Cow::Owned(next);
    }
    plain
}

/// A text without one level of escapes; `None` where it has none, or one that is broken.
fn unescaped(text: &str) -> Option<String> {
    let is_escape = |(at, _): (usize, &str)| {
        text.as_bytes().get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
    };
    if !text.contains('%') || !text.match_indices('%').all(is_escape) {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok().map(Cow::into_owned)
}

fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '+' | '.' | ',')
}
