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
            "follow_up",
            "follow_up.rs",
            "overview",
            "overview.rs",
            "view_model",
            "view_model.rs",
            "i18n",
            "i18n.rs",
            "config",
            "config.rs",
            "json",
            "json.rs",
        ],
        &BROWSER,
    );
    for file in [
        "answer.rs",
        "follow_ups.rs",
        "held.rs",
        "new_follow_up.rs",
        "rate_limiter.rs",
        "lookups",
        "lookups.rs",
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
        &["serde", "crate::json", "crate::api", "crate::query", "crate::view_model", "crate::state"],
    );
}

#[test]
fn an_export_asks_nobody_and_has_no_clock() {
    check(
        &["export", "export.rs"],
        &[
            "serde",
            "crate::json",
            "crate::api",
            "crate::state",
            "crate::components",
            "SystemTime",
            "Date::now",
        ],
    );
}

#[test]
fn a_question_knows_only_the_model() {
    check(
        &["query", "query.rs"],
        &[
            "serde",
            "crate::json",
            "crate::api",
            "crate::view_model",
            "crate::state",
            "SystemTime",
            "Date::now",
        ],
    );
}

#[test]
fn a_layout_knows_only_the_model() {
    check(
        &["layout", "layout.rs"],
        &["serde", "crate::json", "crate::api", "crate::query", "crate::view_model", "crate::state"],
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
        if file.ends_with("tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["crate::api", "crate::json", "crate::state", "serde", "SystemTime", "Date::now"] {
            assert!(!code.contains(word), "{}: {word}", file.display());
        }
    }
}

