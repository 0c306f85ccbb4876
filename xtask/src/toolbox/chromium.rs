//! The browser of the tests.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::apt::{apt_install, can_install};
use crate::{
    call::{Call, find_program},
    project::Project,
    steps::Steps,
};

/// Debian's names for what [`Chromium::ready`] looks for.
const PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "fontconfig", "fonts-noto-cjk"];

/// Debian's name for Chromium without windows; older releases do not have it.
const SHELL: &str = "chromium-headless-shell";

/// Start flags that hold everywhere: containers have no sandbox or graphics card, and a browser
/// under test should not talk to anyone but the page.
pub const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser and the program that drives it.
pub struct Chromium {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// The chromedriver of the same version.
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds them. On Debian, as root, installs them with Chinese fonts; elsewhere says what is
    /// missing.
    pub fn ready(project: &Project, steps: &mut Steps) -> Result<Self> {
        if let Some(found) = Self::find() {
            if has_chinese_font(project.root()) {
                return Ok(found);
            }
            if !can_install(project.root()) {
                println!("note: no Chinese font is installed; the pages under test show boxes");
                return Ok(found);
            }
        }
        if !can_install(project.root()) {
            bail!(
                "Chromium (or Chrome) and its chromedriver are needed on PATH; on Debian or \
                 Ubuntu: apt-get install {}. KEHU_CHROMIUM and CHROMEDRIVER name others",
                PACKAGES.join(" ")
            );
        }
        steps.step("install Chromium and Chinese fonts", || apt_install(project.root(), &PACKAGES))?;
        match Self::find() {
            Some(found) => Ok(found),
            None => bail!("Chromium was installed, but is not on PATH"),
        }
    }

    fn find() -> Option<Self> {
        let named = |variable| env::var_os(variable).map(PathBuf::from);
        let browser = named("KEHU_CHROMIUM").or_else(|| {
            let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
            find_program(&names).or_else(mac_application)
        })?;
        let driver = named("CHROMEDRIVER").or_else(|| find_program(&["chromedriver"]))?;
        Some(Self { browser, driver })
    }

    /// Chromium without windows: the same pages in half the time (38 end-to-end tests in 33 s instead of
    /// 66). Where there is none, the whole browser.
    pub fn shell(&self, project: &Project, steps: &mut Steps) -> PathBuf {
        let find = || find_program(&[SHELL, "chrome-headless-shell"]);
        if env::var_os("KEHU_CHROMIUM").is_some() {
            return self.browser.clone();
        }
        if find().is_none() && can_install(project.root()) {
            let installed =
                steps.step("install Chromium without windows", || apt_install(project.root(), &[SHELL]));
            if installed.is_err() {
                println!("note: {SHELL} cannot be installed; the whole browser takes twice as long");
            }
        }
        find().unwrap_or_else(|| self.browser.clone())
    }

    /// The capabilities that wasm-bindgen's test runner hands to chromedriver.
    pub fn capabilities(&self) -> serde_json::Value {
        serde_json::json!({
            "goog:chromeOptions": { "binary": self.browser.to_string_lossy(), "args": FLAGS },
        })
    }
}

fn mac_application() -> Option<PathBuf> {
    let file = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    file.is_file().then(|| file.to_owned())
}

/// Systems without fontconfig bring their own Chinese fonts.
fn has_chinese_font(dir: &Path) -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let list = Call::new("fc-list", dir).args([":lang=zh", "family"]).try_read();
    list.is_some_and(|fonts| !fonts.trim().is_empty())
}
