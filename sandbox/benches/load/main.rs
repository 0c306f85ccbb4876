//! How long the list takes with 200,000 customers: first page and deepest page of every filter,
//! over HTTP on this machine, two requests at a time.
//!
//! `cargo bench -p sandbox`, or with other numbers
//! `cargo bench -p sandbox -- --customers 20000 --requests 50`.

mod cases;
mod client;

use client::Client;
use sandbox::clock::Clock;
use sandbox::edition::Edition;
use sandbox::http::{Sandbox, Settings, app};
use sandbox::store::Contents;
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Requests under way at any moment.
const AT_ONCE: usize = 2;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<()> {
    let number = |name: &str, otherwise| argument(name).and_then(|it| it.parse().ok()).unwrap_or(otherwise);
    let (customers, requests) = (number("--customers", 200_000), number("--requests", 60));
    let settings = Settings {
        edition: Edition::Documented,
        contents: Contents { customers, seed: 1, today: None, examples_only: false },
        db: argument("--db").map(PathBuf::from),
        site: None,
        rate_limit: 0,
        tells_retry_after: false,
        faults: false,
    };
    tokio::runtime::Runtime::new()?.block_on(run(settings, customers, requests))
}

fn argument(name: &str) -> Option<String> {
    let mut rest = std::env::args().skip_while(|one| one != name);
    rest.nth(1)
}

async fn run(settings: Settings, customers: u64, requests: u64) -> Outcome<()> {
    let start = Instant::now();
    let sandbox = Sandbox::open(settings, Clock::system())?;
    println!("{customers} customers made in {:.1} s; {}", start.elapsed().as_secs_f32(), memory());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(async move { axum::serve(listener, app(Arc::new(sandbox))).await });

    println!("{:<56} {:>5} {:>7} {:>7} {:>7} {:>7}", "case", "page", "p50 ms", "p95 ms", "max ms", "cpu ms");
    let mut slowest = Duration::ZERO;
    for case in cases::all() {
        let deepest = deepest(address, &case).await?;
        let mut pages = vec![1, deepest.div_ceil(2), deepest];
        pages.dedup();
        for page in pages {
            slowest = slowest.max(measure(address, &case, page, requests).await?);
        }
    }
    println!("slowest p95: {:.1} ms; {}", slowest.as_secs_f64() * 1000.0, memory());
    server.abort();
    Ok(())
}

/// The last page of a case, found by halving.
async fn deepest(address: SocketAddr, case: &cases::Case) -> Outcome<u64> {
    let mut client = Client::connect(address).await?;
    let (mut here, mut beyond) = (1, 2);
    while client.get(case, beyond - 1).await?.has_next_page {
        here = beyond;
        beyond *= 2;
    }
    while beyond - here > 1 {
        let middle = here.midpoint(beyond);
        match client.get(case, middle - 1).await?.has_next_page {
            true => here = middle,
            false => beyond = middle,
        }
    }
    Ok(here)
}

/// Prints one line and gives the 95th percentile.
async fn measure(address: SocketAddr, case: &cases::Case, page: u64, requests: u64) -> Outcome<Duration> {
    let worked = cpu_ms();
    let mut workers = Vec::new();
    for _ in 0..AT_ONCE {
        let case = case.clone();
        workers.push(tokio::spawn(async move {
            let mut client = Client::connect(address).await?;
            let mut times = Vec::new();
            for _ in 0..requests / AT_ONCE as u64 {
                let start = Instant::now();
                client.get(&case, page).await?;
                times.push(start.elapsed());
            }
            Outcome::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for worker in workers {
        times.extend(worker.await??);
    }
    times.sort_unstable();
    let share = |percent: usize| times.get((times.len() * percent / 100).min(times.len() - 1));
    let share = |percent| share(percent).copied().unwrap_or_default();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (half, most, last) = (share(50), share(95), share(100));
    let work = (cpu_ms() - worked) / times.len() as f64;
    println!(
        "{:<56} {page:>5} {:>7.1} {:>7.1} {:>7.1} {work:>7.1}",
        case.title(),
        ms(half),
        ms(most),
        ms(last)
    );
    Ok(most)
}

/// Processor time of this process so far, in milliseconds, client and server together. Unlike the
/// times on the clock it hardly changes when the machine has other work.
fn cpu_ms() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    // User and system time, in hundredths of a second on every Linux there is.
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
}

/// What the process holds in memory, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |key: &str| {
        let line = status.lines().find(|line| line.starts_with(key))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    };
    match (line("VmRSS:"), line("VmHWM:")) {
        (Some(now), Some(most)) => format!("{} MB of memory, {} MB at most", now / 1024, most / 1024),
        _ => "memory unknown on this system".to_owned(),
    }
}
