//! `cargo xtask dev`: rebuilt and reloaded at every change.

use std::ffi::OsString;

use anyhow::Result;

use crate::{call::Call, project::Project, running::Running, serve, steps::Steps, toolbox::Toolbox};

/// Runs the sandbox for the answers and Trunk for the page, until Ctrl-C.
pub fn dev(project: &Project, steps: &mut Steps, options: &[OsString]) -> Result<()> {
    let tools = Toolbox::ready(project, steps)?;
    serve::build_sandbox(project, steps)?;
    let sandbox = Call::new(project.sandbox(), project.root()).args(serve::edition(options)).args(options);
    let _sandbox = Running::start(sandbox.into_command())?;
    println!("\nThe page: http://127.0.0.1:8080/ as soon as Trunk has built it. Ctrl-C ends it.");
    // A folder of its own: a debug build must not be taken for the release in dist/.
    let dist = project.notes().join("dev");
    std::fs::create_dir_all(&dist)?;
    tools.trunk(project)?.arg("serve").arg("--dist").arg(dist).run()
}
