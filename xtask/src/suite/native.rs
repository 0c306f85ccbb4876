//! What needs no browser.

use anyhow::Result;

use crate::{
    call::Call,
    dist::locked_on_ci,
    project::Project,
    steps::Steps,
    toolbox::{self, TARGET, ensure_wasm_target},
};

/// Formatting of every crate.
pub fn fmt(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("cargo fmt", || Call::cargo(project.root()).args(["fmt", "--all", "--check"]).run())
}

/// Lints of scripts (`biome.jsonc`) and of the style (`lint/stylelint.config.mjs`).
pub fn lint(project: &Project, steps: &mut Steps) -> Result<()> {
    toolbox::require_node()?;
    toolbox::install_packages(project, steps, "lint")?;
    steps.step("biome", || {
        let biome = "lint/node_modules/@biomejs/biome/bin/biome";
        toolbox::node(project.root()).args([biome, "lint", "--error-on-warnings"]).run()
    })?;
    steps.step("stylelint", || {
        let stylelint = "lint/node_modules/stylelint/bin/stylelint.mjs";
        let config = ["--config", "lint/stylelint.config.mjs", "--max-warnings", "0"];
        toolbox::node(project.root()).arg(stylelint).args(config).arg("style/*.css").run()
    })
}

/// Lints of the Rust. The page is looked at twice: its pure rooms are also compiled for this machine.
pub fn clippy(project: &Project, steps: &mut Steps) -> Result<()> {
    ensure_wasm_target(project, steps)?;
    let native = ["--workspace", "--all-targets"];
    let wasm = ["--package", "kehu", "--lib", "--bins", "--test", "web", "--target", TARGET];
    steps.step("clippy", || clippy_of(project, &native))?;
    steps.step("clippy for WebAssembly", || clippy_of(project, &wasm))
}

fn clippy_of(project: &Project, what: &[&str]) -> Result<()> {
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
