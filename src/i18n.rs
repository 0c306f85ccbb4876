//! Every word a person reads, Chinese first and English second, side by side.
#[macro_use]
mod declare;
mod lang;
mod row_words;
mod words;

pub use lang::Lang;
pub use row_words::RowWords;
pub use words::Words;

/// Puts values where a sentence has `{}`.
///
/// A sentence is data, chosen at run time, so `format!` cannot fill it.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut text = String::with_capacity(sentence.len() + 16);
    let mut values = values.iter();
    let mut parts = sentence.split("{}");
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        text.push_str(values.next().copied().unwrap_or_default());
        text.push_str(part);
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
}
