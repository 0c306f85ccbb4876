//! Debian's packages.

use std::path::Path;

use anyhow::Result;

use crate::call::{Call, find_program};

/// Whether packages can be installed without asking anybody: on Debian, as root.
pub fn can_install(dir: &Path) -> bool {
    Path::new("/etc/debian_version").exists()
        && find_program(&["apt-get"]).is_some()
        && Call::new("id", dir).arg("-u").try_read().is_some_and(|id| id.trim() == "0")
}

/// Installs packages by name, for the whole machine, and says so before it does.
pub fn apt_install(dir: &Path, packages: &[&str]) -> Result<()> {
    let apt = || Call::new("apt-get", dir).env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
    println!("  as root: apt-get install {}", packages.join(" "));
    apt().arg("update").run()?;
    apt().args(["install", "--yes", "--no-install-recommends"]).args(packages).run()
}
