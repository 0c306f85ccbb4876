//! What is to go wrong, for which token and how often; and which calls a token has made.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, VecDeque};

/// How a call is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// As always, after the delay.
    #[default]
    Normal,
    /// With a page of HTML, as a proxy or a sign-in portal would.
    Html,
    /// With nothing.
    Empty,
    /// With JSON that stops in the middle, complete as far as HTTP is concerned.
    Broken,
    /// The connection is cut in the middle of the answer.
    Cut,
    /// With the HTTP status of the rule; with `message` also in the envelope.
    Status,
    /// With 100401.
    SignedOut,
    /// With 429.
    RateLimit,
}

/// One rule: it applies to the next `times` calls of its path, then it is used up.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rule {
    /// The path it applies to; a `*` at the end stands for any rest; without one, any path.
    pub path: Option<String>,
    /// How many calls; `None` is all.
    pub times: Option<u32>,
    /// Milliseconds to wait first.
    pub delay_ms: u64,
    /// How to answer.
    pub answer: Kind,
    /// Carries the call out first: whatever was sent is done, and only its answer is late or lost.
    pub is_done: bool,
    /// The HTTP status, where the answer has one to choose.
    pub status: Option<u16>,
    /// Seconds in Retry-After.
    pub retry_after: Option<u64>,
    /// The code in the envelope of `status`.
    pub code: Option<u32>,
    /// The words in the envelope.
    pub message: Option<String>,
}

impl Rule {
    fn is_for(&self, path: &str) -> bool {
        match &self.path {
            None => true,
            Some(own) => match own.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == own,
            },
        }
    }
}

/// A call a token has made.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// GET, POST, …
    pub method: String,
    /// Path and query as they came.
    pub path: String,
    /// When, in milliseconds on the sandbox's clock.
    pub at_ms: u64,
}

/// Rules and calls by token; for a sign-in, which has no token yet, by the sign-in name.
#[derive(Debug, Default)]
pub struct Faults {
    rules: HashMap<String, Vec<Rule>>,
    calls: HashMap<String, VecDeque<Call>>,
}

/// So many calls of a token are remembered; the oldest go first.
const MOST_CALLS: usize = 2_000;
/// A long run of tests uses many tokens; beyond this many all calls are forgotten.
const MOST_TOKENS: usize = 2_000;

impl Faults {
    /// Sets the rules of a token in place of any before.
    pub fn set(&mut self, token: &str, rules: Vec<Rule>) {
        match rules.is_empty() {
            true => self.rules.remove(token),
            false => self.rules.insert(token.to_owned(), rules),
        };
    }

    /// Takes the first rule of the token that is for this path, using it up by one.
    pub fn take(&mut self, token: &str, path: &str) -> Option<Rule> {
        let rules = self.rules.get_mut(token)?;
        let usable = |rule: &Rule| rule.is_for(path) && rule.times != Some(0);
        let rule = rules.iter_mut().find(|rule| usable(rule))?;
        if let Some(times) = &mut rule.times {
            *times -= 1;
        }
        Some(rule.clone())
    }

    /// Remembers a call.
    pub fn note(&mut self, token: &str, call: Call) {
        if self.calls.len() >= MOST_TOKENS && !self.calls.contains_key(token) {
            self.calls.clear();
        }
        let calls = self.calls.entry(token.to_owned()).or_default();
        if calls.len() >= MOST_CALLS {
            calls.pop_front();
        }
        calls.push_back(call);
    }

    /// The calls a token has made since they were last forgotten.
    pub fn calls(&self, token: &str) -> Vec<Call> {
        self.calls.get(token).into_iter().flatten().cloned().collect()
    }

    /// Forgets the calls of a token.
    pub fn forget_calls(&mut self, token: &str) {
        self.calls.remove(token);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_used_up_in_order() {
        let mut faults = Faults::default();
        let rule = |path: Option<&str>, times, answer| Rule {
            path: path.map(str::to_owned),
            times,
            answer,
            ..Rule::default()
        };
        faults.set(
            "a",
            vec![
                rule(Some("/x"), Some(1), Kind::Html),
                rule(Some("/x*"), Some(1), Kind::Empty),
                rule(None, None, Kind::Broken),
            ],
        );
        let mut next = |token: &str, path| faults.take(token, path).map(|rule| rule.answer);
        assert_eq!(next("b", "/x"), None);
        assert_eq!(next("a", "/xy"), Some(Kind::Empty));
        assert_eq!(next("a", "/x"), Some(Kind::Html));
        assert_eq!(next("a", "/x"), Some(Kind::Broken));
        assert_eq!(next("a", "/z"), Some(Kind::Broken));
    }
}
