//! What every call of the API passes: the call log and faults of tests, the company's budget of
//! calls, the token.

use super::answer::Refusal;
use super::authorization;
use super::faults::{Call, Rule};
use super::login::LOGIN_PATH;
use super::state::Sandbox;
use super::{test_controls, wild, windows};
use crate::edition::Edition;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// The signed-in user of a call; an index into the staff list.
#[derive(Clone, Copy, Debug)]
pub struct Caller(pub usize);

/// A sign-in is a few hundred bytes.
const MOST_BODY: usize = 64 * 1024;

/// Lets a call through, or answers it here.
pub async fn gate(
    State(sandbox): State<Arc<Sandbox>>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match pass(&sandbox, &uri, request).await {
        Ok((request, rule)) => {
            let response = next.run(request).await;
            match rule {
                Some(rule) => {
                    let instead = test_controls::answer(rule, sandbox.settings.edition).await;
                    instead.unwrap_or(response)
                }
                None => response,
            }
        }
        Err(answer) => *answer,
    };
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    if sandbox.settings.edition == Edition::Wild {
        // By the clock that the windows are counted by.
        let now = UNIX_EPOCH + Duration::from_millis(sandbox.clock.now_ms());
        if let Ok(date) = HeaderValue::from_str(&httpdate::fmt_http_date(now)) {
            response.headers_mut().insert(header::DATE, date);
        }
    }
    response
}

/// The call with its caller, and what its answer is to suffer after it was carried out; or the
/// answer instead.
async fn pass(
    sandbox: &Sandbox,
    uri: &Uri,
    request: Request,
) -> Result<(Request, Option<Rule>), Box<Response>> {
    let edition = sandbox.settings.edition;
    let refuse = |refusal: Refusal| Box::new(worded(edition, refusal).into_response());
    let is_login = uri.path() == LOGIN_PATH;
    let (mut parts, body) = request.into_parts();
    let body = to_bytes(body, MOST_BODY).await.map_err(|_| refuse(Refusal::wrong_parameter("body")))?;

    let mut afterwards = None;
    if sandbox.settings.faults {
        let key = match is_login {
            true => login_name(&body),
            false => authorization::token(&parts.headers).unwrap_or_default().to_owned(),
        };
        let rule = {
            let mut faults = sandbox.faults();
            faults.note(
                &key,
                Call {
                    method: parts.method.to_string(),
                    path: uri.path_and_query().map_or(String::new(), ToString::to_string),
                    at_ms: sandbox.clock.now_ms(),
                },
            );
            faults.take(&key, uri.path())
        };
        if rule.as_ref().is_some_and(|rule| rule.is_done) {
            afterwards = rule;
        } else if let Some(rule) = rule
            && let Some(answer) = test_controls::answer(rule, edition).await
        {
            return Err(Box::new(answer));
        }
    }

    let spent = sandbox.limiter().spend(sandbox.clock.now_ms());
    spent.map_err(|seconds| Box::new(too_many(sandbox, seconds)))?;

    if !is_login {
        let token = authorization::checked(&parts.headers).map_err(refuse)?;
        let user = sandbox.sessions().user(&sandbox.staff, token).map(|user| user.no);
        parts.extensions.insert(Caller(user.map_err(refuse)?));
    }
    Ok((Request::from_parts(parts, Body::from(body)), afterwards))
}

/// The refusal as this edition says it.
fn worded(edition: Edition, refusal: Refusal) -> Refusal {
    match edition {
        Edition::Documented => refusal,
        Edition::Wild => wild::worded(refusal),
    }
}

fn too_many(sandbox: &Sandbox, seconds: u64) -> Response {
    match sandbox.settings.edition {
        Edition::Documented => Refusal::too_many(seconds).into_response(),
        Edition::Wild => {
            wild::too_many(sandbox.settings.tells_retry_after.then_some(windows::WINDOW_MS / 1000))
        }
    }
}

fn login_name(body: &Bytes) -> String {
    let body: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    body["login"].as_str().unwrap_or_default().to_owned()
}
