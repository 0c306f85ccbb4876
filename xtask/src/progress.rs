//! A sign of life from programs that compile for minutes.

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, IsTerminal, Write},
    process::Stdio,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    call::{self, Call},
    steps::elapsed,
};

/// How many of the last lines are shown when the program fails.
const KEPT: usize = 60;

/// Runs a `cargo install`, showing how many crates are compiled instead of their names. The last
/// lines are printed only when it fails.
pub fn watch(call: Call) -> Result<()> {
    let mut command = call.into_command();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", call::shown(&command)))?;
    let stderr = child.stderr.take().context("the child has no error output")?;

    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });

    let mut last = VecDeque::with_capacity(KEPT);
    let mut sign = Sign::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                sign.crates += usize::from(line.trim_start().starts_with("Compiling"));
                if last.len() == KEPT {
                    last.pop_front();
                }
                last.push_back(line);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        sign.show();
    }
    sign.clear();

    let status = child.wait()?;
    if !status.success() {
        for line in last {
            eprintln!("{line}");
        }
        bail!("`{}` ended with {status}", call::shown(&command));
    }
    Ok(())
}

/// One line, rewritten each second on a terminal; a new one every half minute in a log.
struct Sign {
    crates: usize,
    started: Instant,
    shown: Instant,
    terminal: bool,
}

impl Sign {
    fn new() -> Self {
        let now = Instant::now();
        Self { crates: 0, started: now, shown: now, terminal: std::io::stdout().is_terminal() }
    }

    fn show(&mut self) {
        let pause = if self.terminal { 1 } else { 30 };
        if self.shown.elapsed() < Duration::from_secs(pause) {
            return;
        }
        self.shown = Instant::now();
        let text = format!("  {} crates compiled, {}", self.crates, elapsed(self.started.elapsed()));
        if self.terminal {
            print!("\r{text}  ");
            // A line that could not be shown is no reason to stop the build.
            let _ = std::io::stdout().flush();
        } else {
            println!("{text}");
        }
    }

    fn clear(&self) {
        if self.terminal {
            print!("\r{:60}\r", "");
        }
    }
}
