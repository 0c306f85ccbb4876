//! `cargo xtask audit`: what Lighthouse and axe say about the page, behind nginx as it is shipped.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{
    call::Call,
    deploy::{self, Nginx, Place},
    document::{self, Marks},
    machine,
    project::Project,
    serve,
    steps::Steps,
    toolbox::{self, Chromium},
};

const MARKS: Marks = Marks {
    title: "# Quality",
    begin: "<!-- cargo xtask audit writes from here -->",
    end: "<!-- to here -->",
};

/// Asks both and keeps their tables in `docs/quality.md`. What is not good enough is an error, after
/// the tables are written.
pub fn audit(project: &Project, steps: &mut Steps) -> Result<()> {
    if !deploy::nginx_ready(project, steps)? {
        bail!("nginx is needed; on Debian: apt-get install nginx libnginx-mod-http-brotli-static");
    }
    crate::dist::ensure(project, steps)?;
    serve::build_sandbox(project, steps)?;
    toolbox::require_node()?;
    let chromium = Chromium::ready(project, steps)?;
    toolbox::install_packages(project, steps, "audit")?;
    let place = Place::new(project)?;
    let nginx = Nginx::start(project, &place)?;
    let out = project.notes().join("audit.md");
    let verdict = steps.step("Lighthouse and axe", || {
        toolbox::node(&project.root().join("audit"))
            .arg("audit.mjs")
            .arg(nginx.root_address())
            .arg(&chromium.browser)
            .arg(&out)
            .run()
    });
    let tables = fs::read_to_string(&out).with_context(|| out.display().to_string());
    // Without tables, what went wrong says more than that they are missing.
    let tables = match (&verdict, tables) {
        (Err(_), Err(_)) => return verdict,
        (_, tables) => tables?,
    };
    let day = Call::new("date", project.root()).args(["-u", "+%F"]).try_read().unwrap_or_default();
    let text = format!("Of {}: {}, {tables}", day.trim(), machine::describe());
    let file = project.root().join("docs/quality.md");
    let old = fs::read_to_string(&file).unwrap_or_default();
    fs::write(&file, document::replace(&old, &MARKS, &text)).with_context(|| file.display().to_string())?;
    println!("written: docs/quality.md");
    verdict
}
