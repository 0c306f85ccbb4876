//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{call::Call, lock, toolbox::TARGET};

/// The folders of this checkout.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Asks cargo, so that a target folder moved by the environment or a configuration is found.
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start me as `cargo xtask`")?;
        let root = Path::new(&manifest).parent().context("xtask stands in no project")?.to_owned();
        let metadata = Call::cargo(&root).args(["metadata", "--no-deps", "--format-version", "1"]).read()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
        Ok(Self { root, target: target.into() })
    }

    /// The checkout itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Small files that only these commands read; cargo leaves the folder alone.
    pub fn notes(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The sandbox as `cargo build` leaves it.
    pub fn sandbox(&self) -> PathBuf {
        self.target.join("debug").join(format!("sandbox{}", env::consts::EXE_SUFFIX))
    }

    /// Where cargo leaves the page's programs that it compiled with a profile.
    pub fn compiled(&self, profile: &str) -> PathBuf {
        self.target.join(TARGET).join(profile)
    }

    /// The wasm-bindgen version in Cargo.lock. The command-line program must be of the very same
    /// version as the library, or it refuses the page.
    pub fn wasm_bindgen_version(&self) -> Result<String> {
        let found = lock::read(self)?.into_iter().find(|package| package.name == "wasm-bindgen");
        Ok(found.context("wasm-bindgen is not in Cargo.lock")?.version)
    }
}
