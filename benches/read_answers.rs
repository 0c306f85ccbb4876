//! How long an answer takes to be read: its rows told apart, as when it comes, and every row read, as
//! when somebody scrolls through all of them or exports; and how long its read rows take to be counted for the
//! overview, which has a frame (16 ms) for 1,000 of them. `cargo bench --bench read_answers`
// A measurement may fail loudly.
#![allow(clippy::unwrap_used)]

use kehu::api::{judge, read_page};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{AnswerIndex, Customer, CustomerPage};
use kehu::overview::overview;
use kehu::query::parse_date;
use kehu::view_model::{ColumnFacts, available_columns};
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
    for count in [200, 1_000] {
        let body = answer(count);
        let told_apart = time(40_000 / count, || page(black_box(&body)).customers.len());
        let every_row = time(40_000 / count, || {
            page(black_box(&body)).customers.iter().map(|customer| customer.values.len()).sum()
        });
        let read = page(&body);
        let rows: Vec<(AnswerIndex, &Customer)> =
            read.customers.indices().zip(read.customers.iter()).collect();
        let columns = available_columns(&read.columns, &Layout::default(), &ColumnFacts::default(), Lang::Zh);
        let today = parse_date("2026-11-23").unwrap();
        let counted = time(40_000 / rows.len(), || {
            overview(black_box(&rows), &columns, today, Lang::Zh.words()).pictures.len()
        });
        for (read, (min, median)) in
            [("told apart", told_apart), ("every row", every_row), ("counted", counted)]
        {
            println!("{count:>5} {:>9} {read:>12} {min:>10.3} {median:>10.3}", body.len());
        }
    }
}
