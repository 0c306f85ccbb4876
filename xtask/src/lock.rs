//! Cargo.lock.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// One package of the lock file.
#[derive(Debug, Default, PartialEq)]
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

/// All packages.
pub fn read(project: &Project) -> Result<Vec<Locked>> {
    let text = fs::read_to_string(project.root().join("Cargo.lock")).context("Cargo.lock")?;
    Ok(packages(&text))
}

/// The packages of a lock file's text.
pub fn packages(text: &str) -> Vec<Locked> {
    let mut all: Vec<Locked> = Vec::new();
    for line in text.lines() {
        if line == "[[package]]" {
            all.push(Locked::default());
        }
        let (Some(package), Some((key, value))) = (all.last_mut(), line.split_once(" = ")) else { continue };
        let value = value.trim_matches('"').to_owned();
        match key {
            "name" => package.name = value,
            "version" => package.version = value,
            "source" => package.source = Some(value),
            "checksum" => package.checksum = Some(value),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_read_with_where_they_are_from() {
        let text = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\ndependencies = [\n \"b\",\n]\n\n\
                    [[package]]\nname = \"b\"\nversion = \"2.0.0\"\nsource = \"registry+x\"\nchecksum = \"00ff\"\n";
        let a = Locked { name: "a".into(), version: "0.1.0".into(), ..Locked::default() };
        let b = Locked {
            name: "b".into(),
            version: "2.0.0".into(),
            source: Some("registry+x".into()),
            checksum: Some("00ff".into()),
        };
        assert_eq!(packages(text), [a, b]);
    }
}
