//! The built page is served as a web server in front of the real one would.

use crate::api::{Api, get, settings};
use axum::body::Body;
use axum::http::{StatusCode, header};
use sandbox::http::Settings;
use std::path::PathBuf;

/// A folder that is removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kehu-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn files_have_types_compression_and_caching() {
    let folder = Folder::new("site");
    let long = "客户".repeat(2_000);
    for (name, text) in [
        ("index.html", format!("<!doctype html>{long}")),
        ("kehu-0123456789abcdef_bg.wasm", long.clone()),
        ("kehu-0123456789abcdef.js", long.clone()),
        ("kehu-0123456789abcdef.js.br", "packed before".to_owned()),
        ("manifest.webmanifest", "{}".to_owned()),
        ("sw.js", long.clone()),
    ] {
        std::fs::write(folder.0.join(name), text).unwrap();
    }
    let api = Api::new(Settings { site: Some(folder.0.clone()), ..settings(0) });
    let forever = "public, max-age=31536000, immutable";
    for (path, kind, cache, encoding) in [
        ("/", "text/html", "no-cache", "br"),
        ("/kehu-0123456789abcdef_bg.wasm", "application/wasm", forever, "br"),
        ("/kehu-0123456789abcdef.js", "text/javascript", forever, "br"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache", ""),
        ("/sw.js", "text/javascript", "no-cache", "br"),
    ] {
        let request = get(path).header(header::ACCEPT_ENCODING, "gzip, br");
        let answer = api.call(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header(header::CONTENT_TYPE), kind, "{path}");
        assert_eq!(answer.header(header::CACHE_CONTROL), cache, "{path}");
        assert_eq!(answer.header(header::CONTENT_ENCODING), encoding, "{path}");
        assert!(answer.body.len() < 1_000, "{path}");
        if path.ends_with(".js") && cache == forever {
            assert_eq!(answer.body, b"packed before");
        }
    }
    let plain = api.call(get("/sw.js").body(Body::empty()).unwrap()).await;
    assert_eq!(plain.body, long.as_bytes());
    for missing in ["/nothing", "/customers", "/../Cargo.toml", "/kehu-aaaaaaaaaaaaaaaa.js"] {
        let answer = api.call(get(missing).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{missing}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store", "{missing}");
    }
}

#[tokio::test]
async fn the_configuration_is_the_sandbox_s_own() {
    let folder = Folder::new("config");
    std::fs::write(folder.0.join("config.json"), "{\"hint\":\"from the build\"}").unwrap();
    let api = Api::new(Settings { site: Some(folder.0.clone()), rate_limit: 10, ..settings(0) });
    let answer = api.call(get("/config.json").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
    let config = answer.json();
    assert_eq!(config["requests_per_10s"], 10);
    assert!(config["hint"].as_str().unwrap().contains("lixining"));
}

/// Every test in a browser then runs under them; `deploy/` has the same for real web servers.
#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let folder = Folder::new("headers");
    std::fs::write(folder.0.join("index.html"), "<!doctype html>").unwrap();
    let api = Api::new(Settings { site: Some(folder.0.clone()), ..settings(0) });
    for path in ["/", "/nothing", "/config.json", "/api/v2/customers", "/api/v2/nothing"] {
        let answer = api.call(get(path).body(Body::empty()).unwrap()).await;
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}");
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
        assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer", "{path}");
    }
}
