use super::ColumnView;
use crate::model::{Value, is_code};
use std::borrow::Cow;

/// Signs between several codes in one text.
const BETWEEN: [char; 5] = [',', '，', '、', ';', '；'];

impl ColumnView {
    /// A value of this column as it may be shown: the codes of choices as their words. A code that nobody
    /// can name is nothing.
    pub fn in_words<'a>(&self, value: &'a Value) -> Cow<'a, Value> {
        // Whatever people write into the fields of the document is theirs.
        if self.group != super::ColumnGroup::Custom && !self.id.as_str().ends_with("_mapped") {
            return Cow::Borrowed(value);
        }
        match value {
            Value::Text(text) | Value::Number(text) => match self.label(text) {
                Some(label) => Cow::Owned(Value::Text(label.to_owned())),
                None if is_code(text) => Cow::Owned(Value::Empty),
                None if text.contains(BETWEEN) && text.split(BETWEEN).all(|part| self.is_option(part)) => {
                    self.names(text.split(BETWEEN))
                }
                None => Cow::Borrowed(value),
            },
            Value::Names(names) if names.iter().any(|name| self.is_option(name)) => {
                self.names(names.iter().map(String::as_str))
            }
            _ => Cow::Borrowed(value),
        }
    }

    fn label(&self, code: &str) -> Option<&str> {
        self.field.as_ref()?.label(code.trim())
    }

    fn is_option(&self, text: &str) -> bool {
        is_code(text.trim()) || self.label(text).is_some()
    }

    fn names<'a>(&self, codes: impl Iterator<Item = &'a str>) -> Cow<'static, Value> {
        let word = |code: &'a str| match self.label(code) {
            Some(label) => Some(label.to_owned()),
            None if is_code(code.trim()) => None,
            None => Some(code.to_owned()),
        };
        let names: Vec<_> = codes.filter_map(word).collect();
        Cow::Owned(if names.is_empty() { Value::Empty } else { Value::Names(names) })
    }
}
