//! Text inside XML.

/// Appends a text so that a spreadsheet shows it as it is.
///
/// Signs that XML cannot hold are left out, a line break is one sign, and what looks like a
/// spreadsheet's own escape (`_x0041_`) is marked as text.
pub(crate) fn push_text(out: &mut String, text: &str) {
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push('\n'),
            '\n' if before == '\r' => {}
            '\n' | '\t' => out.push(sign),
            '_' if is_escape(&text[at..]) => out.push_str("_x005F_"),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
            sign => out.push(sign),
        }
        before = sign;
    }
}

/// Whether a text begins with `_xHHHH_`.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

/// The name of a column: 0 is `A`, 26 is `AA`.
pub(crate) fn column_name(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = (rest - 1) % 26;
        name.insert(0, char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        push_text(&mut out, text);
        assert_eq!(out, expected);
    }

    #[test]
    fn markup_is_only_text() {
        check("<b>&\"客户\"</b>", "&lt;b&gt;&amp;&quot;客户&quot;&lt;/b&gt;");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        check("a\0b\u{8}c\u{fffe}", "abc");
        check("a\r\nb\rc\nd\te", "a\nb\nc\nd\te");
    }

    #[test]
    fn an_escape_of_spreadsheets_is_text() {
        check("_x0041_", "_x005F_x0041_");
        check("_x004_ _X0041_ __", "_x004_ _X0041_ __");
    }

    #[test]
    fn columns_have_letters() {
        let names = [0, 25, 26, 45, 701, 702].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AT", "ZZ", "AAA"]);
    }
}
