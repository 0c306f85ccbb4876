//! `POST /api/v2/auth/login`.

use super::answer::{Refusal, success};
use super::authorization::DEVICE;
use super::state::Sandbox;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

/// The one path that needs no token.
pub const LOGIN_PATH: &str = "/api/v2/auth/login";

/// The password of every demo account.
pub const PASSWORD: &str = "kehu";

/// Signs a user in; an earlier sign-in of the same user ends.
pub async fn login(State(sandbox): State<Arc<Sandbox>>, body: Bytes) -> Result<Response, Refusal> {
    let SignIn { login, password, .. } = SignIn::read(&body)?;
    let user = sandbox.staff.by_login(&login).filter(|_| password == PASSWORD);
    let user = user.ok_or_else(Refusal::wrong_password)?;
    let token = sandbox.sessions().sign_in(user, &login);
    Ok(success(json!({ "user_token": token, "user_id": user.id, "name": user.name })))
}

/// What somebody signs in with.
pub struct SignIn {
    /// The name.
    pub login: String,
    /// The password.
    pub password: String,
    /// The company, for those who work for several.
    pub corp_id: Option<String>,
}

impl SignIn {
    /// Reads the body of a sign-in.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let body: Value = serde_json::from_slice(body).map_err(|_| Refusal::wrong_parameter("JSON"))?;
        let text = |key: &str| body[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let login = text("login").ok_or_else(|| Refusal::wrong_parameter("login"))?;
        let password = text("password").ok_or_else(|| Refusal::wrong_parameter("password"))?;
        if text("device").is_some_and(|device| device != DEVICE) {
            return Err(Refusal::wrong_parameter("device"));
        }
        Ok(Self { login, password, corp_id: text("corp_id") })
    }
}
