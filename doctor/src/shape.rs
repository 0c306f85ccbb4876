//! An answer with all values replaced by their types and lengths.

mod text;

pub use text::is_code;

use crate::key;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// The shortest and the longest of several.
#[derive(Clone, Copy, Debug)]
struct Lengths(usize, usize);

impl Lengths {
    fn with(held: Option<Self>, length: usize) -> Self {
        held.map_or(Self(length, length), |Self(low, high)| Self(low.min(length), high.max(length)))
    }
}

impl fmt::Display for Lengths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 == self.1 {
            true => write!(f, "{}", self.0),
            false => write!(f, "{} to {}", self.0, self.1),
        }
    }
}

/// What stands in one place of an answer; in a list, of all its items together.
#[derive(Debug, Default)]
pub struct Shape {
    count: usize,
    nulls: usize,
    flags: usize,
    decimals: usize,
    integers: Option<Lengths>,
    texts: BTreeMap<&'static str, Lengths>,
    lists: Option<Lengths>,
    items: Option<Box<Shape>>,
    objects: usize,
    parts: BTreeMap<String, Shape>,
}

impl Shape {
    /// The shape of one value.
    pub fn of(value: &Value) -> Self {
        let mut shape = Self::default();
        shape.add(value);
        shape
    }

    fn add(&mut self, value: &Value) {
        self.count += 1;
        match value {
            Value::Null => self.nulls += 1,
            Value::Bool(_) => self.flags += 1,
            Value::Number(number) if number.is_f64() => self.decimals += 1,
            Value::Number(number) => {
                let digits = number.to_string().trim_start_matches('-').len();
                self.integers = Some(Lengths::with(self.integers, digits));
            }
            Value::String(text) => {
                let kind = text::kind(text);
                let held = self.texts.get(kind).copied();
                self.texts.insert(kind, Lengths::with(held, text.chars().count()));
            }
            Value::Array(items) => {
                self.lists = Some(Lengths::with(self.lists, items.len()));
                let all = self.items.get_or_insert_default();
                items.iter().for_each(|item| all.add(item));
            }
            Value::Object(parts) => {
                self.objects += 1;
                for (name, part) in parts {
                    self.parts.entry(key::told(name).into_owned()).or_default().add(part);
                }
            }
        }
    }

    /// What may stand here, in words.
    fn told(&self) -> String {
        let mut ways = Vec::new();
        if self.objects > 0 {
            ways.push(if self.parts.is_empty() { "{}".to_owned() } else { "object".to_owned() });
        }
        if let Some(lengths) = self.lists {
            ways.push(format!("list of {lengths}"));
        }
        if let Some(digits) = self.integers {
            ways.push(format!("integer({digits})"));
        }
        if self.decimals > 0 {
            ways.push("decimal".to_owned());
        }
        ways.extend(self.texts.iter().map(|(kind, lengths)| format!("{kind}({lengths})")));
        if self.flags > 0 {
            ways.push("true or false".to_owned());
        }
        if self.nulls > 0 {
            ways.push("null".to_owned());
        }
        ways.join(" | ")
    }

    /// One line for each place, each a step further in than what it stands in.
    pub fn lines(&self, indent: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (name, part) in &self.parts {
            let times = match part.count < self.objects {
                true => format!("  (in {} of {})", part.count, self.objects),
                false => String::new(),
            };
            lines.push(format!("{:indent$}{name}: {}{times}", "", part.told()));
            lines.extend(part.lines(indent + 2));
        }
        if let Some(items) = self.items.as_ref().filter(|items| items.count > 0) {
            if items.objects < items.count {
                lines.push(format!("{:indent$}each: {}", "", items.told()));
            }
            lines.extend(items.lines(indent));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_become_types_and_lengths() {
        let answer = json!({
            "code": 0,
            "data": {
                "users": [
                    { "id": 88001, "name": "示例甲", "tel": "13800138000", "at": "2026-03-02 09:10" },
                    { "id": 7, "name": null, "tags": ["sel_77aa", "x"], "money": 0.5, "13800138000": true },
                ],
                "before": {},
            },
        });
        let lines = Shape::of(&answer).lines(0);
        let expected = [
            "code: integer(1)",
            "data: object",
            "  before: {}",
            "  users: list of 2",
            "    <a key that looks like data>: true or false  (in 1 of 2)",
            "    at: time(16)  (in 1 of 2)",
            "    id: integer(1 to 5)",
            "    money: decimal  (in 1 of 2)",
            "    name: text(3) | null",
            "    tags: list of 2  (in 1 of 2)",
            "      each: code(8) | text(1)",
            "    tel: digits(11)  (in 1 of 2)",
        ];
        assert_eq!(lines, expected);
    }
}
