//! The programs that make the page: found, or installed once for all checkouts.

mod apt;
mod cache;
mod cargo_tool;
mod chromium;
mod npm;
mod wasm_target;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

pub use apt::{apt_install, can_install};
pub use cache::bench as bench_folder;
pub use chromium::Chromium;
pub use npm::install as install_packages;
pub use npm::{node, npm, require_node};
pub use wasm_target::TARGET;
pub use wasm_target::ensure as ensure_wasm_target;

use crate::{call::Call, project::Project, steps::Steps};
use cargo_tool::CargoTool;

/// Where the programs are.
pub struct Toolbox {
    /// Searched before the user's own PATH.
    folders: Vec<PathBuf>,
    trunk: PathBuf,
    test_runner: PathBuf,
}

impl Toolbox {
    /// Makes sure that everything a build needs is there. Silent when it is.
    pub fn ready(project: &Project, steps: &mut Steps) -> Result<Self> {
        require_node()?;
        wasm_target::ensure(project, steps)?;
        npm::install(project, steps, "tools")?;
        let trunk = CargoTool::trunk().ensure(steps)?;
        let wasm_bindgen = CargoTool::wasm_bindgen(project.wasm_bindgen_version()?).ensure(steps)?;
        let packages = project.root().join("tools/node_modules/.bin");
        let program = |folder: &Path, name| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
        Ok(Self {
            trunk: program(&trunk, "trunk"),
            test_runner: program(&wasm_bindgen, "wasm-bindgen-test-runner"),
            folders: vec![packages, wasm_bindgen],
        })
    }

    /// A call of Trunk, on whose PATH the right versions come first.
    pub fn trunk(&self, project: &Project) -> Result<Call> {
        let mut call = self
            .program(project, &self.trunk)?
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Where in Trunk an error was noticed would bury what the compiler said.
            .env("RUST_BACKTRACE", "0");
        // The convention is "set to anything"; Trunk accepts only this word.
        if env::var_os("NO_COLOR").is_some() {
            call = call.env("NO_COLOR", "true");
        }
        Ok(call)
    }

    /// A call of one of the programs, for which the right versions come first on PATH.
    pub fn program(&self, project: &Project, program: impl AsRef<Path>) -> Result<Call> {
        let own = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&own));
        let path = env::join_paths(folders).context("a tool's folder cannot stand on PATH")?;
        let program = program.as_ref();
        let found = self.folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file());
        Ok(Call::new(found.as_deref().unwrap_or(program), project.root()).env("PATH", path))
    }

    /// Runs `wasm-bindgen-test` tests in a browser.
    pub fn test_runner(&self) -> &Path {
        &self.test_runner
    }
}
