//! What is tried, and what has to hold.

use std::fs;
use std::path::Path;

use kehu::api;
use kehu::config::{Config, ConfigProblem};
use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::in_tree_order;
use kehu::query::{ColumnChoice, Date, ListQuery, fragment, parse_date};
use kehu::saved_view::{ViewFile, read_looks, write_looks};
use kehu::view_model;

/// One way into the page.
pub struct Target {
    /// Names its corpus too.
    pub name: &'static str,
    /// Panics when something does not hold. Whether the text was taken for what it should be.
    pub run: fn(&str) -> bool,
}

/// All of them.
pub const TARGETS: [Target; 4] = [
    Target { name: "answer", run: answer },
    Target { name: "fragment", run: address },
    Target { name: "views", run: views },
    Target { name: "config", run: config },
];

impl Target {
    /// One text a line; for answers the endpoint's own examples too.
    pub fn corpus(&self) -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(format!("tests/fuzz/corpus/{}.txt", self.name))).unwrap();
        let mut corpus: Vec<String> = text.lines().map(str::to_owned).collect();
        if self.name == "answer" {
            for name in ["customers-example.json", "customers-odd.json", "error-example.json"] {
                corpus.push(fs::read_to_string(root.join("fixtures").join(name)).unwrap());
            }
        }
        corpus
    }
}

fn today() -> Date {
    parse_date("2026-11-20").unwrap()
}

/// An answer is read to the last cell, in both languages, and as every other kind of answer.
fn answer(text: &str) -> bool {
    let judged = || api::judge(200, None, text);
    if let Err(problem) = judged() {
        view_model::problem_view(&problem, Lang::Zh.words());
        return false;
    }
    let _ = judged().and_then(api::read_login);
    let _ = judged().and_then(api::read_me);
    let _ = judged().and_then(api::read_catalog);
    let whole = || api::judge_whole(200, None, text);
    let _ = whole().and_then(api::read_options);
    let _ = whole().and_then(api::read_users);
    let _ = whole().and_then(api::read_departments).map(|page| in_tree_order(page.options));
    let Ok(page) = judged().and_then(api::read_page) else { return false };
    let dates = view_model::Dates { today: today(), are_exact: false };
    for lang in [Lang::Zh, Lang::En] {
        let columns = view_model::columns(
            &page.columns,
            &ColumnChoice::All,
            &Layout::default(),
            &Default::default(),
            lang,
        );
        assert!(!columns.is_empty());
        for customer in page.customers.iter() {
            for column in &columns {
                let view = view_model::cell_view(customer, column, dates, lang.words());
                let shown = view_model::cell_text(&view, lang.words());
                assert!(
                    !["null", "{}", "[object Object]"].contains(&shown.as_str())
                        || text.contains(&format!("\"{shown}\"")),
                    "{shown}"
                );
            }
        }
    }
    !page.customers.is_empty()
}

/// What is left of an address is written so that it is read the same again.
fn address(text: &str) -> bool {
    let (query, _) = fragment::read(text);
    let written = fragment::write(&query);
    let (again, junk) = fragment::read(&written);
    assert_eq!((&again, junk), (&query, Vec::new()), "{written}");
    query != ListQuery::default()
}

/// A file that is accepted is written so that it is read the same again.
fn views(text: &str) -> bool {
    let looks = read_looks(text);
    assert_eq!(read_looks(&write_looks(&looks)), looks);
    let Ok((file, _)) = ViewFile::read(text) else { return !looks.is_empty() };
    assert_eq!(ViewFile::read(&file.write()), Ok((file, 0)));
    true
}

/// A configuration is always one that can be used.
fn config(text: &str) -> bool {
    let (config, problem) = Config::read(text);
    let base = &config.api_base;
    assert!(base.is_empty() || base.starts_with('/') || base.starts_with("http"), "{base}");
    assert!(!base.ends_with('/'), "{base}");
    assert!(config.headers.len() <= 8);
    for (name, value) in &config.headers {
        assert!(!["authorization", "cookie"].contains(&name.to_ascii_lowercase().as_str()), "{name}");
        assert!(!name.is_empty() && !value.contains(['\r', '\n', '\0']), "{name}: {value}");
    }
    if let Some(href) = config.customer_url.and_then(|url| url.href("a/b")) {
        assert!(href.starts_with("http") && href.contains("a%2Fb"), "{href}");
    }
    !matches!(problem, Some(ConfigProblem::Unreadable(_)))
}
