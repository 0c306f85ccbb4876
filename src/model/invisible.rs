//! Signs that cannot be seen and come along when a text is copied out of a chat, a page or an address
//! book: marks of direction, joints without width, soft hyphens, a byte order mark.
use std::borrow::Cow;

/// Whether a sign has neither ink nor width.
pub fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text without its invisible signs. A joiner (U+200C, U+200D) stays where it makes one sign of
/// two, as in emoji and in some scripts; beside Latin letters, digits and Chinese it joins nothing.
pub fn without_invisible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(sign) = rest.next() {
        let is_joint = || {
            matches!(sign, '\u{200c}' | '\u{200d}')
                && kept.chars().next_back().is_some_and(can_be_joined)
                && rest.clone().next().is_some_and(can_be_joined)
        };
        if !is_invisible(sign) || is_joint() {
            kept.push(sign);
        }
    }
    Cow::Owned(kept)
}

/// Whether a joiner can change how a sign looks.
fn can_be_joined(sign: char) -> bool {
    let is_chinese = matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}');
    !sign.is_ascii() && !sign.is_whitespace() && !is_chinese && !is_invisible(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_chat_adds_unseen_is_left_out() {
        for (given, kept) in [
            ("\u{202d}13800138000\u{202c}", "13800138000"),
            ("\u{feff}河北\u{200b}玉名\u{200d}", "河北玉名"),
            ("a\u{200d}b\u{200c}河\u{2066}北\u{2069}\u{ad}", "ab河北"),
            ("\u{200b}\u{200e}\u{2060}", ""),
            ("河北 玉名", "河北 玉名"),
        ] {
            assert_eq!(without_invisible(given), kept, "{given:?}");
        }
    }

    #[test]
    fn a_joiner_that_joins_stays() {
        for text in ["👨\u{200d}👩\u{200d}👧", "❤\u{fe0f}\u{200d}🔥", "می\u{200c}خواهم"] {
            assert_eq!(without_invisible(text), text);
            assert_eq!(without_invisible(&format!("\u{200d}{text}\u{200d}")), text);
        }
    }

    #[test]
    fn leaving_out_twice_changes_nothing_more() {
        let text = "👨\u{200d}\u{200b}👩 \u{200d}\u{200d}é\u{200c}x\u{feff}";
        let once = without_invisible(text);
        assert_eq!(without_invisible(&once), once);
    }
}
