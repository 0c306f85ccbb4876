use crate::view_model::harmless;

/// Appends a line of CSV (RFC 4180). With `is_guarded` a text that a spreadsheet would run is made
/// harmless, as in a copy; a workbook's cells are marked as text instead.
pub fn push_line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>, is_guarded: bool) {
    let begin = out.len();
    let mut count = 0;
    for cell in cells {
        if count > 0 {
            out.push(',');
        }
        count += 1;
        let guarded;
        let cell = if is_guarded {
            guarded = harmless(cell);
            guarded.as_str()
        } else {
            cell
        };
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            for sign in cell.chars() {
                if sign == '"' {
                    out.push('"');
                }
                out.push(sign);
            }
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    // A line of one empty cell would be an empty line, which readers leave out.
    if count == 1 && out.len() == begin {
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], guarded: &str, plain: &str) {
        for (is_guarded, expected) in [(true, guarded), (false, plain)] {
            let mut out = String::new();
            push_line(&mut out, cells.iter().copied(), is_guarded);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn only_what_must_be_quoted_is() {
        check(
            &["甲", "a,b", "c\"d", "e\nf", ""],
            "甲,\"a,b\",\"c\"\"d\",\"e\nf\",\r\n",
            "甲,\"a,b\",\"c\"\"d\",\"e\nf\",\r\n",
        );
        check(&[""], "\"\"\r\n", "\"\"\r\n");
    }

    #[test]
    fn a_formula_is_made_harmless_and_a_number_survives() {
        check(
            &["=1+1", "@x", "\t=2", "+86 138-0013-8000", "0571"],
            "'=1+1,'@x,'\t=2,+86 138-0013-8000,0571\r\n",
            "=1+1,@x,\t=2,+86 138-0013-8000,0571\r\n",
        );
        check(&["\r=1"], "\"'\r=1\"\r\n", "\"\r=1\"\r\n");
        check(&["\n=1", " =1", "＝1", "＠a"], "\"'\n=1\",' =1,'＝1,'＠a\r\n", "\"\n=1\", =1,＝1,＠a\r\n");
    }
}
