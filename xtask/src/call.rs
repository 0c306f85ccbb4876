//! One call of another program.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// A program with its arguments, run in a given folder.
///
/// Children stay in this process's group: Ctrl-C reaches all of them.
pub struct Call {
    command: Command,
}

impl Call {
    /// `program` is looked up on PATH. It gets no input: these commands also run where there is
    /// nobody to answer a question.
    pub fn new(program: impl AsRef<OsStr>, dir: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(dir).stdin(Stdio::null());
        // What cargo tells *this* program about itself is wrong for a cargo called from here, and
        // would make build scripts that look at it run again.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        Self { command }
    }

    /// The cargo that started this program.
    pub fn cargo(dir: &Path) -> Self {
        Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), dir)
    }

    /// Adds one argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    /// Adds arguments.
    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable for the child.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs to the end with the output going where ours goes.
    pub fn run(mut self) -> Result<()> {
        let status = self.command.status().with_context(|| self.cannot_start())?;
        if !status.success() {
            bail!("`{}` ended with {status}", self.shown());
        }
        Ok(())
    }

    /// Runs to the end and returns what was printed.
    pub fn read(mut self) -> Result<String> {
        self.command.stderr(Stdio::inherit());
        let output = self.command.output().with_context(|| self.cannot_start())?;
        if !output.status.success() {
            bail!("`{}` ended with {}", self.shown(), output.status);
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs to the end and shows what was printed only when it fails.
    pub fn run_quietly(mut self) -> Result<()> {
        let output = self.command.output().with_context(|| self.cannot_start())?;
        if !output.status.success() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            bail!("`{}` ended with {}", self.shown(), output.status);
        }
        Ok(())
    }

    /// What was printed, or nothing when the program is missing or complains.
    pub fn try_read(mut self) -> Option<String> {
        let output = self.command.output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The command itself, for those who need more than these few ways of running it.
    pub fn into_command(self) -> Command {
        self.command
    }

    fn cannot_start(&self) -> String {
        format!("cannot start `{}`", self.shown())
    }

    /// The command line as a person would type it.
    fn shown(&self) -> String {
        shown(&self.command)
    }
}

/// A command line as a person would type it, the program without its folder.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy();
    let mut line = name.into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}

/// The first program on PATH with one of these names.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    for name in names {
        for dir in env::split_paths(&path) {
            for ending in endings {
                let file = dir.join(format!("{name}{ending}"));
                if file.is_file() {
                    return Some(file);
                }
            }
        }
    }
    None
}
