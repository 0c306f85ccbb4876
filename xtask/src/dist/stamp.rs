//! Knowing that nothing changed, so that a second `serve` starts at once.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
};

use anyhow::{Context, Result};

use crate::{files, project::Project};

/// Everything that a release build reads, files and folders, from the project's root.
const SOURCES: [&str; 21] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "export-worker",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "start",
    "style",
    "tools/finish.mjs",
    "tools/package-lock.json",
    "tools/start.mjs",
    "tools/style.mjs",
    // What these commands themselves do to the result.
    "xtask/src/dist",
    "xtask/src/dist.rs",
    "xtask/src/lock.rs",
    "xtask/src/page_crates.rs",
    "xtask/src/toolbox",
];

/// A sum over the sources.
pub struct Stamp(u64);

impl Stamp {
    /// Of the sources as they are now. Taken *before* a build: what is edited during the build is
    /// then newer than the stamp.
    pub fn of_sources(project: &Project) -> Result<Self> {
        let mut sum = DefaultHasher::new();
        for source in SOURCES {
            for file in files::all_under(&project.root().join(source))? {
                file.hash(&mut sum);
                fs::read(&file).with_context(|| file.display().to_string())?.hash(&mut sum);
            }
        }
        Ok(Self(sum.finish()))
    }

    /// Whether `dist/` was made from these sources and is still the one that was made.
    pub fn holds(&self, project: &Project) -> bool {
        match (self.text(project), fs::read_to_string(place(project))) {
            (Ok(expected), Ok(written)) => expected == written,
            _ => false,
        }
    }

    /// Notes that `dist/` was made from these sources.
    pub fn write(&self, project: &Project) -> Result<()> {
        let place = place(project);
        fs::create_dir_all(project.notes())?;
        fs::write(&place, self.text(project)?).with_context(|| place.display().to_string())
    }

    /// The page names its other files by their contents, so its own sum stands for all of them. It
    /// is there because two target folders may share one `dist/`.
    fn text(&self, project: &Project) -> Result<String> {
        let mut sum = DefaultHasher::new();
        fs::read(project.dist().join("index.html"))?.hash(&mut sum);
        Ok(format!("{:016x} {:016x}\n", self.0, sum.finish()))
    }
}

/// Makes the next build happen.
pub fn forget(project: &Project) -> Result<()> {
    match fs::remove_file(place(project)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn place(project: &Project) -> PathBuf {
    project.notes().join("dist.stamp")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that was renamed would otherwise be left out in silence.
    #[test]
    fn every_source_is_there() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        for source in SOURCES {
            assert!(root.join(source).exists(), "{source}");
        }
    }
}
