//! The command line.

use crate::dates::Day;
use crate::edition::Edition;
use crate::http::Settings;
use crate::store::Contents;
use clap::Parser;
use std::net::IpAddr;
use std::path::PathBuf;

/// Runs the customer endpoint on this machine, with made-up customers.
#[derive(Debug, Parser)]
#[command(name = "sandbox", version)]
pub struct Options {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8787)]
    pub port: u16,
    /// Folder of the built page to serve
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// Database file, made if missing and kept; without it the customers live in memory
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Which reading of the contract to answer by
    #[arg(long, value_enum, default_value_t)]
    pub edition: Edition,
    /// How many customers to generate, besides the contract's two examples
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    pub customers: u64,
    /// Seed of the generator
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Day the customers' dates are relative to, YYYY-MM-DD; today in China when absent
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Calls in 10 seconds for the whole company; 0 means no limit
    #[arg(long, default_value_t = 10, value_name = "CALLS")]
    pub rate_limit: u32,
    /// Add `Retry-After: 10` to the refusals of the wild edition, as older servers do
    #[arg(long)]
    pub retry_after: bool,
    /// Hold only the contract's two examples, and its 46 columns
    #[arg(long)]
    pub examples_only: bool,
    /// Let tests make it slow, fail or answer nonsense, under /__sandbox/
    #[arg(long)]
    pub faults: bool,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "a day looks like 2025-04-29".to_owned())
}

impl Options {
    /// What of the options is not about the port.
    pub fn settings(&self) -> Settings {
        Settings {
            edition: self.edition,
            contents: Contents {
                customers: self.customers,
                seed: self.seed,
                today: self.today,
                examples_only: self.examples_only,
            },
            db: self.db.clone(),
            site: self.site.clone(),
            rate_limit: self.rate_limit,
            tells_retry_after: self.retry_after,
            faults: self.faults,
        }
    }
}
