//! `cargo xtask bench`: the page beside other ways of making it, measured by a harness that is not
//! part of this project.

mod bars;
mod harness;
mod report;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{dist, document, machine, project::Project, steps::Steps, toolbox::Chromium};
use harness::Harness;

/// The name of our page among those measured.
const PRODUCT: &str = "product";

/// What was typed after `cargo xtask bench`.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    /// The harness's folder; without it the one beside the project.
    pub harness: Option<PathBuf>,
    /// How many rounds, the first of which is not counted.
    pub rounds: Option<u32>,
    /// Passed on: only these other pages.
    pub only: Option<String>,
    /// Passed on: only these parts.
    pub parts: Option<String>,
}

impl Options {
    /// Rounds without `--rounds`: five that count.
    const ROUNDS: u32 = 6;

    /// Whether all is measured that the bars speak of.
    fn is_whole(&self) -> bool {
        self.only.is_none() && self.parts.is_none()
    }
}

/// Measures `dist/` and prints the table; a whole run is kept in `docs/performance.md`.
pub fn bench(project: &Project, steps: &mut Steps, options: &Options) -> Result<()> {
    let source = match &options.harness {
        Some(folder) => folder.clone(),
        None => project.root().join("../shared/bench"),
    };
    // First, since all that follows takes minutes.
    let harness = Harness::find(&source)?;
    dist::ensure(project, steps)?;
    let chromium = Chromium::ready(project, steps)?;
    harness.ready(steps)?;
    let results = steps.step("measure", || {
        let rounds = options.rounds.unwrap_or(Options::ROUNDS).to_string();
        let mut words = vec!["--rounds", &rounds];
        for (name, value) in [("--only", &options.only), ("--parts", &options.parts)] {
            if let Some(value) = value {
                words.extend([name, value]);
            }
        }
        harness.measure(&project.dist(), &chromium, &words)
    })?;
    let page_sizes =
        steps.step("measure 1000 rows against 100", || harness.page_sizes(project, &chromium))?;
    let bars = bars::judge(&results.summary, page_sizes);
    println!("\n{}", report::bars_table(&bars));
    if !options.is_whole() {
        println!("docs/performance.md stays as it is: it holds whole runs only");
        return Ok(());
    }
    let place = project.root().join("docs/performance.md");
    let old = fs::read_to_string(&place).unwrap_or_default();
    let text = document::replace(&old, &report::MARKS, &report::text(&results, &bars, &machine::describe()));
    fs::write(&place, text).with_context(|| place.display().to_string())?;
    println!("written: docs/performance.md");
    Ok(())
}
