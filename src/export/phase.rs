use crate::model::Problem;

/// How an export stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Pages are read.
    Reading,
    /// It goes on by itself as soon as it can.
    Waiting(Wait),
    /// It goes on when the user says so; with the problem that stopped it, if it was one.
    Paused(Option<Problem>),
    /// All is read and the file is being written.
    Writing,
    /// The file was handed over.
    Done,
    /// No file could be written, and why.
    Failed(String),
}

/// What an export waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// The network.
    Network,
    /// Somebody to sign in.
    SignIn,
    /// The company's calls.
    Budget,
}

/// What a user tells an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stop for a while.
    Pause,
    /// Go on.
    Resume,
    /// Stop for good; what was read is kept.
    Cancel,
}

impl Phase {
    /// Whether nothing more will happen.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Done | Self::Failed(_))
    }

    /// The phase after a command; one that does not fit changes nothing.
    pub fn after(self, command: Command) -> Self {
        match (self, command) {
            (Self::Reading | Self::Waiting(_), Command::Pause) => Self::Paused(None),
            (Self::Paused(_), Command::Resume) => Self::Reading,
            (Self::Reading | Self::Waiting(_) | Self::Paused(_), Command::Cancel) => Self::Writing,
            (same, _) => same,
        }
    }

    /// The phase after a call that has no answer. What passes by itself is waited for; anything else
    /// is the user's to decide, since every further try costs a call.
    pub fn after_problem(problem: Problem) -> Self {
        match problem {
            Problem::Unreachable { .. } => Self::Waiting(Wait::Network),
            Problem::SignedOut { .. } => Self::Waiting(Wait::SignIn),
            Problem::TooManyCalls { .. } => Self::Waiting(Wait::Budget),
            problem => Self::Paused(Some(problem)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phase: Phase, command: Command, expected: Phase) {
        assert_eq!(phase.after(command), expected);
    }

    #[test]
    fn what_is_paused_goes_on_and_what_is_over_stays() {
        check(Phase::Reading, Command::Pause, Phase::Paused(None));
        check(Phase::Waiting(Wait::SignIn), Command::Pause, Phase::Paused(None));
        check(Phase::Paused(Some(Problem::Html)), Command::Resume, Phase::Reading);
        check(Phase::Reading, Command::Resume, Phase::Reading);
        for phase in [Phase::Reading, Phase::Waiting(Wait::Network), Phase::Paused(None)] {
            check(phase, Command::Cancel, Phase::Writing);
        }
        for over in [Phase::Done, Phase::Failed("x".into()), Phase::Writing] {
            for command in [Command::Pause, Command::Resume, Command::Cancel] {
                check(over.clone(), command, over.clone());
            }
        }
    }

    #[test]
    fn it_is_over_once_the_file_is_there_or_cannot_be() {
        assert!(Phase::Done.is_over() && Phase::Failed("x".into()).is_over());
        for phase in [Phase::Reading, Phase::Writing, Phase::Paused(None), Phase::Waiting(Wait::Network)] {
            assert!(!phase.is_over(), "{phase:?}");
        }
    }

    #[test]
    fn only_what_passes_is_waited_for() {
        let wait = |problem| Phase::after_problem(problem);
        assert_eq!(wait(Problem::Unreachable { is_offline: true }), Phase::Waiting(Wait::Network));
        assert_eq!(wait(Problem::SignedOut { message: String::new() }), Phase::Waiting(Wait::SignIn));
        let many = Problem::TooManyCalls { message: String::new(), retry_after: None };
        assert_eq!(wait(many), Phase::Waiting(Wait::Budget));
        assert_eq!(wait(Problem::Html), Phase::Paused(Some(Problem::Html)));
    }
}
