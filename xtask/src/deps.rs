//! What the project takes from others: from where, under which licence, and how often the same.

mod deny;
mod licence;
mod locks;

use anyhow::{Context, Result, bail};
use cargo_metadata::{Metadata, MetadataCommand};

use crate::{
    call::{Call, find_program},
    lock,
    page_crates::{self, PageCrate},
    project::Project,
    steps::Steps,
};
use deny::{Rules, Skip};
use licence::Allowed;

/// Holds the lock files and the lists of `deny.toml`.
pub fn check(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("lock files, licences and sources", || {
        let rules = Rules::read(project)?;
        let mut faults = locks::npm_faults(project)?;
        faults.extend(locks::cargo_faults(&lock::read(project)?));
        let metadata = metadata(project)?;
        let licences = metadata.packages.iter().map(|it| (it.name.as_str(), it.license.as_deref()));
        faults.extend(licence_faults(licences, &Allowed::new(&rules.licenses.allow)?));
        faults.extend(duplicate_faults(&page_crates::list(project)?, &rules.bans.skip));
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
fn metadata(project: &Project) -> Result<Metadata> {
    let call = Call::cargo(project.root()).args(["metadata", "--locked", "--format-version", "1"]);
    Ok(MetadataCommand::parse(call.read().context("Cargo.lock does not fit Cargo.toml")?)?)
}

fn licence_faults<'a>(
    licences: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    allowed: &Allowed,
) -> Vec<String> {
    licences
        .map(|(name, licence)| (name, licence.unwrap_or_default()))
        .filter(|(_, licence)| !allowed.lets(licence))
        .map(|(name, licence)| format!("{name} has the licence `{licence}`"))
        .collect()
}

/// Two versions of a crate in the page are twice its bytes.
fn duplicate_faults(crates: &[PageCrate], skipped: &[Skip]) -> Vec<String> {
    let has_newer = |of: &PageCrate| crates.iter().any(|it| it.name == of.name && it.version > of.version);
    let is = |of: &PageCrate, skip: &Skip| skip.spec == format!("{}@{}", of.name, of.version);
    let older: Vec<&PageCrate> = crates.iter().filter(|it| has_newer(it)).collect();
    let unknown = older.iter().filter(|it| !skipped.iter().any(|skip| is(it, skip)));
    let needless = skipped.iter().filter(|skip| !older.iter().any(|it| is(it, skip)));
    let unknown = unknown.map(|it| format!("the page has {} {} beside a newer one", it.name, it.version));
    let needless =
        needless.map(|it| format!("deny.toml skips {}, beside which the page has no newer one", it.spec));
    unknown.chain(needless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_version_is_a_fault_unless_it_is_known() {
        let crates = [("a", "0.9.0"), ("a", "0.10.0"), ("b", "1.0.0")].map(|(name, version)| PageCrate {
            name: name.into(),
            version: version.parse().unwrap(),
            licence: String::new(),
            purl: String::new(),
            uses: Vec::new(),
        });
        let faults = |skipped: &[&str]| {
            let skipped: Vec<Skip> = skipped.iter().map(|&it| Skip { spec: it.into() }).collect();
            duplicate_faults(&crates, &skipped)
        };
        assert_eq!(faults(&[]), ["the page has a 0.9.0 beside a newer one"]);
        assert!(faults(&["a@0.9.0"]).is_empty());
        assert_eq!(faults(&["a@0.9.0", "b@1.0.0"]).len(), 1);
    }

    #[test]
    fn a_crate_without_a_good_licence_is_named() {
        let allowed = Allowed::new(&["MIT".into()]).unwrap();
        let licences = [("a", Some("MIT OR Apache-2.0")), ("b", Some("GPL-3.0")), ("c", None)];
        let faults = licence_faults(licences.into_iter(), &allowed);
        assert_eq!(faults, ["b has the licence `GPL-3.0`", "c has the licence ``"]);
    }
}
