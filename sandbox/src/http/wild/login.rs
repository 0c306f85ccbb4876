//! `POST /api/v2/auth/login`, also for somebody who works for several companies.

use crate::http::answer::{Refusal, success};
use crate::http::login::{PASSWORD, SignIn};
use crate::http::state::Sandbox;
use crate::people::{Staff, User, without_tag};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::Arc;

/// The account of a colleague who works for several companies.
const SEVERAL: &str = "manyorgs";

/// The companies of that account.
const COMPANIES: [(&str, &str); 2] =
    [("corp_north", "青禾软件有限公司"), ("corp_south", "青禾软件华南分公司")];

/// Signs a user in; an earlier sign-in of the same user ends. Whoever works for several companies is
/// asked which first.
pub async fn login(State(sandbox): State<Arc<Sandbox>>, body: Bytes) -> Result<Response, Refusal> {
    let SignIn { login, password, corp_id } = SignIn::read(&body)?;
    let user = user(&sandbox.staff, &login).filter(|_| password == PASSWORD).ok_or_else(refused)?;
    if without_tag(&login) == SEVERAL {
        match corp_id {
            None => {
                let list = COMPANIES.map(|(id, name)| json!({ "corp_id": id, "name": name }));
                return Ok(Json(json!({ "code": 0, "org_list": list })).into_response());
            }
            Some(id) if COMPANIES.iter().all(|(own, _)| *own != id) => {
                return Err(Refusal::wrong_parameter("corp_id"));
            }
            Some(_) => {}
        }
    }
    let token = sandbox.sessions().sign_in(user, &login);
    Ok(success(json!({
        "user_token": token,
        "user_id": user.id,
        "avatar_url": "",
        "is_expired": false,
        "confirmed_phone": true,
        "set_password": true,
        "fill_user_info": true,
    })))
}

/// The several companies' account belongs to the first colleague who has none of the others.
fn user<'a>(staff: &'a Staff, login: &str) -> Option<&'a User> {
    match without_tag(login) {
        SEVERAL => staff.users.iter().find(|user| user.login.is_none() && user.sells),
        _ => staff.by_login(login),
    }
}

/// The code of a wrong parameter and of a session that is over; the words tell.
fn refused() -> Refusal {
    Refusal { code: 100_400, ..Refusal::wrong_password() }
}
