use std::{
    ffi::OsStr,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::PRODUCT;
use crate::{
    files,
    project::Project,
    steps::Steps,
    toolbox::{Chromium, bench_folder, node, npm, require_node},
};

/// What a harness has, in its folder.
const PARTS: [&str; 5] = ["bench.mjs", "server.mjs", "probe.js", "session.js", "package.json"];
/// What running it leaves behind.
const LEFTOVERS: [&str; 3] = ["node_modules", "dist", "results"];
/// Ours: a figure that the harness does not have.
const PAGE_SIZES: &str = "page_sizes.mjs";

/// The harness, and the copy of it that runs.
pub struct Harness {
    source: PathBuf,
    copy: PathBuf,
}

/// What a run gave.
pub struct Results {
    /// The whole table, in Markdown.
    pub table: String,
    /// Figure → page → `{median, ratio, …}`.
    pub summary: Value,
    /// Chromium's version.
    pub chromium: String,
    /// When it began, in UTC: `2026-01-31T09:30:00.000Z`.
    pub started_at: String,
    /// Rounds, with the one that is not counted.
    pub rounds: u64,
}

impl Harness {
    /// Looks whether the harness is there.
    pub fn find(source: &Path) -> Result<Self> {
        let missing: Vec<_> = PARTS.into_iter().filter(|part| !source.join(part).is_file()).collect();
        if !missing.is_empty() {
            bail!(
                "no benchmark harness in {}: {} missing. It is no part of this project; name its \
                 folder with --harness DIR",
                source.display(),
                missing.join(", ")
            );
        }
        require_node()?;
        let copy = bench_folder()?.join(format!("{:016x}", sum(source)?));
        Ok(Self { source: source.to_owned(), copy })
    }

    /// Copies the harness into the user's cache and builds it there, unless that was done before.
    pub fn ready(&self, steps: &mut Steps) -> Result<()> {
        let note = self.copy.join(".built");
        if note.exists() {
            return Ok(());
        }
        steps.step("build the benchmark's other pages", || {
            for file in sources(&self.source)? {
                let place = self.copy.join(file.strip_prefix(&self.source)?);
                fs::create_dir_all(place.parent().context("a file without a folder")?)?;
                // Not `fs::copy`: a harness may be read-only, and npm has to write.
                fs::write(&place, fs::read(&file)?).with_context(|| place.display().to_string())?;
            }
            // A lock file may lack another system's optional packages; then npm works it out anew.
            if npm(&self.copy).args(["ci", "--no-audit", "--no-fund"]).run().is_err() {
                println!("its lock file does not fit; installing by package.json");
                npm(&self.copy).args(["install", "--no-audit", "--no-fund"]).run()?;
            }
            npm(&self.copy).args(["run", "build"]).run()?;
            fs::write(&note, "").context("cannot note that the harness is built")
        })
    }

    /// Measures a built page. `words` are passed on.
    pub fn measure(&self, dist: &Path, chromium: &Chromium, words: &[&str]) -> Result<Results> {
        let out = self.copy.join("results");
        let before = newest(&out)?;
        node(&self.copy)
            .env("CHROMIUM", &chromium.browser)
            .arg("bench.mjs")
            .arg("--serve")
            .arg(format!("{PRODUCT}={}", dist.display()))
            .args(["--init", &format!("{PRODUCT}=session.js"), "--out"])
            .arg(&out)
            .args(words)
            .run()?;
        let raw = newest(&out)?.filter(|found| Some(found) != before.as_ref());
        let raw = raw.context("the harness wrote no results")?;
        let mut facts: Value = serde_json::from_slice(&fs::read(&raw)?)?;
        let text = |name: &str| facts[name].as_str().unwrap_or("?").to_owned();
        Ok(Results {
            table: fs::read_to_string(raw.with_extension("md"))?.trim().to_owned(),
            chromium: text("chromiumVersion"),
            started_at: text("startedAt"),
            rounds: facts["rounds"].as_u64().unwrap_or(0),
            summary: facts["summary"].take(),
        })
    }

    /// How many times as long a flip of 1000 rows takes as one of 100.
    pub fn page_sizes(&self, project: &Project, chromium: &Chromium) -> Result<f64> {
        let script = self.copy.join(PAGE_SIZES);
        fs::write(&script, fs::read(project.root().join("tools").join(PAGE_SIZES))?)?;
        let printed = node(&self.copy)
            .env("CHROMIUM", &chromium.browser)
            .arg(script.file_name().unwrap_or(OsStr::new(PAGE_SIZES)))
            .arg(project.dist())
            .read()?;
        println!("{}", printed.trim());
        let last = printed.trim().lines().last().unwrap_or_default();
        last.parse().with_context(|| format!("`{last}` is no figure"))
    }
}

/// The harness's own files.
fn sources(source: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(source).with_context(|| source.display().to_string())? {
        let entry = entry?;
        if !LEFTOVERS.iter().any(|name| entry.file_name() == *name) {
            found.extend(files::all_under(&entry.path())?);
        }
    }
    found.sort();
    Ok(found)
}

/// Another harness gets another folder.
fn sum(source: &Path) -> Result<u64> {
    let mut sum = DefaultHasher::new();
    for file in sources(source)? {
        file.strip_prefix(source)?.hash(&mut sum);
        fs::read(&file)?.hash(&mut sum);
    }
    Ok(sum.finish())
}

/// The raw figures of the last run; their names begin with the time.
fn newest(results: &Path) -> Result<Option<PathBuf>> {
    let all = files::all_under(results)?;
    Ok(all.into_iter().rfind(|file| file.extension().is_some_and(|ending| ending == "json")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_harness_is_named_with_the_way_out() {
        let folder = std::env::temp_dir().join("kehu-no-such-harness");
        let error = Harness::find(&folder).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("--harness") && error.contains("bench.mjs"), "{error}");
    }
}
