//! Walks through JSON text byte by byte without making anything of it.
//!
//! An answer is walked through once to check all of it. After that only marks are looked for: where
//! a string or a bracket ends.
use std::ops::Range;

/// How deep the brackets lie whose ends are told: an answer, its data, its list, and each member.
const OUTER: usize = 4;

/// Where the value that begins at or after `at` ends.
///
/// The open brackets are kept in a list, so that no depth can exhaust the stack. Where the outer
/// ones begin and end is told in the order of their beginnings.
///
/// # Errors
/// Where the text goes on otherwise than JSON does, or ends too early.
pub fn checked_end(text: &[u8], mut at: usize, outer: &mut Vec<Range<usize>>) -> Result<usize, usize> {
    // What closes each open bracket, and its number among the outer ones.
    let mut open: Vec<(u8, usize)> = Vec::new();
    loop {
        at = blank(text, at);
        let mut has_begun = false;
        let number_of_outer = outer.len();
        if open.len() < OUTER && matches!(text.get(at), Some(b'{' | b'[')) {
            outer.push(at..at);
        }
        match byte(text, at)? {
            b'{' => {
                at = blank(text, at + 1);
                if text.get(at) == Some(&b'}') {
                    at += 1;
                } else {
                    at = checked_name(text, at)?;
                    open.push((b'}', number_of_outer));
                    has_begun = true;
                }
            }
            b'[' => {
                at = blank(text, at + 1);
                if text.get(at) == Some(&b']') {
                    at += 1;
                } else {
                    open.push((b']', number_of_outer));
                    has_begun = true;
                }
            }
            b'"' => at = checked_string(text, at + 1)?,
            b't' => at = word(text, at, b"true")?,
            b'f' => at = word(text, at, b"false")?,
            b'n' => at = word(text, at, b"null")?,
            _ => at = number(text, at)?,
        }
        while !has_begun {
            let Some(&(closing, number)) = open.last() else { return Ok(at) };
            at = blank(text, at);
            match byte(text, at)? {
                b',' => {
                    at = blank(text, at + 1);
                    if closing == b'}' {
                        at = checked_name(text, at)?;
                    }
                    has_begun = true;
                }
                byte if byte == closing => {
                    open.pop();
                    at += 1;
                    if open.len() < OUTER
                        && let Some(place) = outer.get_mut(number)
                    {
                        place.end = at;
                    }
                }
                _ => return Err(at),
            }
        }
    }
}

/// Where the value that begins at `at` ends, in text that was checked.
pub fn end(text: &[u8], at: usize) -> usize {
    match text.get(at) {
        Some(b'"') => string_end(text, at + 1),
        Some(b'{' | b'[') => bracket_end(text, at),
        _ => word_end(text, at),
    }
}

/// Where the bracket closes that opens at `at`. Most of an answer's bytes are passed here, and more
/// than once: what is no mark is stepped over by a table.
fn bracket_end(text: &[u8], mut at: usize) -> usize {
    const IS_MARK: [bool; 256] = {
        let mut table = [false; 256];
        let (marks, mut i) = (b"\"{}[]", 0);
        while i < marks.len() {
            table[marks[i] as usize] = true;
            i += 1;
        }
        table
    };
    let mut depth = 0_usize;
    loop {
        while text.get(at).is_some_and(|byte| !IS_MARK[*byte as usize]) {
            at += 1;
        }
        match text.get(at) {
            None => return text.len(),
            Some(b'"') => at = string_end(text, at + 1),
            Some(b'{' | b'[') => {
                depth += 1;
                at += 1;
            }
            Some(_) => {
                at += 1;
                if depth <= 1 {
                    return at;
                }
                depth -= 1;
            }
        }
    }
}

/// Where a number or `true`, `false`, `null` ends.
fn word_end(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        if matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\t' | b'\r') {
            break;
        }
        at += 1;
    }
    at
}

