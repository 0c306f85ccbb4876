//! `cargo xtask dist`: the page as a folder of static files.

mod compress;
mod cut;
mod sbom;
mod scripts;
mod sizes;
mod stamp;
mod version;

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{call::Call, project::Project, steps::Steps, toolbox::Toolbox};
use stamp::Stamp;

pub use version::FILE as VERSION_FILE;

/// Makes `dist/` and prints its sizes.
pub fn dist(project: &Project, steps: &mut Steps, force: bool) -> Result<()> {
    if force {
        stamp::forget(project)?;
    }
    ensure(project, steps)?;
    sizes::print(project)
}

/// Makes `dist/` unless it already is what the sources say.
pub fn ensure(project: &Project, steps: &mut Steps) -> Result<()> {
    let stamp = Stamp::of_sources(project)?;
    if stamp.holds(project) {
        println!("dist/ is up to date");
        // A commit may have come in between that changed nothing of the page.
        return version::write(project);
    }
    // A build that fails half-way must not leave a stamp behind.
    stamp::forget(project)?;
    let tools = Toolbox::ready(project, steps)?;
    steps.step("fetch the crates", || {
        let call = Call::cargo(project.root()).arg("fetch");
        locked_on_ci(call).run()
    })?;
    let chunks = steps.step("compile the page and cut it", || cut::cut(project, &tools))?;
    steps.step("build the page for release", || build(project, &tools, &chunks))?;
    steps.step("list its crates", || sbom::write(project))?;
    steps.step("compress it (brotli and gzip)", || compress::compress(&project.dist()))?;
    version::write(project)?;
    stamp.write(project)
}

/// On CI a lock file that does not fit is an error; a developer's is brought up to date.
pub fn locked_on_ci(call: Call) -> Call {
    if std::env::var_os("CI").is_some() { call.arg("--locked") } else { call }
}

/// Offline: every tool is on PATH and every crate is fetched, so whatever Trunk would download now
/// would be the wrong version.
fn build(project: &Project, tools: &Toolbox, chunks: &Path) -> Result<()> {
    let trunk = tools.trunk(project)?.args(["--quiet", "build", "--release", "--offline"]);
    cut::for_cutting(trunk).env("KEHU_CHUNKS", chunks).run()?;
    let page = project.dist().join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("no {}", page.display()))?;
    scripts::refuse_inline(&html)
}
