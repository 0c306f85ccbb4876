//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

mod browser;
mod engines;
mod native;

use anyhow::Result;

use crate::{deploy, deps, dist, project::Project, serve, steps::Steps};

/// A part of the test that can be asked for by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Formatting.
    Fmt,
    /// Lock files, licences and sources of what is taken from others.
    Deps,
    /// Lints of scripts and style.
    Lint,
    /// Lints of the Rust, for this machine and for WebAssembly.
    Clippy,
    /// `cargo test`.
    Unit,
    /// Component tests in a browser.
    Wasm,
    /// The release build of page and sandbox.
    Build,
    /// The page against the sandbox.
    E2e,
    /// The same in older and other browsers, in short.
    Engines,
    /// The web servers' configurations.
    Deploy,
}

impl Part {
    /// In the order they run.
    pub const ALL: [Self; 10] = [
        Self::Fmt,
        Self::Deps,
        Self::Lint,
        Self::Clippy,
        Self::Unit,
        Self::Wasm,
        Self::Build,
        Self::E2e,
        Self::Engines,
        Self::Deploy,
    ];

    /// As it is typed after `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Deps => "deps",
            Self::Lint => "lint",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::E2e => "e2e",
            Self::Engines => "engines",
            Self::Deploy => "deploy",
        }
    }
}

/// Runs `parts` and stops at the first that fails.
pub fn test(project: &Project, steps: &mut Steps, parts: &[Part]) -> Result<()> {
    for part in parts {
        let result = match part {
            Part::Fmt => native::fmt(project, steps),
            Part::Deps => deps::check(project, steps),
            Part::Lint => native::lint(project, steps),
            Part::Clippy => native::clippy(project, steps),
            Part::Unit => native::unit(project, steps),
            Part::Wasm => browser::wasm(project, steps),
            Part::Build => build(project, steps),
            Part::E2e => built(project, steps, parts).and_then(|()| browser::end_to_end(project, steps)),
            Part::Engines => built(project, steps, parts).and_then(|()| engines::check(project, steps)),
            Part::Deploy => built(project, steps, parts).and_then(|()| deploy::check(project, steps)),
        };
        if result.is_err() {
            steps.print_table();
            return result;
        }
    }
    steps.print_table();
    println!("\nall good: {}", parts.iter().map(|part| part.name()).collect::<Vec<_>>().join(", "));
    Ok(())
}

/// Builds what a part needs, unless that is a part of this run itself.
fn built(project: &Project, steps: &mut Steps, parts: &[Part]) -> Result<()> {
    if parts.contains(&Part::Build) { Ok(()) } else { build(project, steps) }
}

fn build(project: &Project, steps: &mut Steps) -> Result<()> {
    dist::dist(project, steps, false)?;
    serve::build_sandbox(project, steps)
}
