//! What is printed.

use crate::checks::{Ask, Check, Known, Source, all};
use crate::client::{Answer, Client, TooMany};
use crate::shape::Shape;
use anyhow::Result;
use std::io::Write;

/// The codes that are known; another may be something else.
const CODES: [i64; 9] = [0, 100_000, 100_100, 100_400, 100_401, 100_402, 100_404, 100_407, 100_429];

/// How many questions were answered which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// As the document reads.
    pub document: usize,
    /// As other sources read.
    pub others: usize,
    /// In a way that both leave open.
    pub known: usize,
    /// In no known way.
    pub neither: usize,
    /// Not at all.
    pub unanswered: usize,
}

/// Makes all calls and writes the report; `today` is the last day of follow-ups.
pub fn examine(client: &mut Client<'_>, today: &str, out: &mut impl Write) -> Result<Score> {
    let mut known = Known { today: today.to_owned(), ..Known::default() };
    let mut score = Score::default();
    writeln!(out, "kehu-doctor {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "All values are replaced by their types and lengths.")?;
    for (at, check) in all().iter().enumerate() {
        writeln!(out, "\n{}. {}\n   GET {}{}", at + 1, check.about, check.path, stranger(check))?;
        let Some(path) = known.fill(check.path) else {
            writeln!(out, "   left out: no customer was seen")?;
            score.unanswered += check.asks.len();
            continue;
        };
        match client.get(&path, check.as_stranger) {
            Ok(answer) => {
                known.learn(&answer);
                tell(check, &answer, &mut score, out)?;
            }
            Err(cause) => {
                // The words of a network may name a host, so they are for the operator alone.
                eprintln!("kehu-doctor: {}: {cause:#}", check.path);
                writeln!(out, "   no answer")?;
                score.unanswered += check.asks.len();
            }
        }
        out.flush()?;
    }
    tell_refusals(client, out)?;
    writeln!(
        out,
        "\nIn all: {} as the document reads, {} as other sources read, {} good to know, {} NEITHER, {} not answered",
        score.document, score.others, score.known, score.neither, score.unanswered
    )?;
    Ok(score)
}

fn stranger(check: &Check) -> &'static str {
    if check.as_stranger { " (with a token that nobody has)" } else { "" }
}

fn tell(check: &Check, answer: &Answer, score: &mut Score, out: &mut impl Write) -> Result<()> {
    let Some(json) = &answer.json else {
        writeln!(out, "   HTTP {}, {} bytes that are no JSON", answer.status, answer.bytes)?;
        score.unanswered += check.asks.len();
        return Ok(());
    };
    let code = json.get("code").and_then(serde_json::Value::as_i64);
    let code = match code {
        Some(code) if CODES.contains(&code) => format!("code {code}"),
        Some(_) => "a code that is not known".to_owned(),
        None => "no code".to_owned(),
    };
    let kind = known_type(&answer.content_type);
    writeln!(out, "   HTTP {}, {kind}, {} bytes, {code}", answer.status, answer.bytes)?;
    for ask in check.asks {
        writeln!(out, "   {} {}", ask.question, reading(ask, answer, score))?;
    }
    for line in Shape::of(json).lines(5) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn reading(ask: &Ask, answer: &Answer, score: &mut Score) -> String {
    let Some(reading) = ask.readings.iter().find(|reading| (reading.fits)(answer)) else {
        if answer.status == 404 {
            score.unanswered += 1;
            return "-> there is no such call".to_owned();
        }
        score.neither += 1;
        return "-> NEITHER of the known readings".to_owned();
    };
    let whose = match reading.source {
        Source::Document => {
            score.document += 1;
            " (the document)"
        }
        Source::Others => {
            score.others += 1;
            " (other sources)"
        }
        Source::Known => {
            score.known += 1;
            ""
        }
    };
    format!("-> {}{whose}", reading.says)
}

fn tell_refusals(client: &Client<'_>, out: &mut impl Write) -> Result<()> {
    let mut different: Vec<&TooMany> = Vec::new();
    for refusal in &client.refusals {
        if !different.contains(&refusal) {
            different.push(refusal);
        }
    }
    writeln!(out, "\nRefusals for too many calls: {} in {} calls", client.refusals.len(), client.calls)?;
    for refusal in different {
        let library = if refusal.is_rack_attack { "Rack::Attack's words" } else { "other words" };
        let retry_after = match refusal.retry_after {
            None => "no Retry-After".to_owned(),
            Some(10) => "Retry-After: 10, perhaps the whole window".to_owned(),
            Some(seconds) => format!("Retry-After: {seconds}"),
        };
        let date = if refusal.has_date { "a Date" } else { "no Date" };
        writeln!(out, "   429, {}, {library}, {retry_after}, {date}", known_type(&refusal.content_type))?;
    }
    Ok(())
}

fn known_type(content_type: &str) -> &str {
    match content_type {
        "application/json" | "text/plain" | "text/html" | "text/json" => content_type,
        "" => "no type",
        _ => "another type",
    }
}
