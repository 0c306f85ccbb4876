//! The doctor against both editions of the sandbox.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use doctor::client::Client;
use doctor::report::{Score, examine};
use sandbox::clock::Clock;
use sandbox::dates::Day;
use sandbox::edition::Edition;
use sandbox::http::{Sandbox, Settings, app};
use sandbox::store::Contents;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const TODAY: &str = "2026-11-20";
const TOKEN: &str = "demo-admin";

/// A running sandbox; its clock goes only as far as somebody sleeps.
struct Running {
    base: String,
    clock: Arc<AtomicU64>,
    _runtime: tokio::runtime::Runtime,
}

fn start(edition: Edition, rate_limit: u32, tells_retry_after: bool) -> Running {
    let settings = Settings {
        edition,
        contents: Contents { customers: 300, seed: 1, today: Day::parse(TODAY), examples_only: false },
        db: None,
        site: None,
        rate_limit,
        tells_retry_after,
        faults: false,
    };
    let clock = Arc::new(AtomicU64::new(1_780_000_003_000));
    let hand = Arc::clone(&clock);
    let sandbox = Sandbox::open(settings, Clock::new(move || hand.load(Ordering::Relaxed))).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    runtime.spawn(async { axum::serve(listener, app(Arc::new(sandbox))).await });
    Running { base, clock, _runtime: runtime }
}

/// What the doctor prints, what it counts, and how long it slept each time.
fn report(running: &Running, pace: Duration) -> (String, Score, Vec<u64>) {
    let (mut slept, mut out) = (Vec::new(), Vec::new());
    let sleep = |time: Duration| {
        let time = u64::try_from(time.as_millis()).unwrap();
        running.clock.fetch_add(time, Ordering::Relaxed);
        slept.push(time);
    };
    let mut client = Client::new(&running.base, TOKEN, pace, sleep).unwrap();
    let score = examine(&mut client, TODAY, &mut out).unwrap();
    drop(client);
    (String::from_utf8(out).unwrap(), score, slept)
}

/// The answer to a question of a report.
fn answer<'a>(report: &'a str, about: &str, question: &str) -> &'a str {
    let part = report.split("\n\n").find(|part| part.contains(&format!(". {about}\n")));
    let part = part.unwrap_or_else(|| panic!("{about}: {report}"));
    let line =
        part.lines().find(|line| line.contains(question)).unwrap_or_else(|| panic!("{question}: {part}"));
    line.split("-> ").nth(1).unwrap()
}

#[test]
fn the_document_is_recognized() {
    let (report, score, _) = report(&start(Edition::Documented, 0, false), Duration::ZERO);
    for (about, question, expected) in [
        ("the list", "total", "no, only has_next_page (the document)"),
        ("the list", "column_list", "by their keys in rows (the document)"),
        ("the list", "chosen value", "no code in any row"),
        ("the list", "a key for each column", "yes, also for those that its own example rows lack"),
        ("a long page of the list", "how many", "500 are taken"),
        ("what can be sorted by", "words", "yes (the document)"),
        ("colleagues, short", "stand", "data.users (the document)"),
        ("departments", "tree", "yes, by children (the document)"),
        ("values of a filter", "what is a value", "a text (other sources)"),
        ("a customer", "stand", "data itself (other sources)"),
        ("signed out", "refused", "code 100401 (the document)"),
    ] {
        assert_eq!(answer(&report, about, question), expected, "{about}: {question}");
    }
    assert_eq!(score.neither, 0, "{report}");
    assert!(score.document > score.others);
}

#[test]
fn the_other_reading_is_recognized() {
    let (report, score, _) = report(&start(Edition::Wild, 0, false), Duration::ZERO);
    for (about, question, expected) in [
        ("the list", "total", "data.total_count (other sources)"),
        ("the list", "column_list", "some as customer.NAME (other sources)"),
        ("the list", "chosen value", "a code, with a _display beside it (other sources)"),
        ("the list", "custom numbers", "yes, _hidden_result (the document)"),
        ("the list", "a key for each column", "no, some of those that its own example rows lack too"),
        ("what can be sorted by", "words", "no, values alone (other sources)"),
        ("custom fields", "options", "objects with value and label (other sources)"),
        ("custom fields", "kinds", "yes (other sources)"),
        ("values of a filter", "paged", "yes, 15 on a page unless asked otherwise (other sources)"),
        ("colleagues, short", "stand", "simple_users at the top level (other sources)"),
        ("colleagues, short", "entry", "value and text (other sources)"),
        ("departments", "tree", "flat, with parent_id, level and can_use (other sources)"),
        ("labels", "groups", "group_name (other sources)"),
        ("a customer", "attachments", "a sentence (other sources)"),
        ("its contacts", "paged", "data.contacts, with total_count and per_page (other sources)"),
        ("its follow-ups, of all days", "kinds", "yes, category_display (other sources)"),
        ("a customer that is not there", "refused", "code 100100 (other sources)"),
        ("signed out", "refused", "code 100400 (other sources)"),
    ] {
        assert_eq!(answer(&report, about, question), expected, "{about}: {question}");
    }
    assert_eq!((score.neither, score.unanswered), (0, 0), "{report}");
    assert!(score.others > score.document);
}

/// Names and words are Chinese here, and every id and number has five digits or more.
#[test]
fn no_value_is_told() {
    for edition in [Edition::Documented, Edition::Wild] {
        let (report, ..) = report(&start(edition, 0, false), Duration::ZERO);
        assert!(report.is_ascii(), "{report}");
        for run in report.split(|letter: char| !letter.is_ascii_digit()).filter(|run| run.len() > 4) {
            let line = report.lines().find(|line| line.contains(run)).unwrap();
            let is_code = run.len() == 6 && run.starts_with("100") && line.contains("code ");
            assert!(is_code || line.contains(" bytes, "), "{line}");
        }
        for secret in
            [TOKEN, "demo-", "@", "example.com", "sel_", "wx_", "#", "127.0.0.1", "kehu-doctor-nobody"]
        {
            assert!(!report.contains(secret), "{secret}: {report}");
        }
    }
}

#[test]
fn refusals_are_waited_out_and_told() {
    let told = |edition, tells_retry_after| {
        let (report, _, slept) = report(&start(edition, 10, tells_retry_after), Duration::from_millis(1));
        let refusals = report.split("\n\n").find(|part| part.starts_with("Refusals")).unwrap().to_owned();
        assert!(!report.contains("no answer"), "{report}");
        (refusals, slept.into_iter().filter(|time| *time > 1).collect::<Vec<_>>())
    };
    // The clock stands at the third second of a window but for the pace.
    let (refusals, slept) = told(Edition::Wild, false);
    assert_eq!(slept, [8_000]);
    assert!(refusals.contains("429, text/plain, Rack::Attack's words, no Retry-After, a Date"), "{refusals}");
    let (refusals, slept) = told(Edition::Wild, true);
    assert_eq!(slept, [11_000]);
    assert!(refusals.contains("Retry-After: 10, perhaps the whole window"), "{refusals}");
    let (refusals, slept) = told(Edition::Documented, false);
    assert_eq!(slept, [11_000]);
    assert!(refusals.contains("429, application/json, other words"), "{refusals}");
}

#[test]
fn calls_come_at_a_pace() {
    let (report, _, slept) = report(&start(Edition::Wild, 10, false), Duration::from_secs(2));
    assert!(report.contains("Refusals for too many calls: 0 in 18 calls"), "{report}");
    assert_eq!(slept, vec![2_000; 17]);
}
