//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

mod browser;
mod native;

use anyhow::Result;

use crate::{dist, project::Project, serve, steps::Steps};

/// A part of the test that can be asked for by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Formatting.
    Fmt,
    /// Lints, for this machine and for WebAssembly.
    Clippy,
    /// `cargo test`.
    Unit,
    /// Component tests in a browser.
    Wasm,
    /// The release build of page and sandbox.
    Build,
    /// The page against the sandbox.
    E2e,
}

impl Part {
    /// In the order they run.
    pub const ALL: [Self; 6] = [Self::Fmt, Self::Clippy, Self::Unit, Self::Wasm, Self::Build, Self::E2e];

    /// As it is typed after `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::E2e => "e2e",
        }
    }

    /// The part of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// Runs `parts` and stops at the first that fails.
pub fn test(project: &Project, steps: &mut Steps, parts: &[Part]) -> Result<()> {
    for part in parts {
        let result = match part {
            Part::Fmt => native::fmt(project, steps),
            Part::Clippy => native::clippy(project, steps),
            Part::Unit => native::unit(project, steps),
            Part::Wasm => browser::wasm(project, steps),
            Part::Build => build(project, steps),
            Part::E2e if parts.contains(&Part::Build) => browser::end_to_end(project, steps),
            Part::E2e => build(project, steps).and_then(|()| browser::end_to_end(project, steps)),
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

fn build(project: &Project, steps: &mut Steps) -> Result<()> {
    dist::dist(project, steps, false)?;
    serve::build_sandbox(project, steps)
}
