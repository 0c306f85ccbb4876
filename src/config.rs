//! `config.json`: what an operator decides, so that the same files serve every edition.
mod customer_url;
mod follow_ups;
mod headers;

pub use customer_url::CustomerUrl;
pub use follow_ups::FollowUpUse;

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
    /// Further headers of every call to the endpoint: names and values, eight at most.
    pub headers: Vec<(String, String)>,
    /// Where a customer's own page in the CRM is.
    pub customer_url: Option<CustomerUrl>,
    /// What may be done with follow-ups.
    pub follow_ups: FollowUpUse,
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
            headers: Vec::new(),
            customer_url: None,
            follow_ups: FollowUpUse::default(),
        }
    }
}

/// What is wrong with a `config.json`; the page goes on with defaults where it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// The file is no JSON object; the place, in the reader's words.
    Unreadable(String),
    /// These keys hold something that cannot be used.
    BadKeys(Vec<String>),
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
            headers: fields.headers(),
            customer_url: fields.take("customer_url", customer_url).flatten(),
            follow_ups: fields
                .take("follow_ups", |it| FollowUpUse::named(&it.string()?))
                .unwrap_or(default.follow_ups),
        };
        let config = Self { hint: config.hint.filter(|text| !text.is_empty()), ..config };
        let problem = (!fields.bad.is_empty()).then_some(ConfigProblem::BadKeys(fields.bad));
        (config, problem)
    }
}

/// The keys of the file, and which of them cannot be used.
struct Fields<'a> {
    map: Object<'a>,
    bad: Vec<String>,
}

impl<'a> Fields<'a> {
    /// What a key holds; one that is absent or `null` is left as it is by default.
    fn take<T>(&mut self, key: &'static str, read: fn(Json<'a>) -> Option<T>) -> Option<T> {
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            self.bad.push(key.to_owned());
        }
        read
    }

    /// The further headers, of which each that cannot be used is left out by itself.
    fn headers(&mut self) -> Vec<(String, String)> {
        let Some(value) = self.map.get("headers").filter(|value| !value.is_null()) else { return Vec::new() };
        let (headers, bad) = headers::read(value);
        self.bad.extend(bad);
        headers
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

/// An empty text is no page at all.
fn customer_url(value: Json<'_>) -> Option<Option<CustomerUrl>> {
    let text = value.string()?;
    if text.trim().is_empty() { Some(None) } else { CustomerUrl::read(&text).map(Some) }
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
        assert_eq!(
            problem,
            Some(ConfigProblem::BadKeys(["api_base", "device", "requests_per_10s"].map(String::from).into()))
        );
    }

    #[test]
    fn headers_and_the_customers_page_are_left_out_one_by_one() {
        let (config, problem) = Config::read(
            r#"{"headers":{"X-LXY-APP":"crm","Cookie":"a=1"},"customer_url":"https://{id}.crm.example/"}"#,
        );
        assert_eq!(config.headers, [("X-LXY-APP".to_owned(), "crm".to_owned())]);
        assert_eq!(config.customer_url, None);
        let bad = ["headers.Cookie", "customer_url"].map(String::from);
        assert_eq!(problem, Some(ConfigProblem::BadKeys(bad.into())));
        for text in [r#"{"headers":null,"customer_url":null}"#, r#"{"headers":{},"customer_url":" "}"#] {
            assert_eq!(Config::read(text), (Config::default(), None), "{text}");
        }
        let (config, problem) = Config::read(r#"{"customer_url":"https://crm.example/customers/{id}"}"#);
        assert_eq!(
            config.customer_url.and_then(|url| url.href("7")).as_deref(),
            Some("https://crm.example/customers/7")
        );
        assert_eq!(problem, None);
    }

    #[test]
    fn follow_ups_are_read_unless_it_is_said_otherwise() {
        for (text, expected) in [
            ("{}", FollowUpUse::Read),
            (r#"{"follow_ups":null}"#, FollowUpUse::Read),
            (r#"{"follow_ups":"off"}"#, FollowUpUse::Off),
            (r#"{"follow_ups":"read"}"#, FollowUpUse::Read),
            (r#"{"follow_ups":"write"}"#, FollowUpUse::Write),
        ] {
            let (config, problem) = Config::read(text);
            assert_eq!((config.follow_ups, problem), (expected, None), "{text}");
        }
        for text in [r#"{"follow_ups":"Write"}"#, r#"{"follow_ups":true}"#, r#"{"follow_ups":""}"#] {
            let (config, problem) = Config::read(text);
            let bad = ConfigProblem::BadKeys(vec!["follow_ups".into()]);
            assert_eq!((config.follow_ups, problem), (FollowUpUse::Read, Some(bad)), "{text}");
        }
    }

    #[test]
    fn a_broken_file_is_reported() {
        for text in ["", "<html>", "[1]", "{\"api_base\":", "null"] {
            assert!(matches!(Config::read(text), (_, Some(ConfigProblem::Unreadable(_)))), "{text}");
        }
    }
}
