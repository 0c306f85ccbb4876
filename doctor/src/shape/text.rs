//! Kinds of texts, as far as a reading depends on them.

/// What a text is, without a word of what it says.
pub fn kind(text: &str) -> &'static str {
    if text.is_empty() {
        "text"
    } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
        "digits"
    } else if is_code(text) {
        "code"
    } else if is_time(text) {
        "time"
    } else {
        "text"
    }
}

/// The codes of choices, which no page may show.
pub fn is_code(text: &str) -> bool {
    text.starts_with("sel_") || text.starts_with("select_")
}

/// `2026-03-02`, alone or with a time of day behind it.
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes.iter().take(10).enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
        && bytes.get(10).is_none_or(|next| b" T".contains(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        for (text, expected) in [
            ("", "text"),
            ("52001", "digits"),
            ("sel_77aa", "code"),
            ("2026-03-02", "time"),
            ("2026-03-02T09:10:00+08:00", "time"),
            ("2026-03-02号", "text"),
            ("张伟", "text"),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
