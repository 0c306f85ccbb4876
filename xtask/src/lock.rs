//! Cargo.lock.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project::Project;

/// One package of the lock file.
#[derive(Debug, Default, Deserialize)]
pub struct Locked {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it is from; nothing for a package of this project.
    pub source: Option<String>,
    /// SHA-256 of what was downloaded.
    pub checksum: Option<String>,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

/// All packages.
pub fn read(project: &Project) -> Result<Vec<Locked>> {
    let text = fs::read_to_string(project.root().join("Cargo.lock")).context("Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock")?;
    Ok(lock.package)
}
