//! What runs in Chromium.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    call::Call,
    dist::locked_on_ci,
    project::Project,
    steps::Steps,
    toolbox::{self, Chromium, TARGET, Toolbox},
};

/// Component tests: `tests/web`, compiled to WebAssembly and run by wasm-bindgen's runner.
pub fn wasm(project: &Project, steps: &mut Steps) -> Result<()> {
    let tools = Toolbox::ready(project, steps)?;
    let chromium = Chromium::ready(project, steps)?;
    fs::create_dir_all(project.notes())?;
    let capabilities = project.notes().join("webdriver.json");
    fs::write(&capabilities, chromium.capabilities().to_string())
        .with_context(|| capabilities.display().to_string())?;
    steps.step("component tests in Chromium", || {
        let call = Call::cargo(project.root())
            .args(["test", "--package", "kehu", "--test", "web", "--target", TARGET])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner())
            .env("CHROMEDRIVER", &chromium.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
            // A test file that forgets to ask for the browser would otherwise run in Node.
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        locked_on_ci(call).run()
    })
}

/// Playwright drives the built page; its configurations start the built sandbox.
pub fn end_to_end(project: &Project, steps: &mut Steps) -> Result<()> {
    toolbox::require_node()?;
    let shell = Chromium::ready(project, steps)?.shell(project, steps);
    toolbox::install_packages(project, steps, "end2end")?;
    // Playwright runs them without looking at their types.
    steps.step("types of the end-to-end tests", || {
        toolbox::node(&project.root().join("end2end"))
            .args(["node_modules/typescript/bin/tsc", "--noEmit"])
            .run()
    })?;
    let playwright = |options: &[&str]| {
        toolbox::node(&project.root().join("end2end"))
            .args(["node_modules/@playwright/test/cli.js", "test"])
            .args(options)
            .env("KEHU_CHROMIUM", &shell)
            .env("KEHU_SANDBOX", project.sandbox())
            .run()
    };
    steps.step("end-to-end tests in Chromium", || playwright(&[]))?;
    steps.step("a salesperson's day in Chromium", || playwright(&["--config", "film.config.ts"]))?;
    steps.step("random sessions in Chromium", || playwright(&["--config", "monkey.config.ts"]))
}
