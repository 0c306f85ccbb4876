//! The header on every call: `Token token=…, device=open_api, version_code=9.9.9`.

use super::answer::Refusal;
use axum::http::{HeaderMap, header};

/// The only device an integration may name.
pub const DEVICE: &str = "open_api";
/// The only version an integration may name.
pub const VERSION: &str = "9.9.9";

/// The token of a request, whether or not the rest of the header is right.
pub fn token(headers: &HeaderMap) -> Option<&str> {
    part(headers, "token").filter(|token| !token.is_empty())
}

/// The token of a request whose header is as the endpoint wants it. A missing header or token is
/// refused as signed out, another device or version as a wrong parameter.
pub fn checked(headers: &HeaderMap) -> Result<&str, Refusal> {
    let token = token(headers).ok_or_else(Refusal::expired)?;
    for (name, wanted) in [("device", DEVICE), ("version_code", VERSION)] {
        if part(headers, name) != Some(wanted) {
            return Err(Refusal::wrong_parameter(name));
        }
    }
    Ok(token)
}

fn part<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, parts) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("token") {
        return None;
    }
    let mut pairs = parts.split(',').filter_map(|part| part.trim().split_once('='));
    pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_read_part_by_part() {
        for (header, expected) in [
            ("Token token=abc, device=open_api, version_code=9.9.9", Ok("abc")),
            ("Token token=\"abc\",device=open_api,version_code=9.9.9", Ok("abc")),
            ("Token token=abc, device=ios, version_code=9.9.9", Err("device")),
            ("Token token=abc, device=open_api", Err("version_code")),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, header.parse().unwrap());
            assert_eq!(checked(&headers), expected.map_err(Refusal::wrong_parameter), "{header}");
        }
        assert_eq!(checked(&HeaderMap::new()), Err(Refusal::expired()));
    }
}
