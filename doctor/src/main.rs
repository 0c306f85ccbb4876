//! Asks a CRM and prints the report.

use anyhow::Result;
use clap::Parser;
use doctor::client::Client;
use doctor::options::{Options, read_token};
use doctor::report::examine;
use std::process::ExitCode;
use time::{OffsetDateTime, UtcOffset};

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("kehu-doctor: {cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let base = options.base()?;
    let token = read_token(&options.token_file)?;
    if base.starts_with("http://") {
        eprintln!("kehu-doctor: this address is not encrypted, and the token goes over the wire");
    }
    let mut client = Client::new(base, &token, options.pace(), std::thread::sleep)?;
    // The CRM's days are China's.
    let today = OffsetDateTime::now_utc().to_offset(UtcOffset::from_hms(8, 0, 0)?).date().to_string();
    examine(&mut client, &today, &mut std::io::stdout().lock())?;
    Ok(())
}
