//! How long an answer takes to be read: its rows told apart, as when it comes, and every row read, as
//! when somebody scrolls through all of them or exports. `cargo bench --bench read_answers`
// A measurement may fail loudly.
#![allow(clippy::unwrap_used)]

use kehu::api::{judge, read_page};
use kehu::model::CustomerPage;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// An answer of so many rows, each the last of the contract's own example.
fn answer(rows: usize) -> String {
    let example: Value = serde_json::from_str(include_str!("../fixtures/customers-example.json")).unwrap();
    let data = &example["data"];
    let row = data["customers"].as_array().and_then(|rows| rows.last()).unwrap();
    let data = json!({ "customers": vec![row; rows], "column_list": data["column_list"] });
    json!({ "code": 0, "message": "", "data": data }).to_string()
}

fn page(body: &str) -> CustomerPage {
    read_page(judge(200, None, body).unwrap()).unwrap()
}

/// The shortest and the median time of many runs, in milliseconds.
fn time(runs: usize, run: impl Fn() -> usize) -> (f64, f64) {
    let one = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..runs).map(one).collect();
    times.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1_000.0;
    (millis(times[0]), millis(times[runs / 2]))
}

fn main() {
    println!("{:>5} {:>9} {:>12} {:>10} {:>10}", "rows", "bytes", "read", "min ms", "median ms");
    for rows in [200, 1_000] {
        let body = answer(rows);
        let told_apart = time(40_000 / rows, || page(black_box(&body)).customers.len());
        let every_row = time(40_000 / rows, || {
            page(black_box(&body)).customers.iter().map(|customer| customer.values.len()).sum()
        });
        for (read, (min, median)) in [("told apart", told_apart), ("every row", every_row)] {
            println!("{rows:>5} {:>9} {read:>12} {min:>10.3} {median:>10.3}", body.len());
        }
    }
}
