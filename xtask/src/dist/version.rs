//! `version.json`: which page this is, for whoever has to tell two installations apart.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{call::Call, files, lock, project::Project};

/// The file's name.
pub const FILE: &str = "version.json";

/// Writes it. `build` is a sum over the names and contents of all other files: the same sum is the
/// same page, wherever it was built.
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
        "build": format!("{:016x}", sum(&project.dist())?),
    });
    let text = format!("{}\n", serde_json::to_string_pretty(&version)?);
    fs::write(&place, text).with_context(|| place.display().to_string())
}

/// Nothing where there is no git, as in an unpacked archive.
fn git(project: &Project, words: &[&str]) -> Option<String> {
    Some(Call::new("git", project.root()).args(words).try_read()?.trim().to_owned())
}

fn sum(dist: &Path) -> Result<u64> {
    let mut sum = DefaultHasher::new();
    for file in files::all_under(dist)? {
        let name = file.strip_prefix(dist)?;
        if name != Path::new(FILE) {
            name.hash(&mut sum);
            fs::read(&file)?.hash(&mut sum);
        }
    }
    Ok(sum.finish())
}
