//! Cells as text for the clipboard: lines and tabs that a spreadsheet takes, and the same as a table
//! in HTML, whose cells are marked as text so that `0571…` and `+86…` stay what they are.
use super::{CellView, ColumnView, Dates, cell_view};
use crate::i18n::Words;
use crate::model::Customer;
use time::Date;

/// A copy in both forms that a clipboard takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Tab-separated lines.
    pub text: String,
    /// The same as an HTML table.
    pub html: String,
}

/// The texts of a customer's cells, as they are shown.
pub fn row_texts(
    customer: &Customer,
    columns: &[ColumnView],
    today: Date,
    words: &'static Words,
) -> Vec<String> {
    let dates = Dates::exact(today);
    columns.iter().map(|column| cell_text(&cell_view(customer, column, dates, words), words)).collect()
}

/// What stands in a cell, as text. A number that may not be seen is not in it, since it is not in the
/// view either.
pub fn cell_text(view: &CellView, words: &Words) -> String {
    match view {
        CellView::Nothing | CellView::Empty => String::new(),
        CellView::Text(text)
        | CellView::Number(text)
        | CellView::Masked(text)
        | CellView::Days { text, .. }
        | CellView::Approval(_, text) => text.clone(),
        CellView::Time { text, exact, .. } => exact.clone().unwrap_or_else(|| text.clone()),
        CellView::Link { href, text, rest } => {
            // The address without its `mailto:`, but a web address whole.
            let address = if href.starts_with("mailto:") { text } else { href };
            [address.as_str(), rest].concat()
        }
        CellView::Labels(chips) => joined(chips.iter().map(|chip| chip.text.as_str()), words),
        CellView::Phones(phones) => joined(phones.iter().map(|phone| phone.text.as_str()), words),
    }
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, words: &Words) -> String {
    parts.collect::<Vec<_>>().join(words.names_joint)
}

/// Tells a spreadsheet that a cell is text, whatever it looks like.
pub const TEXT_CELL: &str = " style=\"mso-number-format:'\\@'\"";

/// Rows of texts for the clipboard.
pub fn copied(rows: &[Vec<String>]) -> Copied {
    let mut text = String::new();
    let mut html = String::from("<meta charset=\"utf-8\"><table>");
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        html.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            let cell = harmless(cell);
            push_field(&mut text, &cell);
            html.push_str("<td");
            html.push_str(TEXT_CELL);
            html.push('>');
            push_escaped(&mut html, &cell);
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    Copied { text, html }
}

/// Lines for a chat, as they are.
pub fn copied_lines(lines: &[String]) -> Copied {
    let text = lines.join("\n");
    let mut html = String::from("<meta charset=\"utf-8\">");
    push_escaped(&mut html, &text);
    Copied { text, html }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it, also where it would
/// only after leaving out blanks or making full-width signs narrow. A number with a sign is none.
pub fn harmless(text: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}');
    let is_of_number = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || " -－().,*".contains(c);
    let mut rest = text.trim_start_matches(is_blank).chars();
    let is_formula = match (text.chars().next(), rest.next()) {
        (Some('\t' | '\r' | '\n'), _) | (_, Some('=' | '@' | '＝' | '＠')) => true,
        (_, Some('+' | '-' | '＋' | '－')) => !rest.all(is_of_number),
        _ => false,
    };
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// A field with a tab, a line break or a quote stands in quotes, as spreadsheets write it.
fn push_field(out: &mut String, text: &str) {
    if text.contains(['\t', '\n', '\r', '"']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[track_caller]
    fn check(cells: &[&str], text: &str) {
        let row = cells.iter().map(|cell| (*cell).to_owned()).collect();
        assert_eq!(copied(&[row]).text, text);
    }

    #[test]
    fn a_spreadsheet_takes_lines_and_tabs() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let copy = copied(&[row(["甲", "1"]), row(["乙", ""])]);
        assert_eq!(copy.text, "甲\t1\n乙\t");
        assert_eq!(copy.html.matches("<tr>").count(), 2);
        check(&["a\tb", "c\nd", "e\"f"], "\"a\tb\"\t\"c\nd\"\t\"e\"\"f\"");
    }

    #[test]
    fn a_formula_is_made_harmless_and_a_number_is_left_alone() {
        check(&["=1+1"], "'=1+1");
        check(&["@SUM(A1)"], "'@SUM(A1)");
        check(&["-2+3+cmd|' /C calc'!A0"], "'-2+3+cmd|' /C calc'!A0");
        check(&["+86 138-0013-8000"], "+86 138-0013-8000");
        check(&["-5"], "-5");
        check(&["0571-88"], "0571-88");
        check(&["+8657188888888,801"], "+8657188888888,801");
        check(&["－5"], "－5");
        check(&["＋８６ 138"], "＋８６ 138");
    }

    #[test]
    fn a_formula_behind_blanks_or_in_full_width_is_made_harmless_too() {
        for text in [
            "\n=1+1",
            "\n1",
            "\r=1",
            "\t=1",
            " =1+1",
            "\u{a0}=1",
            "\u{3000}=1",
            "\u{feff}=1",
            "\u{200b}@a",
            "\u{b}=1",
            "  +1+cmd",
            "＝1+1",
            "＋1＋2",
            "－1+2",
            "＠SUM(A1)",
            " ＝1",
        ] {
            assert_eq!(harmless(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", " ", "甲=乙", "a@b.cn", " 甲", "1\n=2", " -5", "–5"] {
            assert_eq!(harmless(text), text, "{text:?}");
        }
    }

    #[test]
    fn lines_for_a_chat_are_no_cells() {
        let copy = copied_lines(&["=甲 & 乙".to_owned(), "丙".to_owned()]);
        assert_eq!(copy.text, "=甲 & 乙\n丙");
        assert!(copy.html.ends_with("=甲 &amp; 乙<br>丙"), "{}", copy.html);
    }

    #[test]
    fn markup_of_the_endpoint_is_only_text() {
        let html = copied(&[vec!["<img src=x onerror=alert(1)>&\"".to_owned()]]).html;
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;"));
        assert!(!html.contains("<img"));
    }

    #[test]
    fn a_cell_is_copied_as_it_reads() {
        let words = Lang::Zh.words();
        let time = |text: &str, exact: Option<&str>| {
            let exact = exact.map(str::to_owned);
            cell_text(
                &CellView::Time { text: text.into(), exact, tone: crate::view_model::Tone::Plain },
                words,
            )
        };
        assert_eq!(time("2023-11-03 18:25", None), "2023-11-03 18:25");
        assert_eq!(time("3 天前", Some("2023-11-03 18:25")), "2023-11-03 18:25");
        assert_eq!(cell_text(&CellView::Empty, words), "");
        let link = |text: &str, href: &str, rest: &str| {
            cell_text(&CellView::Link { text: text.into(), href: href.into(), rest: rest.into() }, words)
        };
        assert_eq!(link("a@b.cn", "mailto:a@b.cn", ""), "a@b.cn");
        assert_eq!(link("a.cn", "http://a.cn", "、备用"), "http://a.cn、备用");
    }
}
