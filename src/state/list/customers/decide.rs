//! What the loader does: the decisions, without signals, calls and clock.
use super::calling::Purpose;
use crate::model::Problem;
use crate::state::browser::history::Arrival;

/// How somebody came to a question of which an answer is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visit {
    /// How it came to be asked.
    pub arrival: Arrival,
    /// They were turned back from a page that turned out to be none.
    pub is_turned_back: bool,
    /// They want it asked again, whatever is known.
    pub is_asked_again: bool,
}

/// Whether the answer that is known is shown. What the user asks for is asked. Who comes back finds what they
/// left, and who turns a page finds what was read a moment ago, or prefetched.
pub(super) fn may_use(visit: Visit, is_old: bool) -> bool {
    let Visit { arrival, is_turned_back, is_asked_again } = visit;
    !is_asked_again
        && (is_turned_back
            || match arrival {
                Arrival::Asked => false,
                Arrival::Turned => !is_old,
                Arrival::Returned => true,
            })
}

/// What becomes of a call that brought no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AfterFailure {
    /// The session is over: the rows stay for the same person.
    WaitForSignIn,
    /// It is made again, now that somebody waits for it.
    AskAgain,
    /// The page says why there are no rows.
    Tell,
    /// Only the console says so.
    Note,
    /// Nobody hears of it.
    Nothing,
}

/// `is_awaited`: somebody waits for these very rows.
pub(super) fn after_failure(problem: &Problem, purpose: Purpose, is_awaited: bool) -> AfterFailure {
    match (problem, purpose) {
        (Problem::SignedOut { .. }, _) => AfterFailure::WaitForSignIn,
        // A guess is made once. Now that somebody waits for it, it is a question.
        (Problem::TooManyCalls { .. }, Purpose::Prefetch) if is_awaited => AfterFailure::AskAgain,
        // Nobody waits for it, and it gives way to those who do.
        (Problem::TooManyCalls { .. }, Purpose::Prefetch | Purpose::Renew) => AfterFailure::Nothing,
        (_, Purpose::Refresh) => AfterFailure::Tell,
        _ if is_awaited => AfterFailure::Tell,
        _ => AfterFailure::Note,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_shown_to_who_comes_back_and_not_to_who_asks() {
        #[track_caller]
        fn check(arrival: Arrival, is_old: bool, expected: bool) {
            let visit = Visit { arrival, is_turned_back: false, is_asked_again: false };
            assert_eq!(may_use(visit, is_old), expected, "{arrival:?} {is_old}");
            assert!(may_use(Visit { is_turned_back: true, ..visit }, is_old));
            assert!(!may_use(Visit { is_asked_again: true, ..visit }, is_old));
            assert!(!may_use(Visit { is_turned_back: true, is_asked_again: true, ..visit }, is_old));
        }
        check(Arrival::Asked, false, false);
        check(Arrival::Asked, true, false);
        check(Arrival::Turned, false, true);
        check(Arrival::Turned, true, false);
        check(Arrival::Returned, false, true);
        check(Arrival::Returned, true, true);
    }

    #[test]
    fn a_failure_is_told_to_who_waits_and_a_guess_gives_way() {
        use AfterFailure::{AskAgain, Note, Nothing, Tell, WaitForSignIn};
        let (show, refresh) = (Purpose::Show, Purpose::Refresh);
        let (renew, prefetch) = (Purpose::Renew, Purpose::Prefetch);
        let over = || Problem::SignedOut { message: String::new() };
        let many = || Problem::TooManyCalls { message: String::new(), retry_after: None };
        for (problem, purpose, is_awaited, expected) in [
            (over(), show, true, WaitForSignIn),
            (over(), prefetch, false, WaitForSignIn),
            (many(), show, true, Tell),
            (many(), refresh, false, Tell),
            (many(), renew, false, Nothing),
            (many(), prefetch, false, Nothing),
            (many(), prefetch, true, AskAgain),
            (Problem::TimedOut, show, true, Tell),
            (Problem::TimedOut, refresh, false, Tell),
            (Problem::TimedOut, renew, false, Note),
            (Problem::TimedOut, prefetch, false, Note),
            // Somebody has turned to it meanwhile.
            (Problem::TimedOut, prefetch, true, Tell),
            (Problem::Status(500), renew, true, Tell),
        ] {
            assert_eq!(after_failure(&problem, purpose, is_awaited), expected, "{problem:?} {purpose:?}");
        }
    }
}
