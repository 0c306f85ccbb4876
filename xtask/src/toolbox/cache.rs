//! The folder that outlives a checkout.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

/// `<user cache>/kehu/tools`: kept outside `target`, so that a fresh clone finds its tools and
/// `cargo clean` does not throw them away.
pub fn tools() -> Result<PathBuf> {
    Ok(user_cache()?.join("kehu").join("tools"))
}

/// `<user cache>/kehu/bench`: copies of the benchmark harness, with what it installs.
pub fn bench() -> Result<PathBuf> {
    Ok(user_cache()?.join("kehu").join("bench"))
}

fn user_cache() -> Result<PathBuf> {
    if let Some(folder) = absolute("XDG_CACHE_HOME") {
        return Ok(folder);
    }
    if cfg!(windows)
        && let Some(folder) = absolute("LOCALAPPDATA")
    {
        return Ok(folder);
    }
    let home = env::home_dir().context("no home folder; set XDG_CACHE_HOME")?;
    Ok(home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}

fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
