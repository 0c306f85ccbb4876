//! The project's own commands. `cargo xtask help` lists them.
//!
//! Nothing here is part of the page: these rooms find or install the tools, call them in the right
//! order, and say what they do and how long it took.

mod audit;
mod bench;
mod call;
mod cli;
mod deploy;
mod deps;
mod dev;
mod dist;
mod document;
mod files;
mod lock;
mod machine;
mod page_crates;
mod parts;
mod progress;
mod project;
mod running;
mod serve;
mod steps;
mod suite;
mod toolbox;

use std::process::ExitCode;

use cli::Task;
use project::Project;
use steps::Steps;

fn main() -> ExitCode {
    let mut steps = Steps::new();
    match cli::parse().and_then(|task| perform(task, &mut steps)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task, steps: &mut Steps) -> anyhow::Result<()> {
    match task {
        Task::Help => {
            print!("{}", cli::USAGE);
            Ok(())
        }
        Task::Serve { sandbox } => serve::serve(&Project::find()?, steps, &sandbox),
        Task::Dev { sandbox } => dev::dev(&Project::find()?, steps, &sandbox),
        Task::Parts => parts::parts(&Project::find()?, steps),
        Task::Dist { force } => dist::dist(&Project::find()?, steps, force),
        Task::Bench(options) => bench::bench(&Project::find()?, steps, &options),
        Task::Audit { judges } => audit::audit(&Project::find()?, steps, &judges),
        Task::Test { parts } => suite::test(&Project::find()?, steps, &parts),
    }
}
