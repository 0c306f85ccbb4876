//! What can be dialled of a text that people typed into the place of a number.
//!
//! It is asked of China's numbering plan and, for all other countries, of E.164. Whatever is in doubt
//! is text: a call that goes to a stranger is worse than none.

use super::is_invisible;

/// What stands in the place of a number.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// A number, as it is dialled.
    Number {
        /// After `tel:`.
        dial: String,
        /// Whether it says by itself how long it is: no digit of it can be missing.
        is_whole: bool,
    },
    /// Some digits are hidden.
    Masked,
    /// Something else.
    Text,
}

/// What leads to an extension, in the words of those who type it.
const EXTENSION: [&str; 7] = ["转", "轉", "分机", "分機", "extension", "ext", "#"];
/// What stands between two numbers.
const BETWEEN: [char; 11] = ['、', '，', ',', ';', '；', '/', '／', '|', '｜', '\n', '\t'];
/// More words than these in one text are no numbers.
const MOST_WORDS: usize = 24;

/// Whether a sign stands for something hidden, in a text that may hide something.
pub fn is_mask(sign: char) -> bool {
    matches!(sign, '*' | '＊' | '•' | '●' | '×' | '…')
}

/// Whether some of a number is hidden: by a sign for it, or by gaps and dashes in the place of digits.
pub fn is_masked(text: &str) -> bool {
    matches!(read(text), Reading::Masked)
}

/// The eleven digits of a Chinese mobile number that is typed with the country's code or in wide digits: as lists
/// hardly ever have it. `None` for all else, which is searched as it is.
pub fn mobile_to_search(text: &str) -> Option<String> {
    let Reading::Number { dial, is_whole: true } = read(text) else { return None };
    let digits = dial.strip_prefix("+86").unwrap_or(&dial);
    let is_mobile =
        digits.len() == 11 && digits.starts_with('1') && digits.chars().all(|it| it.is_ascii_digit());
    (is_mobile && !text.starts_with('1')).then(|| digits.to_owned())
}

/// What a text in the place of a number is.
pub(super) fn read(text: &str) -> Reading {
    if text.contains(is_mask) {
        return Reading::Masked;
    }
    let plain = plain(text);
    let plain = plain.trim();
    if plain.contains("##") {
        return Reading::Masked;
    }
    let Some((number, extension)) = split_extension(plain) else { return Reading::Text };
    let has_gap = has_gap(number);
    // Lines inside of a house and services have no extensions.
    let is_short = |dial: &str| !extension.is_empty() && dial.len() < 7;
    match dialled(number).filter(|(dial, _)| !is_short(dial)) {
        Some((dial, is_whole)) if is_whole || !has_gap => {
            // A pause, and not `;ext=` of RFC 3966: telephones dial what follows a comma when somebody
            // answers, while Android takes the letters of `ext` for keys.
            let dial = if extension.is_empty() { dial } else { format!("{dial},{extension}") };
            Reading::Number { dial, is_whole }
        }
        _ if (has_gap || has_crosses(number)) && number.contains(|c: char| c.is_ascii_digit()) => {
            Reading::Masked
        }
        _ => Reading::Text,
    }
}

/// The numbers that stand in one text; the text itself where they cannot be told apart. What nobody can
/// see (a mark of direction, a soft hyphen) is left out.
pub fn split_numbers(text: &str) -> Vec<String> {
    let text: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    let parts: Vec<&str> = text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_one = |part: &&str| part.chars().filter(|c| digit(*c).is_some() || is_mask(*c)).count() >= 7;
    if parts.len() > 1 && parts.iter().all(is_one) {
        parts.into_iter().flat_map(split_at_blanks).collect()
    } else {
        split_at_blanks(text.trim())
    }
}

/// Numbers with nothing but blanks between them, each of which says by itself where it ends.
fn split_at_blanks(text: &str) -> Vec<String> {
    let one = || vec![text.to_owned()];
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < 2 || words.len() > MOST_WORDS || matches!(read(text), Reading::Number { .. }) {
        return one();
    }
    // The fewest numbers that the first words make up: their count, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![Some((0, 0))];
    for end in 1..=words.len() {
        let ways = (0..end).filter_map(|begin| {
            let (count, _) = best[begin]?;
            let is_number = match read(&words[begin..end].join(" ")) {
                Reading::Number { is_whole, dial } => is_whole || (end - begin == 1 && dial.len() >= 7),
                _ => false,
            };
            is_number.then_some((count + 1, begin))
        });
        best.push(ways.min());
    }
    let (mut numbers, mut end) = (Vec::new(), words.len());
    while end > 0 {
        let Some((_, begin)) = best[end] else { return one() };
        numbers.push(words[begin..end].join(" "));
        end = begin;
    }
    numbers.reverse();
    numbers
}

/// The text in plain signs: full-width digits and all kinds of dashes and blanks as on a keyboard.
fn plain(text: &str) -> String {
    let plain = |sign: char| match sign {
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '．' => '.',
        '＃' => '#',
        '－' | '−' | '\u{2010}'..='\u{2015}' => '-',
        blank if blank.is_whitespace() => ' ',
        sign => digit(sign).unwrap_or(sign),
    };
    text.chars().filter(|sign| !is_invisible(*sign)).map(plain).collect()
}

