//! Node and the packages of `tools/` and `end2end/`.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    call::{Call, find_program},
    project::Project,
    steps::Steps,
};

/// The oldest Node the packages accept.
const NODE: u32 = 20;

/// A call of `node` in one of the project's folders.
pub fn node(dir: &Path) -> Call {
    Call::new("node", dir)
}

/// A call of `npm` in a folder.
pub fn npm(dir: &Path) -> Call {
    Call::new(if cfg!(windows) { "npm.cmd" } else { "npm" }, dir)
}

/// Says what to install when Node or npm is missing or too old.
pub fn require_node() -> Result<()> {
    let version = node(Path::new(".")).arg("--version").try_read();
    let major = version.as_deref().and_then(major);
    if major.is_none_or(|major| major < NODE) || find_program(&["npm"]).is_none() {
        bail!(
            "Node.js {NODE} or newer with npm is needed: it runs wasm-opt and bundles scripts and style. \
             Install it from nodejs.org or with your system's package manager"
        );
    }
    Ok(())
}

/// `npm ci` in `folder`, unless what is there came from the same lock file.
pub fn install(project: &Project, steps: &mut Steps, folder: &str) -> Result<()> {
    let dir = project.root().join(folder);
    let lock =
        fs::read(dir.join("package-lock.json")).with_context(|| format!("{folder}/package-lock.json"))?;
    // npm empties node_modules first, so this copy is there only after a finished install.
    let copy = dir.join("node_modules/.installed-lock.json");
    if fs::read(&copy).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    steps.step(&format!("install the npm packages of {folder}/"), || {
        npm(&dir).args(["ci", "--no-audit", "--no-fund"]).run()?;
        fs::write(&copy, &lock).context("cannot note that the packages are there")
    })
}

/// 20 from `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version_with_a_v() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("command not found"), None);
    }
}
