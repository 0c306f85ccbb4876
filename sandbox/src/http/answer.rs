//! The envelope `{code, data, message}` and the refusals that come in it.

use crate::request::Wrong;
use crate::trouble::Trouble;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A success with this data.
pub fn success(data: Value) -> Response {
    Json(json!({ "code": 0, "data": data })).into_response()
}

/// A refusal, in the words of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status; the real endpoint mostly refuses with 200.
    pub status: StatusCode,
    /// The envelope's code.
    pub code: u32,
    /// The envelope's message.
    pub message: String,
    /// What `error` says, where it is added.
    pub error: Option<&'static str>,
    /// Seconds until another try makes sense.
    pub retry_after: Option<u64>,
}

impl Refusal {
    fn new(code: u32, message: impl Into<String>) -> Self {
        Self { status: StatusCode::OK, code, message: message.into(), error: None, retry_after: None }
    }

    /// Another sign-in of the same user ended this one; the document's own words.
    pub fn signed_in_elsewhere() -> Self {
        Self::new(100_401, "你的帐号已在其他地方登录,本地已经下线")
    }

    /// The token is missing or unknown.
    pub fn expired() -> Self {
        let error = Some("user_authentication_error");
        Self { error, ..Self::new(100_401, "您的登录已经过期,请重新登录!") }
    }

    /// Name or password is wrong.
    pub fn wrong_password() -> Self {
        Self::new(100_402, "帐号或密码错误")
    }

    /// A parameter cannot be read.
    pub fn wrong_parameter(name: &str) -> Self {
        Self::new(100_400, format!("参数错误: {name}"))
    }

    /// There is no such record, or the caller may not see it.
    pub fn no_such_record() -> Self {
        let error = Some("active_record/record_not_found");
        Self { error, ..Self::new(100_100, "您没有权限查看该对象或该对象不存在。") }
    }

    /// There is no such endpoint.
    pub fn no_such_endpoint() -> Self {
        Self { status: StatusCode::NOT_FOUND, ..Self::new(100_404, "接口不存在") }
    }

    /// Too many calls of the whole company; another may succeed after so many seconds.
    pub fn too_many(retry_after: u64) -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            retry_after: Some(retry_after),
            ..Self::new(100_429, "请求过于频繁,请稍后再试")
        }
    }

    /// The sandbox itself failed; the cause goes to the console, not to the client.
    pub fn failed(cause: &Trouble) -> Self {
        eprintln!("sandbox: {cause}");
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self { status, ..Self::new(100_500, "服务器内部错误") }
    }

    /// The same refusal in other words.
    pub fn saying(self, message: Option<String>) -> Self {
        let message = message.unwrap_or(self.message);
        Self { message, ..self }
    }
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        Self::wrong_parameter(&wrong.0)
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::failed(&trouble)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({ "code": self.code, "data": null, "message": self.message });
        if let Some(error) = self.error {
            body["error"] = json!(error);
        }
        let mut response = (self.status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
