//! How much a visitor waits for.

use std::fs;

use anyhow::{Result, ensure};

use super::{compress::with_ending, cut::Chunks};
use crate::{files, project::Project};

/// What the first visit fetches, by ending. Icons and settings come later and are small.
const FIRST_LOAD: [&str; 4] = ["html", "js", "css", "wasm"];

/// What may come before the first rows stand there, in KiB after Brotli. The aim is 140.
const UNTIL_ROWS: u64 = 187;

/// What the whole first load may weigh, with the page that comes after the first rows. The aim is 400.
const CEILING: u64 = 603;

/// Prints one line for each file of the first load, and their sum, which is an error beyond the ceiling.
pub fn print(project: &Project) -> Result<()> {
    let dist = &project.dist();
    let chunks = Chunks::read(project)?;
    println!("\n{:>10} {:>10} {:>10}  file", "plain", "gzip", "brotli");
    let (mut sum, mut of_page) = (0, 0);
    for file in files::all_under(dist)? {
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        // One worker comes when everything else is there, the other with the first export, the last
        // chunks of the program when they are first used, and one file for old browsers only.
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_one_of = |list: &[String]| list.iter().any(|it| it == name);
        let is_later = matches!(name, "sw.js" | "popover.js")
            || name.starts_with("export-worker")
            || is_one_of(&chunks.later);
        if is_later || !FIRST_LOAD.contains(&ending) {
            continue;
        }
        let plain = fs::metadata(&file)?.len();
        let packed = |ending| fs::metadata(with_ending(&file, ending)).map_or(plain, |m| m.len());
        let (gzip, brotli) = (packed("gz"), packed("br"));
        sum += brotli;
        // The chunks that come after the first rows where the network is slow, or in their place.
        of_page += if is_one_of(&chunks.page) || is_one_of(&chunks.sign_in) { brotli } else { 0 };
        let name = file.strip_prefix(dist).unwrap_or(&file).display();
        println!("{:>10} {:>10} {:>10}  {name}", kib(plain), kib(gzip), kib(brotli));
    }
    println!("transfer, brotli: {} KiB of at most {CEILING}", kib(sum));
    let until_rows = sum - of_page;
    println!("until the first rows: {} KiB of at most {UNTIL_ROWS}", kib(until_rows));
    ensure!(sum <= CEILING * 1024, "the first load weighs more than {CEILING} KiB");
    ensure!(until_rows <= UNTIL_ROWS * 1024, "more than {UNTIL_ROWS} KiB come before the first rows");
    Ok(())
}

fn kib(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1024.0)
}
