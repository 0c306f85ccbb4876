//! `config.json`: what an operator decides, so that the same files serve every edition.
use crate::json::{Json, Object};

/// What `config.json` says. Every key is optional and unknown keys are ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Origin and optional path of the endpoint, without a slash at the end; empty for the same origin.
    pub api_base: String,
    /// `device` of the `Authorization` header.
    pub device: String,
    /// `version_code` of the `Authorization` header.
    pub version_code: String,
    /// The language for who has chosen none and whose browser names none that is known.
    pub locale: Option<String>,
    /// Calls that the whole company has in ten seconds; 0 for no limit.
    pub requests_per_10s: u32,
    /// A line for the sign-in page.
    pub hint: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api_base: String::new(),
            device: "open_api".into(),
            version_code: "9.9.9".into(),
            locale: None,
            requests_per_10s: 10,
            hint: None,
        }
    }
}

/// What is wrong with a `config.json`; the page goes on with defaults where it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// The file is no JSON object; the place, in the reader's words.
    Unreadable(String),
    /// These keys hold something that cannot be used.
    BadKeys(Vec<&'static str>),
}

impl Config {
    /// Reads the file's text. What cannot be used is replaced by its default and reported.
    pub fn read(text: &str) -> (Self, Option<ConfigProblem>) {
        let map = match Json::parse(text.trim_start_matches('\u{feff}')) {
            Ok(json) => json.object(),
            Err(cause) => return (Self::default(), Some(ConfigProblem::Unreadable(cause.to_string()))),
        };
        let Some(map) = map else {
            return (Self::default(), Some(ConfigProblem::Unreadable("not an object".into())));
        };
        let mut fields = Fields { map, bad: Vec::new() };
        let default = Self::default();
        let config = Self {
            api_base: fields.take("api_base", |it| api_base(&it.string()?)).unwrap_or(default.api_base),
            device: fields.take("device", header_word).unwrap_or(default.device),
            version_code: fields.take("version_code", header_word).unwrap_or(default.version_code),
            locale: fields.take("locale", Json::string),
            requests_per_10s: fields.take("requests_per_10s", count).unwrap_or(default.requests_per_10s),
            hint: fields.take("hint", Json::string).map(|text| text.trim().to_owned()),
        };
        let config = Self { hint: config.hint.filter(|text| !text.is_empty()), ..config };
        let problem = (!fields.bad.is_empty()).then_some(ConfigProblem::BadKeys(fields.bad));
        (config, problem)
    }
}

/// The keys of the file, and which of them cannot be used.
struct Fields<'a> {
    map: Object<'a>,
    bad: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// What a key holds; one that is absent or `null` is left as it is by default.
    fn take<T>(&mut self, key: &'static str, read: fn(Json<'a>) -> Option<T>) -> Option<T> {
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            self.bad.push(key);
        }
        read
    }
}

/// Only web addresses and paths of this origin may be called.
fn api_base(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let is_address = text.is_empty()
        || text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .is_some_and(|rest| !rest.is_empty())
        || (text.starts_with('/') && !text.starts_with("//"));
    let is_plain = !text.contains(['?', '#', ' ', '@', '\\']);
    (is_address && is_plain).then(|| text.to_owned())
}

/// A word of the `Authorization` header.
fn header_word(value: Json<'_>) -> Option<String> {
    let text = value.string()?;
    let is_word = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',');
    is_word.then_some(text)
}

/// A number, and none that is written as a text.
fn count(value: Json<'_>) -> Option<u32> {
    value.integer().filter(|_| value.is_number())?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_optional_and_unknown_ones_are_ignored() {
        assert_eq!(Config::read("{}"), (Config::default(), None));
        let (config, problem) = Config::read(
            r#"{"api_base":"https://crm.example/base/","requests_per_10s":0,"colour":1,"hint":" 演示 "}"#,
        );
        assert_eq!(
            (config.api_base.as_str(), config.requests_per_10s, config.hint.as_deref(), problem),
            ("https://crm.example/base", 0, Some("演示"), None)
        );
    }

    #[test]
    fn what_cannot_be_used_is_replaced_and_named() {
        let (config, problem) = Config::read(
            r#"{"api_base":"javascript:alert(1)","device":7,"requests_per_10s":"x","locale":"en"}"#,
        );
        assert_eq!(config, Config { locale: Some("en".into()), ..Config::default() });
        assert_eq!(problem, Some(ConfigProblem::BadKeys(vec!["api_base", "device", "requests_per_10s"])));
    }

    #[test]
    fn a_broken_file_is_reported() {
        for text in ["", "<html>", "[1]", "{\"api_base\":", "null"] {
            assert!(matches!(Config::read(text), (_, Some(ConfigProblem::Unreadable(_)))), "{text}");
        }
    }
}
