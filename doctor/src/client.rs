//! One call after another: at a pace, and never again before a refusal is over.

mod pause;

use anyhow::{Result, anyhow};
use rustls_native_certs::load_native_certs;
use serde_json::Value;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{HeaderMap, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// How often a call is made before it counts as refused.
const TRIES: usize = 3;
/// A page of 500 customers is some megabytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The type, without its parameters.
    pub content_type: String,
    /// The JSON, where it is some.
    pub json: Option<Value>,
    /// How long the body is.
    pub bytes: usize,
}

/// A refusal for too many calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// The type, without its parameters.
    pub content_type: String,
    /// Whether the body is what the Ruby library Rack::Attack answers by itself.
    pub is_rack_attack: bool,
    /// `Retry-After` in seconds, where there is one.
    pub retry_after: Option<u64>,
    /// Whether there is a `Date`.
    pub has_date: bool,
}

/// Calls one CRM with one token.
pub struct Client<'a> {
    agent: Agent,
    base: String,
    token: String,
    pace: Duration,
    sleep: Box<dyn FnMut(Duration) + 'a>,
    has_called: bool,
    /// All refusals for too many calls so far.
    pub refusals: Vec<TooMany>,
    /// How many calls were made.
    pub calls: usize,
}

impl<'a> Client<'a> {
    /// A client that waits `pace` between two calls, by `sleep`.
    pub fn new(base: &str, token: &str, pace: Duration, sleep: impl FnMut(Duration) + 'a) -> Result<Self> {
        // One of the processes of a test may have been here before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let certificates = load_native_certs().certs;
        let certificates = certificates.iter().map(|one| Certificate::from_der(one).to_owned());
        let roots = RootCerts::new_with_certs(&certificates.collect::<Vec<_>>());
        let agent = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .http_status_as_error(false)
            // The token goes to the address that was given and nowhere else.
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .user_agent("kehu-doctor")
            .build()
            .new_agent();
        Ok(Self {
            agent,
            base: base.to_owned(),
            token: token.to_owned(),
            pace,
            sleep: Box::new(sleep),
            has_called: false,
            refusals: Vec::new(),
            calls: 0,
        })
    }

    /// Asks for a path, with the token or with one that nobody has.
    pub fn get(&mut self, path: &str, as_stranger: bool) -> Result<Answer> {
        for _ in 0..TRIES {
            let (status, headers, body) = self.call(path, as_stranger)?;
            if status != 429 {
                let json = serde_json::from_slice(&body).ok();
                return Ok(Answer { status, content_type: content_type(&headers), json, bytes: body.len() });
            }
            self.refusals.push(TooMany {
                content_type: content_type(&headers),
                is_rack_attack: body == b"Retry later\n",
                retry_after: pause::retry_after(&headers),
                has_date: headers.contains_key(header::DATE),
            });
            (self.sleep)(pause::of(&headers));
        }
        Err(anyhow!("refused {TRIES} times for too many calls"))
    }

    fn call(&mut self, path: &str, as_stranger: bool) -> Result<(u16, HeaderMap, Vec<u8>)> {
        if std::mem::replace(&mut self.has_called, true) {
            (self.sleep)(self.pace);
        }
        self.calls += 1;
        let token = if as_stranger { "kehu-doctor-nobody" } else { &self.token };
        let mut response = self
            .agent
            .get(format!("{}{path}", self.base))
            .header("Authorization", format!("Token token={token}, device=open_api, version_code=9.9.9"))
            .call()?;
        let body = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec()?;
        Ok((response.status().as_u16(), response.headers().clone(), body))
    }
}

fn content_type(headers: &HeaderMap) -> String {
    let full = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    full.split(';').next().unwrap_or_default().trim().to_owned()
}
