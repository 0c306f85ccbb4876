//! The command line.

use anyhow::{Context, Result, bail};
use clap::Parser;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Asks a CRM the calls that Kehu needs, one in two seconds, and prints a report without any
/// customer, name, number or token in it.
#[derive(Debug, Parser)]
#[command(name = "kehu-doctor", version)]
pub struct Options {
    /// Address of the CRM, as `api_base` in config.json: https://host, or with a path behind it
    #[arg(long, value_name = "URL")]
    pub base: String,
    /// File with the token in it, and nothing else
    #[arg(long, value_name = "FILE")]
    pub token_file: PathBuf,
    /// Milliseconds between two calls
    #[arg(long, value_name = "MS", default_value_t = 2_000)]
    pub pace_ms: u64,
}

impl Options {
    /// The address without a slash at its end.
    pub fn base(&self) -> Result<&str> {
        if !self.base.starts_with("https://") && !self.base.starts_with("http://") {
            bail!("--base has to begin with https://");
        }
        Ok(self.base.trim_end_matches('/'))
    }

    /// How long it waits between two calls.
    pub fn pace(&self) -> Duration {
        Duration::from_millis(self.pace_ms)
    }
}

/// The token in a file. It goes into a header, so it is one word of visible letters.
pub fn read_token(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let token = text.trim();
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',') {
        bail!("{}: this is no token", file.display());
    }
    Ok(token.to_owned())
}
