//! The compiler's half for WebAssembly.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{
    call::{Call, find_program},
    project::Project,
    steps::Steps,
};

/// What the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when the toolchain lacks it.
pub fn ensure(project: &Project, steps: &mut Steps) -> Result<()> {
    let sysroot = Call::new("rustc", project.root()).args(["--print", "sysroot"]).read()?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    if find_program(&["rustup"]).is_none() {
        bail!("the Rust toolchain has no {TARGET} target and there is no rustup to add it");
    }
    steps.step(&format!("add the target {TARGET}"), || {
        Call::new("rustup", project.root()).args(["target", "add", TARGET]).run()
    })
}
