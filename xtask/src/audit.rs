//! `cargo xtask audit`: what others' programs say about the page, behind nginx as it is shipped.

mod judge;
mod rebuild;

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

pub use judge::Judge;

/// Asks each of them and keeps what they say in `docs/quality.md`, each in its own part. What is not good enough
/// is an error, after all have been asked.
pub fn audit(project: &Project, steps: &mut Steps, judges: &[Judge]) -> Result<()> {
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
    let mut unhappy = Vec::new();
    for &judge in judges {
        let out = project.notes().join(format!("audit-{}.md", judge.name()));
        // What an earlier run said is not what this one says.
        if out.exists() {
            fs::remove_file(&out).with_context(|| out.display().to_string())?;
        }
        judge.prepare(project, steps)?;
        let verdict = steps.step(judge.title(), || match judge {
            Judge::Rebuild => rebuild::compare(project, &out),
            _ => toolbox::node(&project.root().join("audit"))
                .args(["audit.mjs", judge.name(), &nginx.root_address(), &nginx.redirect_address()])
                .arg(&chromium.browser)
                .arg(&out)
                .env("KEHU_CHROMIUM", chromium.shell(project, &mut Steps::new()))
                .env("NODE_EXTRA_CA_CERTS", place.certificates().join("ca.pem"))
                .env("KEHU_SANDBOX", project.sandbox())
                .run(),
        });
        match fs::read_to_string(&out) {
            Ok(text) => keep(project, judge, &text)?,
            // Without a table, what went wrong says more than that it is missing.
            Err(missing) => return verdict.and(Err(missing).with_context(|| out.display().to_string())),
        }
        if verdict.is_err() {
            unhappy.push(judge.name());
        }
    }
    println!("written: docs/quality.md");
    if !unhappy.is_empty() {
        bail!("not content: {}", unhappy.join(", "));
    }
    Ok(())
}

/// Writes what a judge said into its part of the document.
fn keep(project: &Project, judge: Judge, text: &str) -> Result<()> {
    let day = Call::new("date", project.root()).args(["-u", "+%F"]).try_read().unwrap_or_default();
    let text =
        format!("### {}\n\nOf {}: {}, {}", judge.title(), day.trim(), machine::describe(), text.trim());
    let file = project.root().join("docs/quality.md");
    let old = fs::read_to_string(&file).unwrap_or_default();
    let marks = Marks { title: "# Quality", begin: &judge.mark("begin"), end: &judge.mark("end") };
    fs::write(&file, document::replace(&old, &marks, &text)).with_context(|| file.display().to_string())
}
