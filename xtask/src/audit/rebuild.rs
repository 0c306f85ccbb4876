//! Whether the same commit gives the same page elsewhere.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{call::Call, dist::VERSION_FILE, files, project::Project};

/// Builds the commit in a folder of another name and depth, with another mask for new files, time zone, language
/// and name of the user, and compares what comes out with `dist/`, byte for byte. The commands' own tools are
/// those of here.
pub fn compare(project: &Project, out: &Path) -> Result<()> {
    let git = |words: &[&str]| Call::new("git", project.root()).args(words).read();
    if !git(&["status", "--porcelain", "--untracked-files=no"])?.trim().is_empty() {
        bail!("there are changes that no commit has; the second build is of a commit");
    }
    let elsewhere = env::temp_dir().join(format!("kehu-rebuild-{}", std::process::id()));
    let folder = elsewhere.join("somewhere/else/entirely");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let verdict = build(project, &folder).and_then(|()| {
        let other = folder.join("dist");
        let faults = differences(&project.dist(), &other)?;
        let sum = build_sum(&project.dist())?;
        let text = if faults.is_empty() {
            format!(
                "every file is the same, byte for byte: build `{sum}`.\n\nA clone in another folder, with umask 077, \
                 TZ=Pacific/Auckland, LC_ALL=C and another name of the user (the same account, crates and tools)."
            )
        } else {
            format!("**not the same**: {}", faults.join(", "))
        };
        fs::write(out, text).with_context(|| out.display().to_string())?;
        if faults.is_empty() { Ok(()) } else { bail!("the second build is another: {}", faults.join(", ")) }
    });
    fs::remove_dir_all(&elsewhere).with_context(|| elsewhere.display().to_string())?;
    verdict
}

fn build(project: &Project, folder: &Path) -> Result<()> {
    Call::new("git", project.root()).args(["clone", "--quiet", "--no-hardlinks", "."]).arg(folder).run()?;
    // The shell alone can set the mask.
    Call::new("sh", folder)
        .args(["-c", "umask 077; exec cargo xtask dist"])
        .env("TZ", "Pacific/Auckland")
        .env("LC_ALL", "C")
        .env("USER", "somebody-else")
        .env("LOGNAME", "somebody-else")
        .run()
}

/// The files that only one has or that differ. `version.json` tells when and of which commit the build is; of it
/// only the sum of the build is compared.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let list = |folder: &Path| -> Result<Vec<_>> {
        let all = files::all_under(folder)?;
        all.into_iter().map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect()
    };
    let (ours, theirs) = (list(one)?, list(other)?);
    for file in ours.iter().filter(|file| !theirs.contains(file)) {
        faults.push(format!("only here: {}", file.display()));
    }
    for file in &theirs {
        let is_version = file == Path::new(VERSION_FILE);
        if !ours.contains(file) {
            faults.push(format!("only there: {}", file.display()));
        } else if !is_version && fs::read(one.join(file))? != fs::read(other.join(file))? {
            faults.push(file.display().to_string());
        }
    }
    if build_sum(one)? != build_sum(other)? {
        faults.push("the sum of the build".into());
    }
    Ok(faults)
}

fn build_sum(dist: &Path) -> Result<String> {
    let version: Value = serde_json::from_slice(&fs::read(dist.join(VERSION_FILE))?)?;
    Ok(version["build"].as_str().context("version.json has no sum of the build")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let folder = env::temp_dir().join(format!("kehu-differences-{}", std::process::id()));
        let [one, other] = ["one", "other"].map(|name| folder.join(name));
        for (dist, text, sum) in [(&one, "a", "1"), (&other, "b", "2")] {
            fs::create_dir_all(dist).unwrap();
            fs::write(dist.join("page.css"), text).unwrap();
            fs::write(dist.join("same.js"), "same").unwrap();
            fs::write(dist.join(VERSION_FILE), format!("{{\"build\":\"{sum}\",\"commit\":\"{text}\"}}"))
                .unwrap();
        }
        fs::write(one.join("more.js"), "").unwrap();
        let faults = differences(&one, &other).unwrap();
        let none = differences(&one, &one).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(faults, ["only here: more.js", "page.css", "the sum of the build"]);
        assert!(none.is_empty(), "{none:?}");
    }
}
