//! How an export goes on: the decisions, without signals, calls and timers.
use crate::api::rate_limiter::{Millis, WINDOW};
use crate::export::{Phase, Scope, Wait};
use crate::model::Problem;

/// How long after a failed call the next one is tried, unless the endpoint says otherwise.
const RETRY_DELAY: Millis = 3_000;

/// What an export does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Asks for the next page.
    Ask,
    /// Is in this phase from now on.
    Become(Phase),
    /// Stands still, and looks again a moment later.
    Wait,
    /// Asks for no more.
    End,
}

/// `paused_until` is when a call that failed may be tried again.
pub(super) fn next(phase: Option<&Phase>, is_signed_in: bool, paused_until: Millis, now: Millis) -> Next {
    match phase {
        Some(Phase::Reading) if is_signed_in => Next::Ask,
        Some(Phase::Reading) => Next::Become(Phase::Waiting(Wait::SignIn)),
        Some(Phase::Waiting(wait)) => {
            let is_over = match wait {
                Wait::SignIn => is_signed_in,
                Wait::Network => now >= paused_until + RETRY_DELAY,
                Wait::Budget => now >= paused_until,
            };
            if is_over { Next::Become(Phase::Reading) } else { Next::Wait }
        }
        Some(Phase::Paused(_)) => Next::Wait,
        _ => Next::End,
    }
}

/// The phase after a call that failed, and when the next one may be tried. What the user said meanwhile
/// counts.
pub(super) fn failed(phase: Option<Phase>, problem: Problem, now: Millis) -> (Option<Phase>, Millis) {
    let pause = match &problem {
        Problem::TooManyCalls { retry_after, .. } => {
            retry_after.map_or(WINDOW, |seconds| Millis::from(seconds) * 1000)
        }
        _ => 0,
    };
    let phase = match phase {
        Some(Phase::Reading) => Some(Phase::after_problem(problem)),
        other => other,
    };
    (phase, now + pause)
}

/// Which customers are offered: whoever selected some most likely means them.
pub(super) fn offered(asked: Option<Scope>, has_selection: bool) -> Scope {
    asked.unwrap_or(if has_selection { Scope::Selection } else { Scope::View })
}

/// Whether an export may begin: one at a time, and rows of another question are none of this one's, whatever
/// they would be called in the file.
pub(super) fn may_begin(scope: Scope, is_busy: bool, is_foreign: bool) -> bool {
    !(is_busy || scope == Scope::Loaded && is_foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = 1_795_000_000_000;

    #[test]
    fn an_export_goes_on_when_what_it_waits_for_is_there() {
        #[track_caller]
        fn check(phase: Phase, is_signed_in: bool, failed_at: Millis, expected: Next) {
            assert_eq!(next(Some(&phase), is_signed_in, failed_at, NOW), expected);
        }
        let waiting = Phase::Waiting;
        let goes_on = || Next::Become(Phase::Reading);
        check(Phase::Reading, true, 0, Next::Ask);
        check(Phase::Reading, false, 0, Next::Become(waiting(Wait::SignIn)));
        check(waiting(Wait::SignIn), false, 0, Next::Wait);
        check(waiting(Wait::SignIn), true, 0, goes_on());
        check(waiting(Wait::Network), true, NOW, Next::Wait);
        check(waiting(Wait::Network), true, NOW - 2_999, Next::Wait);
        check(waiting(Wait::Network), true, NOW - 3_000, goes_on());
        check(waiting(Wait::Budget), true, NOW + 1, Next::Wait);
        check(waiting(Wait::Budget), true, NOW, goes_on());
        // Nobody is signed in: that is seen next.
        check(waiting(Wait::Network), false, NOW - 3_000, goes_on());
        check(Phase::Paused(None), true, 0, Next::Wait);
        check(Phase::Paused(Some(Problem::Html)), true, 0, Next::Wait);
        for over in [Phase::Writing, Phase::Done, Phase::Failed(String::new())] {
            check(over, true, 0, Next::End);
        }
        assert_eq!(next(None, true, 0, NOW), Next::End);
    }

    #[test]
    fn a_failed_call_is_waited_out_unless_the_user_said_something_meanwhile() {
        #[track_caller]
        fn check(phase: Phase, problem: Problem, expected: (Phase, Millis)) {
            let expected = (Some(expected.0), NOW + expected.1);
            assert_eq!(failed(Some(phase), problem, NOW), expected);
        }
        let many = |retry_after| Problem::TooManyCalls { message: String::new(), retry_after };
        let offline = Problem::Unreachable { is_offline: true };
        check(Phase::Reading, many(Some(4)), (Phase::Waiting(Wait::Budget), 4_000));
        check(Phase::Reading, many(None), (Phase::Waiting(Wait::Budget), WINDOW));
        check(Phase::Reading, offline.clone(), (Phase::Waiting(Wait::Network), 0));
        check(Phase::Reading, Problem::Html, (Phase::Paused(Some(Problem::Html)), 0));
        check(Phase::Paused(None), many(Some(4)), (Phase::Paused(None), 4_000));
        check(Phase::Writing, offline, (Phase::Writing, 0));
        assert_eq!(failed(None, Problem::Html, NOW), (None, NOW));
    }

    #[test]
    fn what_is_offered_and_what_may_begin() {
        for (asked, has_selection, expected) in [
            (None, false, Scope::View),
            (None, true, Scope::Selection),
            (Some(Scope::Loaded), true, Scope::Loaded),
            (Some(Scope::View), true, Scope::View),
        ] {
            assert_eq!(offered(asked, has_selection), expected, "{asked:?} {has_selection}");
        }
        for (scope, is_busy, is_foreign, expected) in [
            (Scope::View, false, false, true),
            (Scope::View, false, true, true),
            (Scope::Selection, false, true, true),
            (Scope::Loaded, false, false, true),
            (Scope::Loaded, false, true, false),
            (Scope::View, true, false, false),
        ] {
            assert_eq!(may_begin(scope, is_busy, is_foreign), expected, "{scope:?} {is_busy} {is_foreign}");
        }
    }
}
