//! The data set: the same for the same seed, kept in a file, refused when it is another.

use crate::api::{Api, settings};
use sandbox::clock::Clock;
use sandbox::dates::Day;
use sandbox::http::{Sandbox, Settings};

#[tokio::test]
async fn the_same_seed_gives_the_same_customers() {
    let one = Api::new(settings(120)).customers("admin", "").await;
    assert_eq!(one, Api::new(settings(120)).customers("admin", "").await);
    let mut other = settings(120);
    other.contents.seed = 8;
    assert_ne!(one, Api::new(other).customers("admin", "").await);
}

#[tokio::test]
async fn a_file_keeps_its_customers() {
    let file = std::env::temp_dir().join(format!("kehu-store-{}.db", std::process::id()));
    let kept = Settings { db: Some(file.clone()), ..settings(60) };
    let first = Api::new(kept.clone()).customers("admin", "").await;
    let mut later = kept.clone();
    later.contents.today = None;
    assert_eq!(Api::new(later).customers("admin", "").await, first);

    let mut more = kept.clone();
    more.contents.customers = 61;
    let mut another_day = kept;
    another_day.contents.today = Day::parse("2025-05-01");
    for asked in [more, another_day] {
        let refusal = Sandbox::open(asked, Clock::system()).err().unwrap().to_string();
        assert!(refusal.contains("60 customers of seed 7"), "{refusal}");
    }
    std::fs::remove_file(file).unwrap();
}
