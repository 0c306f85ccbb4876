use crate::model::is_invisible;

/// Makes alike what a person takes for the same: full and half width, upper and lower case, every
/// blank, every dash. What cannot be seen is left out: numbers copied from an address book often
/// hold marks of direction. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// [`fold`], at the end of another text.
pub(super) fn fold_into(folded: &mut String, text: &str) {
    for c in text.chars() {
        match narrow(c) {
            // The most common come first.
            '\u{3400}'..='\u{9fff}' => folded.push(c),
            hidden if is_invisible(hidden) => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            narrow if narrow.is_whitespace() => folded.push(' '),
            narrow if narrow.is_ascii() => folded.push(narrow.to_ascii_lowercase()),
            narrow => folded.extend(narrow.to_lowercase()),
        }
    }
}

/// `Ａ`, `１` and `（` become `A`, `1` and `(`.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}
