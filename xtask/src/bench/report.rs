//! The part of `docs/performance.md` that a run writes. What stands outside its marks is written by
//! hand and stays.

use super::{bars::Bar, harness::Results};

const BEGIN: &str = "<!-- cargo xtask bench writes from here -->";
const END: &str = "<!-- to here -->";

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

/// The document with a new part between the marks; both are added where they are missing.
pub fn replace(old: &str, part: &str) -> String {
    let marked = format!("{BEGIN}\n\n{}\n\n{END}", part.trim());
    let marks = old.find(BEGIN).zip(old.find(END)).filter(|(begin, end)| begin < end);
    match marks {
        Some((begin, end)) => format!("{}{marked}{}", &old[..begin], &old[end + END.len()..]),
        None if old.trim().is_empty() => format!("# Performance\n\n{marked}\n"),
        None => format!("{}\n\n{marked}\n", old.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_by_hand_stays() {
        let first = replace("# Performance\n\nBy hand.\n", "one");
        let second = replace(&format!("{first}\nAnd below.\n"), "two");
        assert_eq!(second, format!("# Performance\n\nBy hand.\n\n{BEGIN}\n\ntwo\n\n{END}\n\nAnd below.\n"));
        assert!(replace("", "one").starts_with("# Performance\n"));
    }

    #[test]
    fn a_bar_that_is_missed_is_seen() {
        let bar = Bar { name: "a".into(), limit: "1".into(), found: Some("2".into()), is_held: Some(false) };
        assert!(bars_table(&[bar]).contains("| a | 1 | 2 | **no** |"));
    }
}
