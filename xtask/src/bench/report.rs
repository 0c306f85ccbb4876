//! The part of `docs/performance.md` that a run writes.

use super::{bars::Bar, harness::Results};
use crate::document::Marks;

/// Where it stands.
pub const MARKS: Marks<'static> = Marks {
    title: "# Performance",
    begin: "<!-- cargo xtask bench writes from here -->",
    end: "<!-- to here -->",
};

/// The bars as a table.
pub fn bars_table(bars: &[Bar]) -> String {
    let mut text = String::from("| bar | limit | found | held |\n|---|---|---:|---|\n");
    for Bar { name, limit, found, is_held } in bars {
        let found = found.as_deref().unwrap_or("–");
        let held = match is_held {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "–",
        };
        text += &format!("| {name} | {limit} | {found} | {held} |\n");
    }
    text
}

/// All that a run says.
pub fn text(results: &Results, bars: &[Bar], machine: &str) -> String {
    let Results { table, chromium, started_at, rounds, .. } = results;
    let day = started_at.split('T').next().unwrap_or_default();
    let counted = rounds.saturating_sub(1);
    format!(
        "Measured on {day}: {machine}; Chromium {chromium}, {counted} counted rounds. Figures are medians; \
         “×” is the ratio to `vanilla` in the same round.\n\n{}\n{table}\n",
        bars_table(bars)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_that_is_missed_is_seen() {
        let bar = Bar { name: "a".into(), limit: "1".into(), found: Some("2".into()), is_held: Some(false) };
        assert!(bars_table(&[bar]).contains("| a | 1 | 2 | **no** |"));
    }
}
