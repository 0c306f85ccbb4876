//! Every word a person reads, Chinese first and English second, side by side.
#[macro_use]
mod declare;
mod lang;
mod row_words;
mod words;

pub use lang::Lang;
pub use row_words::RowWords;
pub use words::Words;

/// Puts values where a sentence has `{}`. What stands in brackets behind a value is left out where it is 1:
/// `{} row[s]`.
///
/// A sentence is data, chosen at run time, so `format!` cannot fill it.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut text = String::with_capacity(sentence.len() + 16);
    let mut values = values.iter();
    let mut parts = sentence.split("{}");
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let value = values.next().copied().unwrap_or_default();
        text.push_str(value);
        let mut rest = part;
        while let Some((before, (ending, after))) =
            rest.split_once('[').and_then(|(before, after)| Some((before, after.split_once(']')?)))
        {
            text.extend([before, if value == "1" { "" } else { ending }]);
            rest = after;
        }
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_the_sentence_has_room() {
        assert_eq!(fill("第 {} 页 · 本页 {} 行", &["3", "50"]), "第 3 页 · 本页 50 行");
        assert_eq!(fill("{}", &["{}"]), "{}");
        assert_eq!(fill("{} {}", &["a"]), "a ");
        assert_eq!(fill("plain", &["a"]), "plain");
    }

    #[test]
    fn one_is_no_plural() {
        for (values, expected) in [
            (["1", "15"], "1 page, 15 rows"),
            (["11", "1"], "11 pages, 1 row"),
            (["0", "[1]"], "0 pages, [1] rows"),
        ] {
            assert_eq!(fill("{} page[s], {} row[s]", &values), expected);
        }
    }
}
