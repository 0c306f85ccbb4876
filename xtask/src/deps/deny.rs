//! The lists of `deny.toml`, so that they are written down once.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// What is asked of the crates.
#[derive(Debug, PartialEq)]
pub struct Rules {
    /// SPDX names of the licences that are good.
    pub licences: Vec<String>,
    /// `name@version` of crates that the page may have beside a newer one.
    pub skipped: Vec<String>,
}

impl Rules {
    /// Reads the file.
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.root().join("deny.toml")).context("deny.toml")?;
        parse(&text)
    }
}

/// Only as much of TOML as the two lists need.
fn parse(text: &str) -> Result<Rules> {
    let list = |name: &str| {
        let start = format!("\n{name} = [\n");
        let rest = text.split_once(&start).with_context(|| format!("deny.toml has no list `{name}`"))?.1;
        let list = rest.split_once("\n]").with_context(|| format!("the list `{name}` does not end"))?.0;
        Ok::<_, anyhow::Error>(
            list.lines().filter_map(|line| Some(line.split('"').nth(1)?.to_owned())).collect(),
        )
    };
    Ok(Rules { licences: list("allow")?, skipped: list("skip")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_lists_are_found() {
        let text = "[licenses]\nallow = [\n    \"MIT\",\n    \"Zlib\",\n]\n\n[bans]\nskip = [\n    { crate = \"a@1.0.0\", reason = \"b\" },\n]\n";
        let rules = Rules { licences: vec!["MIT".into(), "Zlib".into()], skipped: vec!["a@1.0.0".into()] };
        assert_eq!(parse(text).unwrap(), rules);
        assert!(parse("").is_err());
    }
}
