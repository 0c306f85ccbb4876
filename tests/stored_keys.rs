//! What the page keeps in browsers: every key stands in `docs/operators.md`, each name belongs to one
//! folder of a host, and what was kept before that is taken over.
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The names that stand between two signs, `kehu.…`.
fn names(text: &str, sign: char) -> BTreeSet<String> {
    let words = text.split(sign).skip(1).step_by(2);
    words.filter(|word| is_name(word)).map(str::to_owned).collect()
}

fn is_name(word: &str) -> bool {
    let rest = word.strip_prefix("kehu.");
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|it| it.is_ascii_lowercase() || it == '_'))
}

fn known() -> BTreeSet<String> {
    let text = text_of("src/state/browser/storage.rs");
    names(text.split("#[cfg(test)]").next().unwrap(), '"')
}

#[test]
fn every_key_stands_in_the_operators_table_and_no_other() {
    let text = text_of("docs/operators.md");
    let part = text.split("## What is stored in browsers").nth(1).unwrap();
    let table: Vec<&str> = part.lines().filter(|line| line.starts_with("| `")).collect();
    let told: BTreeSet<String> =
        table.iter().flat_map(|line| names(line.split('|').nth(1).unwrap(), '`')).collect();
    assert_eq!(told, known());
    assert!(known().len() > 8);
}

#[test]
fn a_key_has_its_name_in_one_place() {
    let mut files = Vec::new();
    collect(&root().join("src"), "rs", &mut files);
    for file in files.iter().filter(|file| !file.ends_with("state/browser/storage.rs")) {
        let text = fs::read_to_string(file).unwrap();
        for key in known() {
            assert!(!text.contains(&format!("\"{key}\"")), "{}: {key}", file.display());
        }
    }
    files.clear();
    collect(&root().join("start"), "js", &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let used = names(&text, '"');
        assert!(used.is_subset(&known()), "{}: {used:?}", file.display());
        for line in text.lines().filter(|line| !file.ends_with("keys.js") && line.contains("\"kehu.")) {
            let is_own = line.contains("ownName(") || line.contains("read(");
            assert!(is_own, "{}: past start/keys.js", file.display());
        }
    }
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            collect(&entry, ending, found);
        } else if entry.extension().is_some_and(|it| it == ending) {
            found.push(entry);
        }
    }
}

#[test]
fn two_kehus_of_one_host_share_no_session_and_old_names_are_taken_over_once() {
    let done = Command::new("node").arg(root().join("tests/stored_keys.mjs")).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