/// A digit, of full width too.
fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_digit(sign as u32 - '０' as u32, 10),
        _ => None,
    }
}

/// The number and its extension; `None` where what follows the word for one is none.
fn split_extension(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_ascii_lowercase();
    let Some(at) = EXTENSION.iter().filter_map(|word| lower.find(word)).min() else {
        return Some(by_dash(text).unwrap_or((text, "")));
    };
    let (number, mut rest) = text.split_at(at);
    let is_filler = |c: char| matches!(c, ' ' | '.' | ':' | '：' | '-' | '=' | '号' | '號');
    loop {
        let shorter = rest.trim_start_matches(is_filler);
        let word = EXTENSION
            .iter()
            .find(|word| shorter.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
        rest = shorter.get(word.map_or(0, |word| word.len())..)?;
        if word.is_none() {
            break;
        }
    }
    let extension = rest.trim_end_matches([' ', ')']);
    let number = number.trim_end_matches([' ', '(', '-', '.', ',', ';']);
    is_extension(extension, 8).then_some((number, extension))
}

/// `0571-88888888-801`, `400-820-8820-801` and `88888888-801`.
fn by_dash(text: &str) -> Option<(&str, &str)> {
    let groups: Vec<&str> = text.split('-').map(str::trim).collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let has_extension = groups.iter().all(is_digits)
        && match groups.as_slice() {
            [area, line, _] => area.starts_with('0') && matches!(area.len(), 3..=4) && is_local(line),
            ["400" | "800", middle, end, _] => middle.len() + end.len() == 7,
            [line, _] => is_local(line),
            _ => false,
        };
    let (number, extension) = text.rsplit_once('-').filter(|_| has_extension)?;
    let extension = extension.trim();
    is_extension(extension, 6).then_some((number.trim_end(), extension))
}

fn is_extension(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Two blanks, dashes or dots side by side: digits may have stood there.
fn has_gap(text: &str) -> bool {
    let is_between = |byte: &u8| matches!(byte, b' ' | b'-' | b'.');
    text.as_bytes().windows(2).any(|pair| pair.iter().all(is_between))
}

/// `138xxxx8000`.
fn has_crosses(text: &str) -> bool {
    text.contains("xx") || text.contains("XX")
}

/// What is dialled for a number in plain signs, and whether no digit of it can be missing.
fn dialled(text: &str) -> Option<(String, bool)> {
    let mut digits = String::new();
    let mut has_plus = false;
    for sign in text.chars() {
        match sign {
            '0'..='9' => digits.push(sign),
            '+' if digits.is_empty() && !has_plus => has_plus = true,
            ' ' | '-' | '(' | ')' | '.' => {}
            _ => return None,
        }
    }
    if has_plus {
        return abroad(&digits);
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return abroad(rest);
    }
    match at_home(&digits) {
        Some(is_whole) => Some((digits, is_whole)),
        // China's own number without its sign.
        None => digits.strip_prefix("86").filter(|rest| rest.len() >= 9).and_then(|_| abroad(&digits)),
    }
}

/// A number with its country: at most 15 digits (E.164), and China's by China's plan.
fn abroad(digits: &str) -> Option<(String, bool)> {
    match digits.strip_prefix("86") {
        Some(rest) => {
            // `+86 (0)571 …`
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            let is_whole = if is_local(rest) && !rest.starts_with('9') {
                None
            } else {
                at_home(rest).or_else(|| at_home(&format!("0{rest}")))
            };
            is_whole.map(|is_whole| (format!("+86{rest}"), is_whole))
        }
        None => {
            let is_number = (7..=15).contains(&digits.len()) && !digits.starts_with('0');
            is_number.then(|| (format!("+{digits}"), false))
        }
    }
}

/// Whether China's plan has such a number, and then whether no digit of it can be missing.
fn at_home(digits: &str) -> Option<bool> {
    let bytes = digits.as_bytes();
    match (bytes, bytes.len()) {
        // An area, whose lines have seven digits or eight, or a mobile number as it was dialled once.
        ([b'0', b'1', b'3'..=b'9', ..], 12) => Some(true),
        ([b'0', b'1', b'0', ..] | [b'0', b'2', ..], 10..=11) => Some(true),
        ([b'0', b'3'..=b'9', ..], 11..=12) => Some(true),
        ([b'1', b'3'..=b'9', ..], 11) => Some(true),
        ([b'4' | b'8', b'0', b'0', ..], 10) => Some(true),
        ([b'1', b'0', b'1', b'0', ..], 8) => Some(true),
        (_, 7..=8) if is_local(digits) => Some(false),
        // Services, and lines inside of a house.
        ([b'1'..=b'9', ..], 3..=6) => Some(false),
        _ => None,
    }
}

/// A line without its area.
fn is_local(digits: &str) -> bool {
    matches!(digits.len(), 7..=8) && digits.starts_with(|c: char| ('2'..='9').contains(&c))
}

#[cfg(test)]
mod tests;
