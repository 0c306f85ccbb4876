//! What needs no browser.

use anyhow::Result;

use crate::{
    call::Call,
    dist::locked_on_ci,
    project::Project,
    steps::Steps,
    toolbox::{TARGET, ensure_wasm_target},
};

/// Formatting of every crate.
pub fn fmt(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("cargo fmt", || Call::cargo(project.root()).args(["fmt", "--all", "--check"]).run())
}

/// Lints. The page is looked at twice: its pure rooms are also compiled for this machine.
pub fn clippy(project: &Project, steps: &mut Steps) -> Result<()> {
    ensure_wasm_target(project, steps)?;
    let native = ["--workspace", "--all-targets"];
    let wasm = ["--package", "kehu", "--lib", "--bins", "--test", "web", "--target", TARGET];
    steps.step("clippy", || lint(project, &native))?;
    steps.step("clippy for WebAssembly", || lint(project, &wasm))
}

fn lint(project: &Project, what: &[&str]) -> Result<()> {
    let call = Call::cargo(project.root()).arg("clippy").args(what);
    locked_on_ci(call).args(["--", "--deny", "warnings"]).run()
}

/// `cargo test` of every crate.
pub fn unit(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("cargo test", || {
        let call = Call::cargo(project.root()).args(["test", "--workspace"]);
        locked_on_ci(call).run()
    })
}
