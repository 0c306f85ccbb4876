//! The built page: right types, compressed, cached as long as a file's name tells its content.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::path::Path;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_FIRST: &str = "no-cache";

/// The files of this folder; one that is missing is a plain 404, never the page itself.
pub fn site<S: Clone + Send + Sync + 'static>(folder: Option<&Path>) -> Router<S> {
    let Some(folder) = folder else {
        return Router::new().fallback(no_site);
    };
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(CompressionLayer::new()).layer(middleware::from_fn(cache))
}

async fn no_site() -> impl IntoResponse {
    (StatusCode::NOT_FOUND, "This is the API alone; start the sandbox with --site DIR for the page.\n")
}

async fn cache(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().split('/').any(carries_hash);
    let mut response = next.run(request).await;
    let kept = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let rule = match kept {
        true if hashed => FOREVER,
        true => ASK_FIRST,
        false => "no-store",
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(rule));
    response
}

/// Whether a part of a path ends in a hash as the bundler writes it: `kehu-0123456789abcdef.js`,
/// `kehu-0123456789abcdef_bg.wasm`.
fn carries_hash(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_told_from_words() {
        for (part, expected) in [
            ("kehu-0123456789abcdef.js", true),
            ("kehu-0123456789abcdef_bg.wasm", true),
            ("kehu-0123456789abcdef", true),
            ("index.html", false),
            ("kehu-worker.js", false),
            ("list-20261120.csv", false),
            ("apple-touch-icon-180.png", false),
        ] {
            assert_eq!(carries_hash(part), expected, "{part}");
        }
    }
}