/// Where a string ends whose first byte after the quote is at `at`, in text that was checked.
pub fn string_end(text: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

/// The first byte at or after `at` that is no white space.
pub fn blank(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = text.get(at) {
        at += 1;
    }
    at
}

fn byte(text: &[u8], at: usize) -> Result<u8, usize> {
    text.get(at).copied().ok_or(at)
}

fn mark(text: &[u8], at: usize, mark: u8) -> Result<usize, usize> {
    if text.get(at) == Some(&mark) { Ok(at + 1) } else { Err(at) }
}

/// A name with its colon.
fn checked_name(text: &[u8], at: usize) -> Result<usize, usize> {
    let at = checked_string(text, mark(text, at, b'"')?)?;
    mark(text, blank(text, at), b':')
}

fn checked_string(text: &[u8], mut at: usize) -> Result<usize, usize> {
    loop {
        match byte(text, at)? {
            b'"' => return Ok(at + 1),
            b'\\' => {
                at += match byte(text, at + 1)? {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
                    b'u' if is_hex(text.get(at + 2..at + 6).ok_or(text.len())?) => 6,
                    _ => return Err(at),
                }
            }
            0..0x20 => return Err(at),
            _ => at += 1,
        }
    }
}

fn is_hex(digits: &[u8]) -> bool {
    digits.iter().all(u8::is_ascii_hexdigit)
}

fn word(text: &[u8], at: usize, word: &[u8]) -> Result<usize, usize> {
    let is_it = text.get(at..).is_some_and(|rest| rest.starts_with(word));
    if is_it { Ok(at + word.len()) } else { Err(at) }
}

fn number(text: &[u8], at: usize) -> Result<usize, usize> {
    let mut at = at + usize::from(text.get(at) == Some(&b'-'));
    at = match byte(text, at)? {
        b'0' => at + 1,
        _ => digits(text, at)?,
    };
    if text.get(at) == Some(&b'.') {
        at = digits(text, at + 1)?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at += 1;
        at = digits(text, at + usize::from(matches!(text.get(at), Some(b'+' | b'-'))))?;
    }
    Ok(at)
}

/// One digit or more.
fn digits(text: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    while text.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at > start { Ok(at) } else { Err(at) }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    fn is_json(text: &str) -> bool {
        checked_end(text.as_bytes(), 0, &mut Vec::new())
            .is_ok_and(|at| blank(text.as_bytes(), at) == text.len())
    }

    #[track_caller]
    fn check(text: &str) {
        let expected = serde_json::from_str::<IgnoredAny>(text).is_ok();
        assert_eq!(is_json(text), expected, "{text}");
    }

    #[test]
    fn it_judges_as_the_other_reader_does() {
        for text in [
            "",
            " ",
            "null",
            "nul",
            "nulll",
            "true",
            "false",
            "{}",
            "[]",
            "{ }",
            "[ ]",
            "[1,]",
            "[,]",
            "{,}",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\" : 1 , \"b\":[ ]}",
            "{a:1}",
            "[}",
            "{]",
            "[1]]",
            "-",
            "-0",
            "01",
            "0.",
            ".5",
            "1e",
            "1e+",
            "1E-5",
            "1.5e3",
            "+1",
            "\"",
            "\"\\",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\u{1}\"",
            "\"\t\"",
            "\"客户\"",
            "\u{feff}1",
            "1\u{a0}",
            "[1,[2,{\"x\":[3,\"]\"]}]] ",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged_alike(text in r#"[\[\]{},:" \\0-9ue.+tn-]{0,12}"#) {
            check(&text);
        }

        #[test]
        fn any_change_to_an_answer_is_judged_alike(at in 0..4000_usize, byte in r#"[\[\]{},:"\\0a \n]"#) {
            let mut text = include_str!("../../fixtures/customers-odd.json").to_owned();
            let at = (0..=at.min(text.len() - 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let next = text[at..].chars().next().map_or(at, |it| at + it.len_utf8());
            text.replace_range(at..next, &byte);
            check(&text);
        }

        #[test]
        fn in_checked_text_both_walks_end_alike(text in r#"[\[\]{},:" \\0-9u]{1,8}|(\[[0-9 ,\[\]]{0,12}\])"#) {
            if is_json(&text) {
                let start = blank(text.as_bytes(), 0);
                let mut outer = Vec::new();
                prop_assert_eq!(
                    Ok(end(text.as_bytes(), start)),
                    checked_end(text.as_bytes(), start, &mut outer)
                );
                for place in outer.into_iter().filter(|place| !place.is_empty()) {
                    prop_assert_eq!(end(text.as_bytes(), place.start), place.end);
                }
            }
        }
    }
}
