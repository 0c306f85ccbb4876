//! What the other reading says no with.

use crate::http::answer::Refusal;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A refusal for too many calls: plain text, which is what the Ruby library Rack::Attack answers by
/// itself; its older versions add how long the whole window is.
pub fn too_many(retry_after: Option<u64>) -> Response {
    let mut response = (StatusCode::TOO_MANY_REQUESTS, "Retry later\n").into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Signed out has other codes here, which also mean other things: the message tells.
pub fn worded(refusal: Refusal) -> Refusal {
    match (refusal.code, refusal.error) {
        (100_401, Some(_)) => Refusal { code: 100_400, error: None, ..refusal },
        (100_401, None) => Refusal { code: 100_000, ..refusal },
        _ => refusal,
    }
}
