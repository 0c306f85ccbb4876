//! `GET /config.json`, which the sandbox answers itself, so that any built page finds it.

use super::authorization::{DEVICE, VERSION};
use super::state::Sandbox;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;
use std::sync::Arc;

/// The page's configuration; the hint names the demo accounts on the sign-in page.
pub async fn config(State(sandbox): State<Arc<Sandbox>>) -> impl IntoResponse {
    let config = json!({
        "api_base": "",
        "device": DEVICE,
        "version_code": VERSION,
        "locale": "zh-CN",
        "requests_per_10s": sandbox.settings.rate_limit,
        "hint": "演示帐号 lixining / manager / admin，密码 kehu（沙盒数据）",
    });
    ([(header::CACHE_CONTROL, "no-cache")], Json(config))
}
