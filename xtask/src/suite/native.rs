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

/// What the scripts around the program are made of: for the page, for its service worker, for builds.
const SCRIPTS: [&str; 3] = ["lint/tsconfig.json", "lint/tsconfig.worker.json", "lint/tsconfig.tools.json"];

/// Lints of scripts (`biome.jsonc`), their types, and lints of the style (`lint/stylelint.config.mjs`).
pub fn lint(project: &Project, steps: &mut Steps) -> Result<()> {
    toolbox::require_node()?;
    toolbox::install_packages(project, steps, "lint")?;
    steps.step("biome", || {
        let biome = "lint/node_modules/@biomejs/biome/bin/biome";
        toolbox::node(project.root()).args([biome, "lint", "--error-on-warnings"]).run()
    })?;
    // The compiler is the one of the end-to-end tests; the tools' types come with the tools.
    toolbox::install_packages(project, steps, "end2end")?;
    toolbox::install_packages(project, steps, "tools")?;
    steps.step("types of the scripts", || {
        SCRIPTS.into_iter().try_for_each(|scripts| {
            let tsc = "end2end/node_modules/typescript/bin/tsc";
            toolbox::node(project.root()).args([tsc, "--project", scripts]).run()
        })
    })?;
    steps.step("stylelint", || {
        let stylelint = "lint/node_modules/stylelint/bin/stylelint.mjs";
        let config = ["--config", "lint/stylelint.config.mjs", "--max-warnings", "0"];
        toolbox::node(project.root()).arg(stylelint).args(config).args(["style/*.css", "parts/*.css"]).run()
    })
}

/// Lints of the Rust. The page is looked at twice: its pure rooms are also compiled for this machine.
pub fn clippy(project: &Project, steps: &mut Steps) -> Result<()> {
    ensure_wasm_target(project, steps)?;
    let native = ["--workspace", "--all-targets"];
    let page = ["--package", "kehu", "--lib", "--bins", "--test", "web", "--target", TARGET];
    let parts = ["--package", "parts", "--bins", "--target", TARGET];
    steps.step("clippy", || clippy_of(project, &native))?;
    steps.step("clippy for WebAssembly", || {
        clippy_of(project, &page)?;
        clippy_of(project, &parts)
    })
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
