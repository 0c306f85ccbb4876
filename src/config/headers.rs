//! Further headers of the calls to the endpoint, for gateways that want them.
use crate::json::Json;

/// More than these are a mistake.
const MOST: usize = 8;

/// What the page itself sends, and what a browser lets no page send (the Fetch standard's forbidden request
/// headers). `start/early_call.js` has them too.
const NOT_ALLOWED: [&str; 29] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
    "x-http-method",
    "x-http-method-override",
    "x-kehu-priority",
    "x-method-override",
];
/// Beginnings of names that a browser keeps to itself.
const NOT_ALLOWED_BEGINNINGS: [&str; 2] = ["proxy-", "sec-"];

/// Reads `headers`: the usable ones in their order, and the names of those that are left out.
pub(super) fn read(value: Json<'_>) -> (Vec<(String, String)>, Vec<String>) {
    let (mut headers, mut bad) = (Vec::<(String, String)>::new(), Vec::new());
    let Some(object) = value.object() else { return (headers, vec!["headers".into()]) };
    for (name, value) in object.pairs() {
        let value = value.string().map(|text| text.trim().to_owned()).filter(|text| is_value(text));
        let is_new = headers.iter().all(|(known, _)| !known.eq_ignore_ascii_case(name));
        match value.filter(|_| is_name(name) && is_new && headers.len() < MOST) {
            Some(value) => headers.push((name.to_owned(), value)),
            None => bad.push(format!("headers.{name}")),
        }
    }
    (headers, bad)
}

fn is_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty()
        && name.bytes().all(is_token)
        && !NOT_ALLOWED.contains(&lower.as_str())
        && !NOT_ALLOWED_BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
}

/// Signs that every server and gateway reads the same.
fn is_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, names: &[&str], bad: &[&str]) {
        let (headers, left_out) = read(Json::parse(text).unwrap());
        let read: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((&read[..], left_out), (names, bad.iter().map(|it| (*it).to_owned()).collect()), "{text}");
    }

    #[test]
    fn headers_are_read_in_their_order() {
        check("{}", &[], &[]);
        check(
            r#"{"X-LXY-PLATFORM":"lixiaoyun","apikey":"a b","X-LXY-APP":"crm"}"#,
            &["X-LXY-PLATFORM", "apikey", "X-LXY-APP"],
            &[],
        );
        let (headers, _) = read(Json::parse(r#"{"X-A":" crm "}"#).unwrap());
        assert_eq!(headers, [("X-A".to_owned(), "crm".to_owned())]);
    }

    #[test]
    fn what_the_page_sends_or_a_browser_forbids_is_left_out() {
        for name in [
            "Authorization",
            "COOKIE",
            "cookie2",
            "Host",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "sec-x",
            "Proxy-Authorization",
            "Content-Type",
            "Content-Length",
            "Accept",
            "Accept-Encoding",
            "Connection",
            "Date",
            "DNT",
            "Expect",
            "Keep-Alive",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Via",
            "Set-Cookie",
            "Access-Control-Request-Method",
            "X-HTTP-Method-Override",
            "X-Kehu-Priority",
            "",
            "a b",
            "X:",
            "名",
            "X-A\\n",
        ] {
            let shown = name.replace("\\n", "\n");
            check(&format!(r#"{{"{name}":"x","X-Good":"1"}}"#), &["X-Good"], &[&format!("headers.{shown}")]);
        }
    }

    #[test]
    fn a_value_is_one_line_of_ascii() {
        for value in [
            r#""""#,
            r#"" ""#,
            "7",
            "null",
            "true",
            "{}",
            "[]",
            r#""a\r\nX: y""#,
            r#""a\u0000""#,
            r#""中文""#,
        ] {
            check(&format!(r#"{{"X-A":{value},"X-B":"ok"}}"#), &["X-B"], &["headers.X-A"]);
        }
    }

    #[test]
    fn one_comes_once_and_there_are_eight_at_most() {
        check(r#"{"X-A":"1","x-a":"2"}"#, &["X-A"], &["headers.x-a"]);
        let nine: Vec<String> = (1..=9).map(|at| format!(r#""X-{at}":"1""#)).collect();
        let names: Vec<String> = (1..=8).map(|at| format!("X-{at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        check(&format!("{{{}}}", nine.join(",")), &names, &["headers.X-9"]);
    }

    #[test]
    fn what_is_no_object_is_named_whole() {
        for text in ["[]", "7", r#""X-A: 1""#] {
            check(text, &[], &["headers"]);
        }
    }
}
