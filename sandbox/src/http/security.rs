//! The headers that a web server in front of the page sends, so that every test runs under them.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::LazyLock;

/// The one place where they are written down.
const TEXT: &str = include_str!("../../../deploy/security-headers.txt");

static HEADERS: LazyLock<Vec<(HeaderName, HeaderValue)>> =
    LazyLock::new(|| lines().filter_map(|(name, value)| parsed(name, value)).collect());

/// Adds them to every answer, errors too.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS.iter() {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

fn parsed(name: &str, value: &'static str) -> Option<(HeaderName, HeaderValue)> {
    Some((name.parse().ok()?, HeaderValue::from_str(value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_header() {
        let written = TEXT.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).count();
        assert_eq!(HEADERS.len(), written);
        assert!(HEADERS.iter().any(|(name, _)| name == "content-security-policy"));
    }
}
