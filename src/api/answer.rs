use crate::json::Opened;
use crate::model::Problem;

/// The code of a session that is over, whatever its words.
const SIGNED_OUT: i64 = 100_401;
/// Codes that come for it too, and for much else: their words tell.
const MAYBE_SIGNED_OUT: [i64; 2] = [100_400, 100_000];
/// Words of which a sign-out has one.
const SIGN_OUT_WORDS: [&str; 16] = [
    "登录",
    "登陆",
    "登入",
    "下线",
    "过期",
    "会话",
    "令牌",
    "身份验证",
    "log in",
    "login",
    "logged out",
    "sign in",
    "signed out",
    "session",
    "expired",
    "token",
];

/// Which call is answered: where somebody signs in, codes mean another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CallKind {
    /// A call with a token.
    WithToken,
    /// The one that trades login and password for a token.
    Login,
}

/// What is taken apart while the text is checked, so that the rows of a list are found in one walk.
const PATH: [&str; 2] = ["data", "customers"];

/// Judges an answer and hands out its `data`, of which the inner value is `customers`.
///
/// The body speaks first when it is JSON, since the document says nothing of HTTP statuses: a
/// sign-out may come with 200 or with 401. Only 429 speaks for itself: it comes with any body.
pub fn judge(status: u16, retry_after: Option<u32>, body: &str) -> Result<Opened<'_>, Problem> {
    judge_whole(status, retry_after, body).and_then(data_of)
}

/// Judges as [`judge`] and hands out the whole answer, of which the inner value is `data`: some calls beside
/// the list give theirs next to it.
pub fn judge_whole(status: u16, retry_after: Option<u32>, body: &str) -> Result<Opened<'_>, Problem> {
    judge_as(CallKind::WithToken, status, retry_after, body)
}

/// The `data` of a whole answer.
pub(super) fn data_of(whole: Opened<'_>) -> Result<Opened<'_>, Problem> {
    whole.inner.map(|it| *it).ok_or_else(|| malformed("data", "absent"))
}

/// As [`judge_whole`], for either kind of call.
pub(super) fn judge_as(
    kind: CallKind,
    status: u16,
    retry_after: Option<u32>,
    body: &str,
) -> Result<Opened<'_>, Problem> {
    let text = body.trim_start_matches('\u{feff}');
    let is_success = (200..300).contains(&status);
    if text.trim().is_empty() {
        return Err(match status {
            401 => Problem::SignedOut { message: String::new() },
            429 => Problem::TooManyCalls { message: String::new(), retry_after },
            _ if is_success => Problem::NoBody,
            _ => Problem::Status(status),
        });
    }
    let whole = match Opened::parse(text, &PATH) {
        Ok(opened) => opened,
        Err(_) if status == 429 || status == 401 => Opened::default(),
        Err(_) if !is_success => return Err(Problem::Status(status)),
        Err(_) if text.trim_start().starts_with('<') => return Err(Problem::Html),
        Err(cause) => return Err(malformed("body", &cause.to_string())),
    };
    let envelope = whole.object.as_ref();
    let code = envelope.and_then(|it| it.integer("code"));
    let message = envelope.and_then(|it| it.text("message")).unwrap_or_default();
    let is_signed_out = code.is_some_and(|code| is_sign_out(kind, code, &message))
        || (status == 401 && code.unwrap_or(0) == 0)
        || envelope.and_then(|it| it.text("error")).as_deref() == Some("user_authentication_error");
    let has_words = code.unwrap_or(0) != 0 && speaks_of_frequency(&message);
    // A refused password is not tried again by itself.
    let is_password = kind == CallKind::Login && code.is_some_and(|code| MAYBE_SIGNED_OUT.contains(&code));
    if status == 429 || (has_words && !is_signed_out && !is_password) {
        return Err(Problem::TooManyCalls { message, retry_after });
    }
    if is_signed_out {
        return Err(Problem::SignedOut { message });
    }
    match code {
        Some(0) if is_success => Ok(whole),
        Some(0) => Err(Problem::Status(status)),
        Some(code) => Err(Problem::Refused { code, message }),
        None if !is_success => Err(Problem::Status(status)),
        None => Err(malformed("code", "absent")),
    }
}

/// Whether a code says that the session is over.
fn is_sign_out(kind: CallKind, code: i64, message: &str) -> bool {
    if !MAYBE_SIGNED_OUT.contains(&code) {
        return code == SIGNED_OUT;
    }
    let message = message.to_ascii_lowercase();
    // Where somebody signs in they answer the password.
    kind == CallKind::WithToken
        && !speaks_of_frequency(&message)
        && SIGN_OUT_WORDS.iter().any(|word| message.contains(word))
}

fn speaks_of_frequency(message: &str) -> bool {
    message.contains("频繁") || message.contains("频率")
}