#[test]
fn only_the_transport_speaks_to_the_network() {
    for (file, text) in sources(&root().join("src")) {
        if !file.ends_with("api/transport.rs") {
            for word in
                ["gloo_net", "fetch_with", "XmlHttpRequest", "WebSocket", "EventSource", "send_beacon"]
            {
                assert!(!text.contains(word), "{}: {word}", file.display());
            }
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
fn what_asks_and_reads_has_neither_signals_nor_markup() {
    check(&["api", "api.rs"], &["leptos", "RwSignal", "ReadSignal", "view!"]);
}

#[test]
fn words_know_nothing() {
    check(
        &["i18n", "i18n.rs"],
        &["crate::api", "crate::model", "crate::query", "crate::state", "crate::view_model"],
    );
}

/// Chinese outside `src/i18n/`, and why it stands there.
const OTHER_WORDS: [(&str, &str); 11] = [
    ("src/api/answer.rs", "the endpoint's words for too many calls"),
    ("src/api/page.rs", "the endpoint's words for yes and no"),
    ("src/components/menus/account_menu.rs", "a language is named in itself"),
    ("src/components/sign_in/sign_in_form.rs", "the brand; the endpoint's words for a sign-in elsewhere"),
    ("src/json.rs", "the endpoint's word for yes"),
    ("src/model/dial.rs", "words that people write between numbers"),
    ("src/state/lookups/pinyin.rs", "letters of pinyin"),
    ("src/view_model/column/known.rs", "the columns' titles, in both languages, beside their names"),
    ("src/view_model/find/letters.rs", "ends of the names of places"),
    ("src/view_model/find/readings.rs", "letters of pinyin"),
    ("src/view_model/plain_words.rs", "surnames"),
];

/// What runs without the program, or before it, has words of its own.
const SCRIPTS_WITH_WORDS: [&str; 2] = ["start/no_start.js", "start/stop.js"];

fn has_chinese(text: &str) -> bool {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    code.flat_map(str::chars).any(|sign| ('\u{3400}'..='\u{9fff}').contains(&sign))
}

#[test]
fn every_word_stands_in_i18n_or_is_named_here() {
    let src = root().join("src");
    for (file, text) in sources(&src) {
        let name = file.strip_prefix(root()).unwrap().to_str().unwrap();
        if name.starts_with("src/i18n") || name.ends_with("/tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_named = OTHER_WORDS.iter().any(|(other, _)| *other == name);
        assert_eq!(has_chinese(code), is_named, "{name}: words belong into src/i18n/");
    }
    for entry in fs::read_dir(root().join("start")).unwrap() {
        let name = format!("start/{}", entry.unwrap().file_name().to_string_lossy());
        let text = fs::read_to_string(root().join(&name)).unwrap();
        // A remark of several lines has no sign of its own on each.
        let code: String = text.split("/*").map(|part| part.split("*/").last().unwrap_or_default()).collect();
        assert_eq!(has_chinese(&code), SCRIPTS_WITH_WORDS.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn the_sandbox_reads_the_contract_by_itself() {
    let manifest = fs::read_to_string(root().join("sandbox/Cargo.toml")).unwrap();
    assert!(!manifest.contains("kehu"), "the sandbox shares code with the page");
}

#[test]
fn the_sizes_of_screens_are_named_once_and_the_program_has_the_same() {
    let screens = fs::read_to_string(root().join("style/screens.css")).unwrap();
    let program = fs::read_to_string(root().join("src/state/browser/screen.rs")).unwrap();
    let mut known = 0;
    for line in screens.lines().filter_map(|line| line.strip_prefix("@custom-media --")) {
        let (name, query) = line.trim_end_matches(';').split_once(' ').unwrap();
        assert!(program.contains(&format!("\"{query}\"")), "screen.rs has another size for {name}");
        for entry in fs::read_dir(root().join("style")).unwrap() {
            let file = entry.unwrap().path();
            let is_other = !file.ends_with("screens.css");
            let text = fs::read_to_string(&file).unwrap();
            assert!(!(is_other && text.contains(query)), "{}: say (--{name})", file.display());
        }
        known += 1;
    }
    assert_eq!(known, 4);
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

/// The components that take parts of the state; all others have values in and changes out.
const CONTAINERS: [&str; 46] = [
    "call_run/continue_button.rs",
    "call_run/run_button.rs",
    "export/export_dialog.rs",
    "export/export_panel.rs",
    "filters/choice_filter.rs",
    "filters/filter_bar.rs",
    "filters/filter_line.rs",
    "follow_ups/fields.rs",
    "follow_ups/history.rs",
    "follow_ups/write.rs",
    "menus/account_menu.rs",
    "menus/views_menu.rs",
    "menus/views_menu/list.rs",
    "page/call_status.rs",
    "page/count_line.rs",
    "page/customer_rows.rs",
    "page/customer_rows/calling_through.rs",
    "page/customer_rows/find.rs",
    "page/customer_rows/grouped.rs",
    "page/customer_rows/list.rs",
    "page/customer_rows/opened.rs",
    "page/customer_rows/opened/preview.rs",
    "page/customer_rows/overview.rs",
    "page/customer_rows/shown.rs",
    "page/foot.rs",
    "page/header.rs",
    "page/list_main.rs",
    "page/list_page.rs",
    "page/loaded.rs",
    "page/new_version_notice.rs",
    "page/notices.rs",
    "page/open_view.rs",
    "page/overlays.rs",
    "page/phone_clicks.rs",
    "page/print_list.rs",
    "page/shortcuts.rs",
    "parts/lazy_view.rs",
    "parts/waiting.rs",
    "sign_in/sign_in_again.rs",
    "sign_in/sign_in_form.rs",
    "sign_in/welcome.rs",
    "tools/owner_check.rs",
    "tools/palette.rs",
    "tools/relax.rs",
    "tools/share.rs",
    "tools/sheet.rs",
];

/// Values and functions of `state` that any component may use: they hold nothing of the page.
const NO_STATE: [&str; 28] = [
    "Answer",
    "CheckPhase",
    "ChoiceList",
    "CountState",
    "Credentials",
    "DetailState",
    "ExportJob",
    "ExportOrder",
    "Extent",
    "HistoryCall",
    "LoadState",
    "Meter",
    "NameSearch",
    "NameSearchState",
    "OptionList",
    "PhoneClick",
    "Rest",
    "RunStart",
    "Screen",
    "ScrollPosition",
    "Theme",
    "Tool",
    "ViewEntry",
    "ViewImport",
    "ViewNote",
    "idle",
    "lasts",
    "today",
];

#[test]
fn only_containers_take_state() {
    let folder = root().join("src/components");
    for (file, text) in sources(&folder) {
        let name = file.strip_prefix(&folder).unwrap().to_str().unwrap();
        let used = text.split("use crate::state::").skip(1).flat_map(|rest| {
            let list = rest.split(';').next().unwrap_or_default();
            list.split([',', '{', '}']).map(|word| word.trim().to_owned()).collect::<Vec<_>>()
        });
        let is_handle =
            |word: &String| word.starts_with(char::is_uppercase) && !NO_STATE.contains(&word.as_str());
        let takes_state = used.into_iter().any(|word| is_handle(&word)) || text.contains("expect_context");
        assert_eq!(takes_state, CONTAINERS.contains(&name), "{name}: which components take state?");
    }
}

#[test]
fn every_room_stands_in_the_architecture() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            let room = entry.file_name().unwrap().to_string_lossy().into_owned();
            assert!(text.contains(&format!("`src/{room}/`")), "src/{room}/ is not in docs/architecture.md");
        }
    }
}

/// The documents that name files of this repository.
const DOCUMENTS: [&str; 9] = [
    "CONTRIBUTING.md",
    "README.md",
    "docs/architecture.md",
    "docs/look.md",
    "docs/operators.md",
    "docs/performance.md",
    "docs/quality.md",
    "docs/standards.md",
    "sandbox/README.md",
];

#[test]
fn every_path_that_a_document_names_exists() {
    let mut tops = Vec::new();
    for entry in fs::read_dir(root()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        // What a build makes is not there for everybody.
        if entry.path().is_dir() && !["target", "dist", ".git", "node_modules"].contains(&name.as_str()) {
            tops.push(format!("{name}/"));
        }
    }
    for document in DOCUMENTS {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for path in text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|word| !word.contains(['<', ' ', '{', '#', '*', '$', '|']))
            .filter(|word| tops.iter().any(|top| word.starts_with(top)))
        {
            assert!(root().join(path).exists(), "{path} is named in {document} but does not exist");
        }
    }
}
