//! Programs that come as Rust crates.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use anyhow::{Context, Result, bail};

use super::cache;
use crate::{
    call::{Call, find_program},
    progress,
    steps::Steps,
};

/// One program of one version.
pub struct CargoTool {
    /// The folder's and the first program's name.
    name: &'static str,
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Where the registry lacks a version that the package's lock file names, as a mirror that lags behind
    /// does: whether it is built with the versions that there are.
    may_do_without_lock: bool,
    /// Cargo's release profile is made for programs that run often; these run seldom, and how
    /// long a newcomer waits for them counts for more.
    profile: &'static [(&'static str, &'static str)],
    /// What to say about the wait.
    patience: &'static str,
}

impl CargoTool {
    /// The bundler. 0.22 wants a newer compiler than rust-toolchain.toml pins.
    pub fn trunk() -> Self {
        Self {
            name: "trunk",
            package: "trunk",
            version: "0.21.14".to_owned(),
            programs: &["trunk"],
            may_do_without_lock: false,
            profile: &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_LTO", "false"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
            ],
            patience: "about 4 minutes on two cores",
        }
    }

    /// Joins the WebAssembly to JavaScript; `version` is the one in Cargo.lock.
    pub fn wasm_bindgen(version: String) -> Self {
        Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            may_do_without_lock: true,
            // Without any optimisation it would be slow at every build of the page.
            profile: &[("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")],
            patience: "about 2 minutes on two cores",
        }
    }

    /// The folder of the programs, installed now if need be.
    pub fn ensure(&self, steps: &mut Steps) -> Result<PathBuf> {
        let home = cache::tools()?.join(format!("{}-{}", self.name, self.version));
        let folder = home.join("bin");
        if self.runs_in(&folder) {
            return Ok(folder);
        }
        if let Some(folder) = self.users_own() {
            return Ok(folder);
        }
        self.install(&home, steps)?;
        Ok(folder)
    }

    /// The user's own, when it is of the very same version.
    fn users_own(&self) -> Option<PathBuf> {
        let folder = find_program(&[self.name])?.parent()?.to_owned();
        self.runs_in(&folder).then_some(folder)
    }

    fn runs_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            let file = folder.join(format!("{program}{}", env::consts::EXE_SUFFIX));
            // The test runner has no version of its own to ask for; it comes with its sibling.
            let speaks = program == &self.name;
            file.is_file() && (!speaks || self.is_version(&file))
        })
    }

    fn is_version(&self, file: &Path) -> bool {
        let answer = Call::new(file, Path::new(".")).arg("--version").try_read();
        answer.is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    /// Installs beside the final place and renames: a half-finished folder is never taken for a
    /// whole one, and two of us at once do not disturb each other.
    fn install(&self, home: &Path, steps: &mut Steps) -> Result<()> {
        let tools = home.parent().context("the cache has no parent")?;
        let partial = tools.join(format!(".{}-{}.{}", self.name, self.version, process::id()));
        let title = format!("install {} {}", self.name, self.version);
        fs::create_dir_all(tools).with_context(|| format!("cannot make {}", tools.display()))?;

        let prebuilt = find_program(&["cargo-binstall"]).is_some()
            && steps
                .step(&format!("{title}, prebuilt"), || self.binstall(&partial))
                .inspect_err(|error| println!("  {error:#}; building it instead"))
                .is_ok();
        if !prebuilt {
            let title = format!("{title} from source ({})", self.patience);
            steps.step(&title, || self.build_as_it_can(&partial, tools))?;
        }

        if !self.runs_in(&partial.join("bin")) {
            bail!("{} was installed, but does not run as version {}", self.name, self.version);
        }
        if home.exists() {
            fs::remove_dir_all(home)?;
        }
        fs::rename(&partial, home).with_context(|| format!("cannot make {}", home.display()))
    }

    fn spec(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }

    fn binstall(&self, root: &Path) -> Result<()> {
        Call::cargo(Path::new("."))
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(root)
            .arg(self.spec())
            .run()
    }

    /// With the versions that the package was released with; without them where that cannot be.
    fn build_as_it_can(&self, root: &Path, tools: &Path) -> Result<()> {
        match self.build(root, tools, &["--locked"]) {
            Err(error) if self.may_do_without_lock => {
                println!("  {error:#}; building it with the versions that there are");
                self.build(root, tools, &[])
            }
            outcome => outcome,
        }
    }

    /// The intermediate files have a place of their own: an interrupted build goes on where it
    /// stopped.
    fn build(&self, root: &Path, tools: &Path, lock: &[&str]) -> Result<()> {
        let work = tools.join(format!("build-{}", self.name));
        let mut call = Call::cargo(tools).args(["install", "--root"]).arg(root);
        call = call.arg("--target-dir").arg(&work).arg(self.spec()).args(lock);
        for (name, value) in self.profile {
            call = call.env(name, value);
        }
        progress::watch(call)?;
        // Only room is lost when this fails.
        let _ = fs::remove_dir_all(&work);
        Ok(())
    }
}
