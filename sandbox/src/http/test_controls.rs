//! `/__sandbox/…`, where tests say what is to go wrong; and the answers that are wrong on purpose.

use super::answer::Refusal;
use super::faults::{Call, Kind, Rule};
use super::state::Sandbox;
use super::wild;
use crate::edition::Edition;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use futures_util::stream;
use std::io::Error;
use std::sync::Arc;
use std::time::Duration;

/// The routes of the test controls.
pub fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/__sandbox/faults/{token}", put(set_faults).delete(clear_faults))
        .route("/__sandbox/calls/{token}", get(list_calls).delete(forget_calls))
}

async fn set_faults(
    State(sandbox): State<Arc<Sandbox>>,
    Path(token): Path<String>,
    Json(rules): Json<Vec<Rule>>,
) -> StatusCode {
    sandbox.faults().set(&token, rules);
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(sandbox): State<Arc<Sandbox>>, Path(token): Path<String>) -> StatusCode {
    sandbox.faults().set(&token, Vec::new());
    StatusCode::NO_CONTENT
}

async fn list_calls(State(sandbox): State<Arc<Sandbox>>, Path(token): Path<String>) -> Json<Vec<Call>> {
    Json(sandbox.faults().calls(&token))
}

async fn forget_calls(State(sandbox): State<Arc<Sandbox>>, Path(token): Path<String>) -> StatusCode {
    sandbox.faults().forget_calls(&token);
    StatusCode::NO_CONTENT
}

const HALF_AN_ANSWER: &str = "{\"code\":0,\"data\":{\"customers\":[{\"id\":2456846,\"name\":\"w";

/// Waits as the rule says, then gives its answer; `None` when the call is to go on as always.
pub async fn answer(rule: Rule, edition: Edition) -> Option<Response> {
    if rule.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(rule.delay_ms)).await;
    }
    let status = rule.status.and_then(|status| StatusCode::from_u16(status).ok());
    let json = [(header::CONTENT_TYPE, "application/json")];
    Some(match rule.answer {
        Kind::Normal => return None,
        Kind::Html => {
            let page = "<!doctype html><title>登录</title><h1>请先登录网络</h1>";
            (status.unwrap_or(StatusCode::OK), Html(page)).into_response()
        }
        Kind::Empty => status.unwrap_or(StatusCode::OK).into_response(),
        Kind::Broken => (status.unwrap_or(StatusCode::OK), json, HALF_AN_ANSWER).into_response(),
        Kind::Cut => (json, Body::from_stream(cut())).into_response(),
        Kind::Status => failure(rule, status.unwrap_or(StatusCode::BAD_GATEWAY)),
        Kind::SignedOut => {
            let refusal = Refusal::signed_in_elsewhere().saying(rule.message);
            Refusal { status: status.unwrap_or(StatusCode::OK), ..refusal }.into_response()
        }
        Kind::RateLimit if edition == Edition::Wild && rule.message.is_none() => {
            wild::too_many(rule.retry_after)
        }
        Kind::RateLimit => {
            let refusal = Refusal::too_many(1).saying(rule.message);
            let status = status.unwrap_or(StatusCode::TOO_MANY_REQUESTS);
            Refusal { status, retry_after: rule.retry_after, ..refusal }.into_response()
        }
    })
}

fn failure(rule: Rule, status: StatusCode) -> Response {
    match (rule.message, rule.code) {
        (None, None) => {
            let title = status.canonical_reason().unwrap_or("Error");
            let page = format!("<html><head><title>{0} {title}</title></head></html>", status.as_u16());
            (status, Html(page)).into_response()
        }
        (message, code) => {
            let refusal = Refusal::no_such_endpoint().saying(message);
            let code = code.unwrap_or(100_500);
            Refusal { status, code, retry_after: rule.retry_after, ..refusal }.into_response()
        }
    }
}

/// Half an answer, a moment for it to leave the machine, then an error that ends the connection.
fn cut() -> impl futures_util::Stream<Item = Result<Bytes, Error>> {
    stream::unfold(0, |step| async move {
        match step {
            0 => Some((Ok(Bytes::from_static(HALF_AN_ANSWER.as_bytes())), 1)),
            _ => {
                tokio::time::sleep(Duration::from_millis(30)).await;
                Some((Err(Error::other("cut on purpose")), 2))
            }
        }
    })
}
