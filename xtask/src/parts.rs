//! `cargo xtask parts`: every component in its states on one page, rebuilt and reloaded at every change.

use anyhow::Result;

use crate::{project::Project, steps::Steps, toolbox::Toolbox};

/// Lets Trunk build and serve the page of parts until Ctrl-C. Neither an endpoint nor `dist/` has to do with it.
pub fn parts(project: &Project, steps: &mut Steps) -> Result<()> {
    let tools = Toolbox::ready(project, steps)?;
    println!("\nThe parts: http://127.0.0.1:8081/ as soon as Trunk has built them. Ctrl-C ends it.");
    let dist = project.notes().join("parts");
    std::fs::create_dir_all(&dist)?;
    tools.trunk(project)?.args(["serve", "--config", "parts/Trunk.toml", "--dist"]).arg(dist).run()
}
