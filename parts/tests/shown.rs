//! Which components the page of parts shows.
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            found.extend(texts(&entry));
        } else if entry.extension().is_some_and(|ext| ext == "rs") {
            let text = fs::read_to_string(&entry).unwrap();
            found.push((entry, text));
        }
    }
    found
}

/// The public components of a text.
fn components(text: &str) -> Vec<&str> {
    let after = text.split("#[component]").skip(1);
    after
        .filter_map(|rest| {
            let line = rest.lines().find(|line| line.contains("fn "))?;
            line.strip_prefix("pub fn ")?.split(['(', '<']).next()
        })
        .collect()
}

#[test]
fn every_component_of_values_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page: String = texts(&root.join("src")).into_iter().map(|(_, text)| text).collect();
    // The list of containers stands with the wall that it is for.
    let walls = fs::read_to_string(root.join("../tests/walls.rs")).unwrap();
    let containers = walls.split("const CONTAINERS").nth(1).unwrap().split("];").next().unwrap();
    let folder = root.join("../src/components");
    let mut missing = Vec::new();
    for (file, text) in texts(&folder) {
        let name = file.strip_prefix(&folder).unwrap().to_str().unwrap();
        if containers.contains(&format!("\"{name}\"")) {
            continue;
        }
        for component in components(&text) {
            let ends = [" ", "\n"].map(|end| format!("<{component}{end}"));
            if !ends.iter().any(|start| page.contains(start)) {
                missing.push(component.to_owned());
            }
        }
    }
    missing.sort();
    assert!(missing.is_empty(), "not on the page of parts: {missing:?}");
}
