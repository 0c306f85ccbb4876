//! The lists of `deny.toml`, so that they are written down once.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project::Project;

/// What is asked of the crates; cargo-deny knows more words.
#[derive(Deserialize)]
pub struct Rules {
    /// Which licences are good.
    pub licenses: Licenses,
    /// Which crates may be there twice.
    pub bans: Bans,
}

/// The table `licenses`.
#[derive(Deserialize)]
pub struct Licenses {
    /// SPDX names.
    pub allow: Vec<String>,
}

/// The table `bans`.
#[derive(Deserialize)]
pub struct Bans {
    /// Crates that the page may have beside a newer one.
    pub skip: Vec<Skip>,
}

/// One of them.
#[derive(Deserialize)]
pub struct Skip {
    /// `name@version`.
    #[serde(rename = "crate")]
    pub spec: String,
}

impl Rules {
    /// Reads the file.
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.root().join("deny.toml")).context("deny.toml")?;
        toml::from_str(&text).context("deny.toml")
    }
}
