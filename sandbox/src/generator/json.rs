//! Writes JSON straight into a string: key order is kept, and a key can simply be left out.

use std::fmt::Write as _;

/// A JSON text being written.
#[derive(Default)]
pub struct Json(String);

impl Json {
    /// The text written so far.
    pub fn finish(self) -> String {
        self.0
    }

    /// Writes `{…}` as the whole text or as an item of a list.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.0.push('{');
        fill(self);
        self.0.push('}');
    }

    /// Writes `"key":[…]`.
    pub fn list(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.key(key);
        self.0.push('[');
        fill(self);
        self.0.push(']');
    }

    /// Writes `"key":{…}`.
    pub fn part(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.key(key);
        self.0.push('{');
        fill(self);
        self.0.push('}');
    }

    /// Writes a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
    }

    /// Writes anything that reads well as a text.
    pub fn shown(&mut self, key: &str, value: impl std::fmt::Display) {
        self.text(key, &value.to_string());
    }

    /// Writes a whole number.
    pub fn number(&mut self, key: &str, value: i64) {
        self.literal(key, &value.to_string());
    }

    /// Writes `true` or `false`.
    pub fn flag(&mut self, key: &str, value: bool) {
        self.literal(key, if value { "true" } else { "false" });
    }

    /// Writes `null` under each key.
    pub fn nulls(&mut self, keys: &[&str]) {
        for key in keys {
            self.literal(key, "null");
        }
    }

    /// Writes a piece of JSON as it is.
    pub fn literal(&mut self, key: &str, json: &str) {
        self.key(key);
        self.0.push_str(json);
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.quoted(key);
        self.0.push(':');
    }

    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    fn quoted(&mut self, value: &str) {
        self.0.push('"');
        for letter in value.chars() {
            match letter {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                control if control < ' ' => {
                    // Writing to a String cannot fail.
                    let _ = write!(self.0, "\\u{:04x}", control as u32);
                }
                plain => self.0.push(plain),
            }
        }
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let mut json = Json::default();
        json.object(|json| {
            json.text("a\"b", "\\ \u{1} \n 客户");
            json.list("list", |json| {
                json.object(|json| json.number("n", -1));
                json.object(|_| {});
            });
            json.nulls(&["x", "y"]);
        });
        let read: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
        let meant = serde_json::json!({
            "a\"b": "\\ \u{1} \n 客户", "list": [{"n": -1}, {}], "x": null, "y": null
        });
        assert_eq!(read, meant);
    }
}
