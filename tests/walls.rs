//! The house's walls: which room may use what. The rooms are described in `docs/architecture.md`,
//! and this test also checks that the description has not drifted from the folders.
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file at or below a path, with its text.
fn sources(path: &Path) -> Vec<(PathBuf, String)> {
    if path.is_file() {
        return vec![(path.to_owned(), fs::read_to_string(path).unwrap())];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() || entry.extension().is_some_and(|ext| ext == "rs") {
            found.extend(sources(&entry));
        }
    }
    found
}

#[track_caller]
fn check(rooms: &[&str], banned: &[&str]) {
    for room in rooms {
        for (file, text) in sources(&root().join("src").join(room)) {
            for (at, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for word in banned {
                    assert!(
                        !code.contains(word),
                        "{}:{}: {word} does not belong in this room",
                        file.display(),
                        at + 1
                    );
                }
            }
        }
    }
}

const BROWSER: [&str; 5] = ["leptos::", "web_sys::", "js_sys::", "wasm_bindgen", "gloo_"];

#[test]
fn pure_rooms_know_no_browser() {
    check(
        &[
            "model",
            "model.rs",
            "query",
            "query.rs",
            "layout",
            "layout.rs",
            "saved_view",
            "saved_view.rs",
            "export",
            "export.rs",
            "view_model",
            "view_model.rs",
            "i18n",
            "i18n.rs",
            "config.rs",
        ],
        &BROWSER,
    );
    for file in [
        "answer.rs",
        "budget.rs",
        "neighbours.rs",
        "page.rs",
        "queue.rs",
        "refusal.rs",
        "request.rs",
        "resolve.rs",
    ] {
        check(&[&format!("api/{file}")], &BROWSER);
    }
}

#[test]
fn the_model_knows_only_itself() {
    check(
        &["model", "model.rs"],
        &["serde", "crate::api", "crate::query", "crate::view_model", "crate::state"],
    );
}

#[test]
fn an_export_asks_nobody_and_has_no_clock() {
    check(
        &["export", "export.rs"],
        &["serde", "crate::api", "crate::state", "crate::components", "SystemTime", "Date::now"],
    );
}

#[test]
fn a_question_knows_only_the_model() {
    check(
        &["query", "query.rs"],
        &["serde", "crate::api", "crate::view_model", "crate::state", "SystemTime", "Date::now"],
    );
}

#[test]
fn a_layout_knows_only_the_model() {
    check(
        &["layout", "layout.rs"],
        &["serde", "crate::api", "crate::query", "crate::view_model", "crate::state"],
    );
}

#[test]
fn a_saved_view_knows_only_question_and_look() {
    check(&["saved_view", "saved_view.rs"], &["crate::api", "crate::view_model", "crate::state"]);
}

#[test]
fn what_is_shown_is_told_the_time_and_asks_nobody() {
    // The tests of a pure room may read a fixture through the endpoint's reader.
    for (file, text) in sources(&root().join("src/view_model")) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["crate::api", "crate::state", "serde", "SystemTime", "Date::now"] {
            assert!(!code.contains(word), "{}: {word}", file.display());
        }
    }
}

#[test]
fn only_the_transport_speaks_to_the_network() {
    for (file, text) in sources(&root().join("src")) {
        if !file.ends_with("api/transport.rs") {
            assert!(!text.contains("gloo_net"), "{}", file.display());
        }
    }
}

/// The scripts around the program are not compiled down: a name that an older kernel lacks stops the start.
#[test]
fn the_start_needs_nothing_newer_than_chromium_107() {
    let newer = [
        ".with(",
        ".toSorted(",
        ".toReversed(",
        ".toSpliced(",
        ".union(",
        ".intersection(",
        "withResolvers",
        "Promise.try",
        "Array.fromAsync",
        "groupBy(",
        "canParse(",
        "AbortSignal.any",
        "scheduler.yield",
        "isWellFormed",
        "Iterator.from",
    ];
    for entry in fs::read_dir(root().join("start")).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        for name in newer {
            assert!(!text.contains(name), "{}: {name} is younger than the oldest kernel", file.display());
        }
    }
}

#[test]
fn state_draws_nothing() {
    check(&["state", "state.rs"], &["view!"]);
}

#[test]
fn components_ask_nobody_and_keep_nothing() {
    check(
        &["components", "components.rs"],
        &["crate::api", "local_storage", "session_storage", "spawn_local(async move { client"],
    );
}

#[test]
fn every_room_stands_in_the_architecture_and_every_path_named_there_exists() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            let room = entry.file_name().unwrap().to_string_lossy().into_owned();
            assert!(text.contains(&format!("`src/{room}/`")), "src/{room}/ is not in docs/architecture.md");
        }
    }
    for path in text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('/') && !word.contains(['<', ' ', '{', '#', '*', '$']))
    {
        if [
            "src/",
            "start/",
            "sandbox/",
            "xtask/",
            "tests/",
            "end2end/",
            "fixtures/",
            "docs/",
            "style/",
            "public/",
            "tools/",
            "deploy/",
            "audit/",
            "export-worker/",
        ]
        .iter()
        .any(|top| path.starts_with(top))
        {
            assert!(root().join(path).exists(), "{path} is named in docs/architecture.md but does not exist");
        }
    }
}
