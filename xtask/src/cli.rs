//! What was typed after `cargo xtask`.

use std::ffi::OsString;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::{audit::Judge, bench, suite::Part};

/// Printed by `cargo xtask help`.
pub const USAGE: &str = "\
cargo xtask serve [-- SANDBOX OPTIONS]   build the page and show it, with the sandbox behind it
cargo xtask dev   [-- SANDBOX OPTIONS]   the same, rebuilt at every change (http://127.0.0.1:8080/)
cargo xtask parts                        every component in its states, for whoever changes a style
cargo xtask dist  [--force]              the static folder dist/, compressed, with its sizes
cargo xtask test  [--only PART,PART…]    everything; the parts are fmt, deps, lint, clippy, unit,
                                         wasm, build, e2e, engines, deploy
cargo xtask bench [--harness DIR] [--rounds N] [--only PAGE,…] [--parts PART,…]
                                         times beside other pages, kept in docs/performance.md
cargo xtask audit [--only JUDGE,JUDGE…]  what others' programs say, kept in docs/quality.md; they are
                                         nu, axe, alfa, observatory, lighthouse, clicks, rebuild

Missing tools are installed into the user's cache folder. KEHU_CHROMIUM names another browser.
";

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Print [`USAGE`].
    Help,
    /// Build for release and run the sandbox with the page.
    Serve {
        /// Passed on to the sandbox as they are.
        sandbox: Vec<OsString>,
    },
    /// Rebuild at every change.
    Dev {
        /// Passed on to the sandbox as they are.
        sandbox: Vec<OsString>,
    },
    /// Show the page of parts, rebuilt at every change.
    Parts,
    /// Make the static folder.
    Dist {
        /// Build even when nothing changed.
        force: bool,
    },
    /// Measure the page beside others.
    Bench(bench::Options),
    /// Let others' programs judge the page.
    Audit {
        /// In the order they are asked.
        judges: Vec<Judge>,
    },
    /// Run the checks.
    Test {
        /// In the order they run.
        parts: Vec<Part>,
    },
}

/// Reads the command line of this process.
pub fn parse() -> Result<Task> {
    parse_from(lexopt::Parser::from_env())
}

fn parse_from(mut parser: lexopt::Parser) -> Result<Task> {
    let command = match parser.next()? {
        Some(Value(command)) => command.string()?,
        None | Some(Short('h') | Long("help")) => return Ok(Task::Help),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => Ok(Task::Help),
        "serve" => Ok(Task::Serve { sandbox: rest(&mut parser)? }),
        "dev" => Ok(Task::Dev { sandbox: rest(&mut parser)? }),
        "parts" => no_options(parser).map(|()| Task::Parts),
        "dist" => parse_dist(parser),
        "bench" => parse_bench(parser),
        "audit" => parse_audit(parser),
        "test" => parse_test(parser),
        unknown => bail!("there is no command `{unknown}`\n\n{USAGE}"),
    }
}

/// The sandbox's own options; a leading `--` is allowed but not needed.
fn rest(parser: &mut lexopt::Parser) -> Result<Vec<OsString>> {
    let mut words: Vec<OsString> = parser.raw_args()?.collect();
    if words.first().is_some_and(|word| word == "--") {
        words.remove(0);
    }
    Ok(words)
}

fn no_options(mut parser: lexopt::Parser) -> Result<()> {
    parser.next()?.map_or(Ok(()), |argument| Err(argument.unexpected().into()))
}

fn parse_dist(mut parser: lexopt::Parser) -> Result<Task> {
    let mut force = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("force") => force = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Dist { force })
}

fn parse_bench(mut parser: lexopt::Parser) -> Result<Task> {
    let mut options = bench::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("harness") => options.harness = Some(parser.value()?.into()),
            Long("rounds") => options.rounds = Some(parser.value()?.parse()?),
            Long("only") => options.only = Some(parser.value()?.string()?),
            Long("parts") => options.parts = Some(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Bench(options))
}

fn parse_audit(mut parser: lexopt::Parser) -> Result<Task> {
    let mut judges = Judge::ALL.to_vec();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => judges = named(&parser.value()?.string()?, "judge", &Judge::ALL, Judge::name)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Audit { judges })
}

fn parse_test(mut parser: lexopt::Parser) -> Result<Task> {
    let mut parts = Part::ALL.to_vec();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => parts = named(&parser.value()?.string()?, "part", &Part::ALL, Part::name)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Test { parts })
}

/// `e2e,fmt` in the order of `all`, whatever order they were typed in. `kind` is what one of them is called.
fn named<T: Copy + PartialEq>(
    names: &str,
    kind: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<Vec<T>> {
    let asked = names
        .split(',')
        .map(|asked| {
            all.iter().copied().find(|&it| name(it) == asked.trim()).with_context(|| {
                let known: Vec<_> = all.iter().map(|&it| name(it)).collect();
                format!("there is no {kind} `{asked}`; there is {}", known.join(", "))
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(all.iter().copied().filter(|it| asked.contains(it)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Task) {
        let parser = lexopt::Parser::from_args(words);
        assert_eq!(parse_from(parser).unwrap(), expected);
    }

    #[test]
    fn what_is_typed_is_what_is_done() {
        check(&[], Task::Help);
        check(&["--help"], Task::Help);
        check(&["parts"], Task::Parts);
        check(&["dist"], Task::Dist { force: false });
        check(&["dist", "--force"], Task::Dist { force: true });
        check(&["audit"], Task::Audit { judges: Judge::ALL.to_vec() });
        check(&["audit", "--only", "axe,nu"], Task::Audit { judges: vec![Judge::Nu, Judge::Axe] });
        check(&["test"], Task::Test { parts: Part::ALL.to_vec() });
        check(&["test", "--only", "e2e,fmt"], Task::Test { parts: vec![Part::Fmt, Part::E2e] });
    }

    #[test]
    fn the_sandbox_gets_its_options_untouched() {
        let options = || vec!["--port".into(), "0".into()];
        check(&["serve", "--", "--port", "0"], Task::Serve { sandbox: options() });
        check(&["serve", "--port", "0"], Task::Serve { sandbox: options() });
        check(&["dev"], Task::Dev { sandbox: vec![] });
    }

    #[test]
    fn a_benchmark_may_be_a_part_of_itself() {
        check(&["bench"], Task::Bench(bench::Options::default()));
        let options = bench::Options {
            harness: Some("../b".into()),
            rounds: Some(2),
            only: Some("vanilla,solid".into()),
            parts: Some("flip".into()),
        };
        let words =
            ["bench", "--harness", "../b", "--rounds=2", "--only", "vanilla,solid", "--parts", "flip"];
        check(&words, Task::Bench(options));
    }

    #[test]
    fn an_unknown_part_is_told_the_known_ones() {
        let error = named("unit,units", "part", &Part::ALL, Part::name).unwrap_err().to_string();
        assert!(error.contains("`units`") && error.contains("clippy"), "{error}");
    }
}
