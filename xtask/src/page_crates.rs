//! The crates that the page is made of: what is compiled into its WebAssembly, and nothing that only
//! helps to build it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId, semver::Version};

use crate::{call::Call, dist::locked_on_ci, project::Project, toolbox::TARGET};

/// One crate of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageCrate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// Its licence, an SPDX expression.
    pub licence: String,
    /// Its package URL.
    pub purl: String,
    /// The package URLs of what it uses.
    pub uses: Vec<String>,
}

/// All of them; the page itself comes first.
pub fn list(project: &Project) -> Result<Vec<PageCrate>> {
    let call = Call::cargo(project.root()).args(["tree", "--package", "kehu", "--target", TARGET]);
    let call = call.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let tree = locked_on_ci(call).read()?;
    let call = Call::cargo(project.root()).args(["metadata", "--format-version", "1"]);
    let metadata = locked_on_ci(call.args(["--filter-platform", TARGET])).read()?;
    of(&MetadataCommand::parse(metadata)?, &compiled(&tree))
}

/// Names and versions, as cargo prints them: `serde v1.0.0`. `cargo metadata` alone would list some crates
/// more: it joins the features that all programs of the workspace ask for.
fn compiled(tree: &str) -> BTreeSet<(&str, &str)> {
    let crates = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?, words.next()?.strip_prefix('v')?))
    });
    crates.collect()
}

fn of(metadata: &Metadata, compiled: &BTreeSet<(&str, &str)>) -> Result<Vec<PageCrate>> {
    let purl = |package: &Package| format!("pkg:cargo/{}@{}", package.name, package.version);
    let is_compiled = |package: &&Package| {
        compiled.contains(&(package.name.as_str(), package.version.to_string().as_str()))
    };
    let packages: BTreeMap<&PackageId, &Package> =
        metadata.packages.iter().filter(is_compiled).map(|package| (&package.id, package)).collect();
    let graph = metadata.resolve.as_ref().context("cargo metadata tells of no dependencies")?;
    let mut crates = Vec::new();
    for node in &graph.nodes {
        let Some(package) = packages.get(&node.id) else { continue };
        let used =
            node.deps.iter().filter(|used| used.dep_kinds.iter().any(|it| it.kind == DependencyKind::Normal));
        crates.push(PageCrate {
            name: package.name.to_string(),
            version: package.version.clone(),
            licence: package.license.as_deref().unwrap_or_default().replace('/', " OR "),
            purl: purl(package),
            uses: used.filter_map(|used| packages.get(&used.pkg)).map(|package| purl(package)).collect(),
        });
    }
    crates.sort_by_key(|it| it.name != "kehu");
    Ok(crates)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn package(name: &str) -> Value {
        json!({ "name": name, "version": "1.0.0", "id": name, "license": "MIT/Apache-2.0", "dependencies": [],
            "targets": [], "features": {}, "manifest_path": "/x/Cargo.toml" })
    }

    fn node(name: &str, uses: &[(&str, Option<&str>)]) -> Value {
        let used =
            |(name, kind): &(&str, _)| json!({ "name": name, "pkg": name, "dep_kinds": [{ "kind": kind }] });
        json!({ "id": name, "deps": uses.iter().map(used).collect::<Vec<_>>(), "dependencies": [], "features": [] })
    }

    #[test]
    fn only_what_is_compiled_for_the_page_is_of_it() {
        let metadata = serde_json::from_value(json!({
            "version": 1, "workspace_members": [], "workspace_root": "/x", "target_directory": "/x",
            "packages": (["a", "b", "c", "kehu"].map(package)),
            "resolve": { "root": null, "nodes": [
                node("a", &[("b", None), ("c", None)]), node("b", &[]), node("c", &[]),
                node("kehu", &[("a", None), ("b", Some("build"))]),
            ] },
        }));
        let crates = of(
            &metadata.unwrap(),
            &compiled("kehu v1.0.0 (/x)\na v1.0.0\nb v1.0.0\nb v1.0.0 (*)\nc v0.9.0\n"),
        );
        let crates = crates.unwrap();
        let shown: Vec<_> = crates.iter().map(|it| (it.purl.as_str(), it.uses.join(" "))).collect();
        let (a, b) = ("pkg:cargo/a@1.0.0", "pkg:cargo/b@1.0.0");
        assert_eq!(shown, [("pkg:cargo/kehu@1.0.0", a.to_owned()), (a, b.to_owned()), (b, String::new())]);
        assert_eq!(crates[0].licence, "MIT OR Apache-2.0");
    }
}
