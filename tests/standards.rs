//! `docs/standards.md` sets two standards beside the code, and `docs/look.md` the points of the look. Their
//! tables leave none out, name only files and tests that exist, and say where there is no test.
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each section of ASVS 5.0.0 and how many requirements of levels 1 and 2 it has; they are counted from
/// one. 1.2.10 is of level 3.
const ASVS: &str = "1.1:2 1.2:10 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 \
    4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 \
    7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 \
    10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 \
    14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2";

/// The criteria of WCAG 2.2, levels A and AA.
const WCAG: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 \
    1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 \
    2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 \
    3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3";

const NOTHING: &str = "–";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The cells of each line of the table under a heading of a document, without its head.
fn table(document: &str, heading: &str, columns: usize) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let part = text.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
    let lines = part.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows: Vec<Vec<String>> =
        lines.skip(1).map(|line| line.split(" | ").map(str::to_owned).collect()).collect();
    for row in &rows {
        assert_eq!(row.len(), columns, "{row:?}");
    }
    rows
}

fn asvs() -> Vec<Vec<String>> {
    let rows = table("docs/standards.md", "\n## OWASP ASVS 5.0\n", 5);
    rows.into_iter().filter(|row| !row[0].starts_with("**V")).collect()
}

fn wcag() -> Vec<Vec<String>> {
    table("docs/standards.md", "\n## WCAG 2.2\n", 4)
}

fn look() -> Vec<Vec<String>> {
    table("docs/look.md", "\n## The points\n", 4)
}

/// What a line begins with.
fn first_words(rows: &[Vec<String>]) -> Vec<String> {
    rows.iter().map(|row| row[0].split(' ').next().unwrap_or_default().to_owned()).collect()
}

/// `1.2.9, 1.3.1–1.3.3` as each number of it.
fn numbers(cell: &str) -> Vec<String> {
    let ends = |word: &str| word.rsplit_once('.').map(|(of, at)| (of.to_owned(), at.parse::<u8>().unwrap()));
    let each = cell.split(", ").flat_map(|word| {
        let (first, last) = word.split_once('–').unwrap_or((word, word));
        let ((of, from), (same, to)) = (ends(first).unwrap(), ends(last).unwrap());
        assert!(of == same && from <= to, "{word}");
        (from..=to).map(move |at| format!("{of}.{at}"))
    });
    each.collect()
}

#[test]
fn every_requirement_of_asvs_stands_in_one_line() {
    let expected: BTreeSet<String> = ASVS
        .split_whitespace()
        .map(|it| it.split_once(':').unwrap())
        .flat_map(|(of, count)| (1..=count.parse::<u8>().unwrap()).map(move |at| format!("{of}.{at}")))
        .collect();
    // As many as the standard has: 70 and 183, and the one of level 3.
    assert_eq!(expected.len(), 254);
    let mut found = BTreeSet::new();
    for number in asvs().iter().flat_map(|row| numbers(&row[0])) {
        assert!(found.insert(number.clone()), "{number} stands there twice");
    }
    assert_eq!(expected.symmetric_difference(&found).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_criterion_of_wcag_stands_once_in_its_order() {
    assert_eq!(first_words(&wcag()), WCAG.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn every_point_of_the_look_stands_once_in_its_order() {
    let expected: Vec<String> = (1..=18).map(|point| point.to_string()).collect();
    assert_eq!(first_words(&look()), expected);
}

#[test]
fn what_the_look_links_to_exists() {
    let text = fs::read_to_string(root().join("docs/look.md")).unwrap();
    let links: Vec<&str> =
        text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).collect();
    assert_eq!(links.iter().filter(|link| link.ends_with(".jpg")).count(), 2, "{links:?}");
    for link in links {
        assert!(root().join("docs").join(link).exists(), "{link}");
    }
}

#[test]
fn what_has_no_test_says_so() {
    let is_not_ours = |row: &[String]| {
        let words = ["The CRM's: ", "The operator's: ", "Nothing of the kind: ", "Does not apply: "];
        row.iter().any(|cell| words.iter().any(|word| cell.starts_with(word)))
    };
    for row in asvs().iter().chain(&wcag()).chain(&look()) {
        let [.., test, open] = &row[..] else { panic!("{row:?}") };
        let is_said = open.to_lowercase().contains("no test") || open.contains("by hand");
        assert!(test != NOTHING || is_said || is_not_ours(row), "{}: no test, and not said", row[0]);
    }
}

/// Whether a file has a test of this name: the title of a Playwright test, or a function.
fn has_test(file: &Path, name: &str) -> bool {
    let text = fs::read_to_string(file).unwrap();
    if file.extension().is_some_and(|ending| ending == "rs") {
        return text.contains(&format!("fn {name}("));
    }
    ['"', '`'].iter().any(|sign| text.contains(&format!("test({sign}{name}{sign}")))
}

#[test]
fn files_and_tests_that_are_named_exist() {
    let mut known = 0;
    for row in asvs().iter().chain(&wcag()).chain(&look()) {
        for cell in row {
            let mut last = None;
            // Between two marks stands a path, or words of another kind; behind it the names of its tests.
            for (at, part) in cell.split('`').enumerate() {
                if at % 2 == 1 {
                    let is_path =
                        part.contains('/') && !part.contains(['$', ' ']) && !part.ends_with("dist/");
                    last = is_path.then(|| root().join(part));
                    assert!(last.as_ref().is_none_or(|path| path.exists()), "{part}, {}", row[0]);
                    continue;
                }
                let names = part.split('“').skip(1).filter_map(|rest| rest.split('”').next());
                // In the other columns these marks only quote.
                for name in names.filter(|_| cell == &row[row.len() - 2]) {
                    let file = last.as_ref().unwrap();
                    assert!(has_test(file, name), "{}: no test “{name}”, {}", file.display(), row[0]);
                    known += 1;
                }
            }
        }
    }
    assert!(known > 60, "{known}");
}
