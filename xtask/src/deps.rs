//! What the project takes from others: from where, under which licence, and how often the same.

mod deny;
mod licence;
mod locks;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    call::{Call, find_program},
    lock, page_crates,
    project::Project,
    steps::Steps,
};
use deny::Rules;

/// Holds the lock files and the lists of `deny.toml`.
pub fn check(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("lock files, licences and sources", || {
        let rules = Rules::read(project)?;
        let mut faults = locks::npm_faults(project)?;
        faults.extend(locks::cargo_faults(&lock::read(project)?));
        faults.extend(licence_faults(&metadata(project)?, &rules));
        faults.extend(duplicate_faults(&page_crates::list(project)?, &rules));
        if !faults.is_empty() {
            bail!("{}", faults.join("\n"));
        }
        Ok(())
    })?;
    // To install it costs four minutes of processor time, so it is used only where it is.
    if find_program(&["cargo-deny"]).is_none() {
        println!("note: cargo-deny is not installed; its own checks were left out");
        return Ok(());
    }
    steps.step("cargo deny", || {
        let call = Call::cargo(project.root()).args(["deny", "--log-level", "error", "--offline"]);
        call.args(["check", "licenses", "bans", "sources"]).run()
    })
}

/// Of every crate, also those that only build or test. `--locked`: a lock file that does not fit is a
/// fault, on every machine.
fn metadata(project: &Project) -> Result<Value> {
    let call = Call::cargo(project.root()).args(["metadata", "--locked", "--format-version", "1"]);
    serde_json::from_str(&call.read().context("Cargo.lock does not fit Cargo.toml")?).map_err(Into::into)
}

fn licence_faults(metadata: &Value, rules: &Rules) -> Vec<String> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let fault = |package: &Value| {
        let licence = package["license"].as_str().unwrap_or_default();
        let is_allowed = licence::is_allowed(licence, &rules.licences);
        (!is_allowed).then(|| format!("{} has the licence `{licence}`", package["name"]))
    };
    if packages.is_empty() {
        return vec!["cargo metadata lists no packages".into()];
    }
    packages.iter().filter_map(fault).collect()
}

/// Two versions of a crate in the page are twice its bytes.
fn duplicate_faults(crates: &[page_crates::PageCrate], rules: &Rules) -> Vec<String> {
    let is_twice = |name: &str| crates.iter().filter(|it| it.name == name).count() > 1;
    let newest = |name: &str| crates.iter().filter(|it| it.name == name).map(|it| number(&it.version)).max();
    let known = |it: &page_crates::PageCrate| rules.skipped.contains(&format!("{}@{}", it.name, it.version));
    let mut faults: Vec<String> = crates
        .iter()
        .filter(|it| is_twice(&it.name) && newest(&it.name) != Some(number(&it.version)) && !known(it))
        .map(|it| format!("the page has {} {} beside a newer one", it.name, it.version))
        .collect();
    for skipped in &rules.skipped {
        if !crates.iter().any(|it| is_twice(&it.name) && *skipped == format!("{}@{}", it.name, it.version)) {
            faults.push(format!("deny.toml skips {skipped}, which is in the page no more than once"));
        }
    }
    faults
}

/// Versions in their order.
fn number(version: &str) -> Vec<u64> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page_crates::PageCrate;

    fn crates(list: &[(&str, &str)]) -> Vec<PageCrate> {
        let page_crate = |&(name, version): &(&str, &str)| PageCrate {
            name: name.into(),
            version: version.into(),
            licence: String::new(),
            uses: Vec::new(),
        };
        list.iter().map(page_crate).collect()
    }

    #[test]
    fn an_older_version_is_a_fault_unless_it_is_known() {
        let rules = |skipped: &[&str]| Rules {
            licences: Vec::new(),
            skipped: skipped.iter().map(|&it| it.into()).collect(),
        };
        let twice = crates(&[("a", "0.9.0"), ("a", "0.10.0"), ("b", "1.0.0")]);
        assert_eq!(duplicate_faults(&twice, &rules(&[])), ["the page has a 0.9.0 beside a newer one"]);
        assert!(duplicate_faults(&twice, &rules(&["a@0.9.0"])).is_empty());
        assert_eq!(duplicate_faults(&twice, &rules(&["a@0.9.0", "b@1.0.0"])).len(), 1);
    }

    #[test]
    fn a_crate_without_a_good_licence_is_named() {
        let rules = Rules { licences: vec!["MIT".into()], skipped: Vec::new() };
        let metadata = serde_json::json!({ "packages": [
            { "name": "a", "license": "MIT OR Apache-2.0" },
            { "name": "b", "license": "GPL-3.0" },
            { "name": "c", "license": null },
        ]});
        let faults = licence_faults(&metadata, &rules);
        assert_eq!(faults, ["\"b\" has the licence `GPL-3.0`", "\"c\" has the licence ``"]);
        assert_eq!(licence_faults(&Value::Null, &rules).len(), 1);
    }
}