pub(super) fn malformed(at: &'static str, cause: &str) -> Problem {
    Problem::Malformed { at, cause: cause.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(status: u16, body: &str, expected: Problem) {
        assert_eq!(judge(status, Some(3), body).err(), Some(expected), "{status} {body}");
    }

    fn signed_out(message: &str) -> Problem {
        Problem::SignedOut { message: message.into() }
    }

    #[test]
    fn the_contracts_own_error_is_a_sign_out() {
        let body = include_str!("../../fixtures/error-example.json");
        for status in [200, 401] {
            check(status, body, signed_out("你的帐号已在其他地方登录,本地已经下线"));
        }
    }

    #[test]
    fn two_codes_are_a_sign_out_only_where_their_words_say_so() {
        let words = [
            ("请先登录", true),
            ("登陆超时，请重新登陆", true),
            ("你的帐号已在其他地方登录,本地已经下线", true),
            ("token已过期", true),
            ("会话已失效", true),
            ("Please log in first", true),
            ("Invalid Token", true),
            ("Session expired", true),
            ("", false),
            ("参数错误", false),
            ("系统繁忙，请稍后再试", false),
            ("您没有权限查看该对象或该对象不存在。", false),
            ("Bad request", false),
            ("登录过于频繁", false),
        ];
        for (message, expected) in words {
            for code in [100_400, 100_000] {
                assert_eq!(is_sign_out(CallKind::WithToken, code, message), expected, "{code} {message}");
                assert!(!is_sign_out(CallKind::Login, code, message), "{code} {message}");
            }
            for kind in [CallKind::WithToken, CallKind::Login] {
                assert!(is_sign_out(kind, 100_401, message), "{message}");
                for code in [0, 1, 100_100, 100_407, 100_429] {
                    assert!(!is_sign_out(kind, code, message), "{code} {message}");
                }
            }
        }
    }

    #[test]
    fn where_somebody_signs_in_a_refused_password_is_told_and_not_tried_again() {
        for message in ["帐号或密码不对，请重新登录", "登录过于频繁，请稍后再试"] {
            let body = format!(r#"{{"code":100400,"message":"{message}"}}"#);
            let refused = Problem::Refused { code: 100_400, message: message.into() };
            assert_eq!(judge_as(CallKind::Login, 200, None, &body).err(), Some(refused));
        }
        let body = r#"{"code":100400,"message":"请重新登录"}"#;
        check(200, body, signed_out("请重新登录"));
        check(401, body, signed_out("请重新登录"));
    }

    #[test]
    fn a_sign_out_may_come_without_a_code() {
        for body in ["{}", "", "<html>who are you?</html>"] {
            check(401, body, signed_out(""));
        }
        check(200, r#"{"code":1,"error":"user_authentication_error"}"#, signed_out(""));
    }

    #[test]
    fn a_refusal_for_too_many_calls_is_known_by_status_or_words() {
        let message = |text: &str| Problem::TooManyCalls { message: text.into(), retry_after: Some(3) };
        for body in
            ["", "Retry later\n", "<html>slow down</html>", "{}", "[]", "\"x\"", r#"{"code":0,"data":{}}"#]
        {
            check(429, body, message(""));
        }
        check(200, r#"{"code":100429,"message":"请求过于频繁"}"#, message("请求过于频繁"));
        check(200, r#"{"code":"7","data":null,"message":"超过频率限制"}"#, message("超过频率限制"));
    }

    #[test]
    fn a_sign_out_is_one_whatever_it_says_of_how_often() {
        check(200, r#"{"code":100401,"message":"登录过于频繁"}"#, signed_out("登录过于频繁"));
    }

    #[test]
    fn other_codes_keep_their_words() {
        check(
            200,
            r#"{"code":100100,"message":"您没有权限查看该对象或该对象不存在。"}"#,
            Problem::Refused {
                code: 100_100, message: "您没有权限查看该对象或该对象不存在。".into()
            },
        );
        check(500, r#"{"code":100400}"#, Problem::Refused { code: 100_400, message: String::new() });
    }

    #[test]
    fn what_is_no_answer_is_told_apart() {
        check(502, "<html><body>Bad Gateway</body></html>", Problem::Status(502));
        check(200, "<!doctype html><title>Wi-Fi</title>", Problem::Html);
        check(200, "", Problem::NoBody);
        check(200, "  \n", Problem::NoBody);
        check(404, "", Problem::Status(404));
        for body in ["[]", "null", "7", "\"x\"", "{}", r#"{"data":{}}"#] {
            check(200, body, malformed("code", "absent"));
        }
        check(200, r#"{"code":0}"#, malformed("data", "absent"));
        assert!(matches!(judge(200, None, r#"{"code":0,"da"#), Err(Problem::Malformed { at: "body", .. })));
    }

    #[test]
    fn success_hands_out_the_data() {
        assert!(judge(200, None, r#"{"code":"0","data":{"page":"2"}}"#).is_ok());
        assert!(judge(200, None, "\u{feff} {\"code\":0,\"data\":{}}").is_ok());
    }
}
