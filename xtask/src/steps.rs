//! Steps with a name and a time, so that a person sees what they are waiting for.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps done so far.
pub struct Steps {
    started: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// The clock starts now.
    pub fn new() -> Self {
        Self { started: Instant::now(), done: Vec::new() }
    }

    /// Does `work` under a name. An error carries the name of the step it ended.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n▸ {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let result = result.with_context(|| format!("“{name}” failed after {}", elapsed(took)))?;
        println!("✓ {name}: {}", elapsed(took));
        self.done.push((name.to_owned(), took));
        Ok(result)
    }

    /// One line for each step, and the sum.
    pub fn print_table(&self) {
        println!();
        for (name, took) in &self.done {
            println!("{:>12}  {name}", elapsed(*took));
        }
        println!("{:>12}  in all", elapsed(self.started.elapsed()));
    }
}

/// `0.4 s`, `59 s`, `3 min 40 s`.
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_a_person_says_them() {
        let shown = [400, 12_300, 220_000].map(|ms| elapsed(Duration::from_millis(ms)));
        assert_eq!(shown, ["0.4 s", "12 s", "3 min 40 s"]);
    }

    #[test]
    fn a_failure_names_its_step() {
        let error = Steps::new().step("build", || anyhow::bail!("no disk")).map(|()| 1).unwrap_err();
        assert!(format!("{error:#}").starts_with("“build” failed after 0.0 s: no disk"));
    }
}
