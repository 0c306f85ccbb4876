//! `version.json`: which page this is, for whoever has to tell two installations apart.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{call::Call, files, lock, project::Project};

/// The file's name.
pub const FILE: &str = "version.json";

/// Writes it. `build` is the SHA-256 of a list of all other files, with the SHA-256 of each, as
/// `sha256sum` writes it: the same sum is the same page, wherever it was built.
pub fn write(project: &Project) -> Result<()> {
    let place = project.dist().join(FILE);
    let version = lock::read(project)?.into_iter().find(|package| package.name == "kehu");
    let version = json!({
        "name": "kehu",
        "version": version.context("kehu is not in Cargo.lock")?.version,
        "commit": git(project, &["rev-parse", "HEAD"]),
        "committed_at": git(project, &["show", "--no-patch", "--format=%cI", "HEAD"]),
        "modified": git(project, &["status", "--porcelain", "--untracked-files=no"])
            .map_or(Value::Null, |changes| (!changes.is_empty()).into()),
        "build": sum(&project.dist())?,
    });
    let text = format!("{}\n", serde_json::to_string_pretty(&version)?);
    fs::write(&place, text).with_context(|| place.display().to_string())
}

/// Nothing where there is no git, as in an unpacked archive.
fn git(project: &Project, words: &[&str]) -> Option<String> {
    Some(Call::new("git", project.root()).args(words).try_read()?.trim().to_owned())
}

fn sum(dist: &Path) -> Result<String> {
    let mut list = String::new();
    for file in files::all_under(dist)? {
        let name = file.strip_prefix(dist)?;
        if name != Path::new(FILE) {
            // The same name on every system.
            let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            list.push_str(&format!("{}  {}\n", sha256(&fs::read(&file)?), name.join("/")));
        }
    }
    Ok(sha256(list.as_bytes()))
}

/// As `sha256sum` writes it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_a_build_is_what_sha256sum_says() {
        let folder = std::env::temp_dir().join(format!("kehu-version-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).unwrap();
        for (name, text) in [("a.txt", "abc"), ("b/c.txt", ""), (FILE, "itself")] {
            fs::write(folder.join(name), text).unwrap();
        }
        let found = sum(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // printf abc >a.txt; : >b/c.txt; sha256sum a.txt b/c.txt | sha256sum
        assert_eq!(found, "bdc9fb767e098a1853c62db299fb6127f0a243f8ec1159b7f0aa126587cd5502");
    }
}
