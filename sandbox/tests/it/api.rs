//! Calls the sandbox as a client would.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use sandbox::clock::Clock;
use sandbox::dates::Day;
use sandbox::edition::Edition;
use sandbox::http::{Sandbox, Settings, app};
use sandbox::store::Contents;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tower::ServiceExt;

/// The day the tests' customers are relative to.
pub const TODAY: &str = "2025-04-29";

/// A sandbox and a hand on its clock.
#[derive(Clone)]
pub struct Api {
    app: Router,
    clock: Arc<AtomicU64>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// Few customers, no limit, the document's reading.
pub fn settings(customers: u64) -> Settings {
    Settings {
        edition: Edition::Documented,
        contents: Contents { customers, seed: 7, today: Day::parse(TODAY), examples_only: false },
        db: None,
        site: None,
        rate_limit: 0,
        tells_retry_after: false,
        faults: false,
    }
}

/// The same, by the other reading.
pub fn wild(customers: u64) -> Settings {
    Settings { edition: Edition::Wild, ..settings(customers) }
}

impl Api {
    pub fn new(settings: Settings) -> Self {
        let clock = Arc::new(AtomicU64::new(0));
        let hand = Arc::clone(&clock);
        let sandbox = Sandbox::open(settings, Clock::new(move || hand.load(Ordering::Relaxed))).unwrap();
        Self { app: app(Arc::new(sandbox)), clock }
    }

    pub fn set_clock(&self, now_ms: u64) {
        self.clock.store(now_ms, Ordering::Relaxed);
    }

    pub async fn call(&self, request: Request<Body>) -> Answer {
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.map(|bytes| bytes.to_vec()).unwrap_or_default();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Asks with a token and the right header.
    pub async fn ask(&self, token: &str, path: &str) -> Answer {
        let header = format!("Token token={token}, device=open_api, version_code=9.9.9");
        self.call(get(path).header(header::AUTHORIZATION, header).body(Body::empty()).unwrap()).await
    }

    /// Asks as a demo account and gives the JSON.
    pub async fn json(&self, login: &str, path: &str) -> Value {
        self.ask(&format!("demo-{login}"), path).await.json()
    }

    /// The customers of all pages.
    pub async fn customers(&self, login: &str, query: &str) -> Vec<Value> {
        let mut all = Vec::new();
        for page in 1.. {
            let path = format!("/api/v2/customers?per_page=400&page={page}&{query}");
            let mut answer = self.json(login, &path).await;
            assert_eq!(answer["code"], 0, "{path}: {answer}");
            all.append(answer["data"]["customers"].as_array_mut().unwrap());
            if answer["data"]["has_next_page"] == false {
                break;
            }
        }
        all
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.call(request.body(Body::from(body.to_string())).unwrap()).await
    }
}

pub fn get(path: &str) -> axum::http::request::Builder {
    // A client encodes what is not ASCII; the tests write it plainly.
    let encoded: String = path
        .bytes()
        .map(|byte| match byte {
            b'!'..=b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    Request::get(encoded)
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|cause| {
            panic!("{cause}: {} {}", self.status, String::from_utf8_lossy(&self.body))
        })
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
