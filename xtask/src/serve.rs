//! `cargo xtask serve`: the page to look at, within seconds when it was built before.

use std::ffi::OsString;

use anyhow::Result;

use crate::{call::Call, dist, project::Project, steps::Steps};

/// Builds what is not built and runs the sandbox with the page until Ctrl-C.
pub fn serve(project: &Project, steps: &mut Steps, options: &[OsString]) -> Result<()> {
    dist::ensure(project, steps)?;
    build_sandbox(project, steps)?;
    println!("\nCtrl-C ends it.");
    let call = Call::new(project.sandbox(), project.root()).arg("--site").arg(project.dist());
    become_the(call.args(edition(options)).args(options))
}

/// The reading that the real endpoint most likely has, unless another is asked for.
pub fn edition(options: &[OsString]) -> &'static [&'static str] {
    let is_named =
        |option: &OsString| option == "--edition" || option.to_string_lossy().starts_with("--edition=");
    if options.iter().any(is_named) { &[] } else { &["--edition", "wild"] }
}

/// The sandbox as `cargo test` has compiled most of it. A release build would be another minute and a half,
/// for answers of 2 ms instead of 5.
pub fn build_sandbox(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("build the sandbox", || {
        let call = Call::cargo(project.root()).args(["build", "--package", "sandbox"]);
        dist::locked_on_ci(call).run()
    })
}

/// Gives this process to the sandbox, so that whatever ends `cargo xtask` ends the sandbox.
#[cfg(unix)]
fn become_the(call: Call) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let mut command = call.into_command();
    Err(anyhow::Error::new(command.exec()).context("cannot start the sandbox"))
}

/// Elsewhere a console's Ctrl-C ends both.
#[cfg(not(unix))]
fn become_the(call: Call) -> Result<()> {
    call.run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_that_is_asked_for_wins() {
        let edition = |options: &[&str]| edition(&options.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(edition(&["--port", "0"]), ["--edition", "wild"]);
        assert!(edition(&["--edition", "documented"]).is_empty());
        assert!(edition(&["--edition=documented"]).is_empty());
    }
}
