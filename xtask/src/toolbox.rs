//! The programs that make the page: found, or installed once for all checkouts.

mod cache;
mod cargo_tool;
mod chromium;
mod npm;
mod wasm_target;

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};

pub use chromium::Chromium;
pub use npm::install as install_packages;
pub use npm::{node, require_node};
pub use wasm_target::TARGET;
pub use wasm_target::ensure as ensure_wasm_target;

use crate::{project::Project, steps::Steps};
use cargo_tool::CargoTool;

/// Where the programs are.
pub struct Toolbox {
    /// Searched before the user's own PATH.
    folders: Vec<PathBuf>,
    wasm_bindgen: PathBuf,
}

impl Toolbox {
    /// Makes sure that everything a build needs is there. Silent when it is.
    pub fn ready(project: &Project, steps: &mut Steps) -> Result<Self> {
        require_node()?;
        wasm_target::ensure(project, steps)?;
        npm::install(project, steps, "tools")?;
        let trunk = CargoTool::trunk().ensure(steps)?;
        let wasm_bindgen =
            CargoTool::wasm_bindgen(project.wasm_bindgen_version()?).ensure(steps)?;
        let packages = project.root().join("tools/node_modules/.bin");
        Ok(Self {
            folders: vec![packages, trunk, wasm_bindgen.clone()],
            wasm_bindgen,
        })
    }

    /// A PATH on which the right versions come first.
    pub fn path(&self) -> Result<OsString> {
        let own = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&own));
        env::join_paths(folders).context("a tool's folder cannot stand on PATH")
    }

    /// Runs `wasm-bindgen-test` tests in a browser.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen.join(format!(
            "wasm-bindgen-test-runner{}",
            env::consts::EXE_SUFFIX
        ))
    }
}
