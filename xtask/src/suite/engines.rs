//! The page in older and other browsers than the newest Chromium.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{
    call::{Call, find_program},
    project::Project,
    steps::Steps,
    toolbox::{self, apt_install, can_install},
};

/// What is built asks for nothing that the oldest browsers lack, and the journeys of
/// `end2end/engines.config.ts` and `end2end/webkit.config.ts` work in them. A browser that this system cannot
/// have is named and left out.
pub fn check(project: &Project, steps: &mut Steps) -> Result<()> {
    toolbox::require_node()?;
    toolbox::install_packages(project, steps, "lint")?;
    steps.step("nothing newer than the oldest browsers", || {
        toolbox::node(project.root()).arg("lint/floor.mjs").run()
    })?;
    toolbox::install_packages(project, steps, "end2end")?;
    let old = old_chromium(project, steps)?;
    let firefox = firefox(project, steps)?;
    if old.is_some() || firefox.is_some() {
        steps.step("journeys in other engines", || journeys(project, old.as_ref(), firefox.as_ref()))?;
    }
    let Some(webkit) = webkit(project, steps)? else { return Ok(()) };
    steps.step("journeys in WebKit", || {
        playwright(project, "webkit.config.ts").env("KEHU_WEBKIT", webkit).run()
    })
}

fn journeys(project: &Project, old: Option<&String>, firefox: Option<&PathBuf>) -> Result<()> {
    // One command of Playwright is refused by stock Firefox; `end2end/patches` lets it pass.
    toolbox::node(&project.root().join("end2end")).arg("node_modules/patch-package/index.js").run()?;
    let call = playwright(project, "engines.config.ts");
    let call = old.into_iter().fold(call, |call, program| call.env("KEHU_OLD_CHROMIUM", program));
    firefox.into_iter().fold(call, |call, program| call.env("KEHU_FIREFOX", program)).run()
}

fn playwright(project: &Project, config: &str) -> Call {
    toolbox::node(&project.root().join("end2end"))
        .args(["node_modules/@playwright/test/cli.js", "test", "--config", config])
        .env("KEHU_SANDBOX", project.sandbox())
}

/// The oldest Chromium that README.md names, from npm, which has it for one kind of machine.
fn old_chromium(project: &Project, steps: &mut Steps) -> Result<Option<String>> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("note: the oldest Chromium is left out; npm has it for Linux on x86-64 only");
        return Ok(None);
    }
    toolbox::install_packages(project, steps, "end2end/engines")?;
    let program = toolbox::node(&project.root().join("end2end/engines")).arg("chromium.mjs").read()?;
    Ok(Some(program.trim().to_owned()))
}

fn firefox(project: &Project, steps: &mut Steps) -> Result<Option<PathBuf>> {
    let find = || find_program(&["firefox-esr", "firefox"]);
    if find().is_none() && can_install(project.root()) {
        steps.step("install Firefox", || apt_install(project.root(), &["firefox-esr"]))?;
    }
    let found = find();
    if found.is_none() {
        println!("note: Firefox is left out; it is not on PATH");
    }
    Ok(found)
}

/// The little browser of WebKitGTK, where the programs that drive it without a screen are there too.
fn webkit(project: &Project, steps: &mut Steps) -> Result<Option<PathBuf>> {
    let find = || {
        find_program(&["WebKitWebDriver"])?;
        find_program(&["Xvfb"])?;
        // Debian has it in a folder of the machine's kind.
        let kinds = fs::read_dir("/usr/lib").ok()?.flatten();
        kinds.map(|kind| kind.path().join("webkit2gtk-4.1/MiniBrowser")).find(|program| program.is_file())
    };
    if find().is_none() && can_install(project.root()) {
        steps.step("install WebKit", || apt_install(project.root(), &["webkit2gtk-driver", "xvfb"]))?;
    }
    let found = find();
    if found.is_none() {
        println!("note: WebKit is left out; Debian's packages webkit2gtk-driver and xvfb are not here");
    }
    Ok(found)
}
