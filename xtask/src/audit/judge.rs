//! Who is asked.

use anyhow::Result;

use crate::{project::Project, steps::Steps, toolbox};

/// A program of others, or a comparison, that says whether the page is good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Judge {
    /// The Nu HTML checker.
    Nu,
    /// axe-core, rules of accessibility.
    Axe,
    /// Alfa, other rules of accessibility.
    Alfa,
    /// MDN's HTTP Observatory and csp_evaluator.
    Observatory,
    /// How long clicks and keys take to be answered, by web-vitals.
    Clicks,
    /// Lighthouse.
    Lighthouse,
    /// A second build of the same commit.
    Rebuild,
}

impl Judge {
    /// In the order they are asked: what takes long is last.
    pub const ALL: [Self; 7] =
        [Self::Nu, Self::Axe, Self::Alfa, Self::Observatory, Self::Lighthouse, Self::Clicks, Self::Rebuild];

    /// As it is typed, and the name of its file in `audit/judges/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nu => "nu",
            Self::Axe => "axe",
            Self::Alfa => "alfa",
            Self::Observatory => "observatory",
            Self::Clicks => "clicks",
            Self::Lighthouse => "lighthouse",
            Self::Rebuild => "rebuild",
        }
    }

    /// The heading of its part of `docs/quality.md`.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nu => "Nu HTML checker",
            Self::Axe => "axe",
            Self::Alfa => "Alfa",
            Self::Observatory => "HTTP Observatory and csp_evaluator",
            Self::Clicks => "Answers to clicks and keys",
            Self::Lighthouse => "Lighthouse, mobile",
            Self::Rebuild => "Reproducible build",
        }
    }

    /// A comment before (`begin`) or behind (`end`) its part.
    pub fn mark(self, which: &str) -> String {
        format!("<!-- cargo xtask audit --only {}: {which} -->", self.name())
    }

    /// Installs what only this one needs.
    pub fn prepare(self, project: &Project, steps: &mut Steps) -> Result<()> {
        if self == Self::Clicks {
            toolbox::install_packages(project, steps, "end2end")?;
        }
        Ok(())
    }
}
