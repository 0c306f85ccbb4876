//! Who is here and who comes: the decisions, without signals, storage and calls.
use super::stored::Session;
use crate::model::Problem;

/// What becomes of the page when somebody comes in.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Entry {
    /// The page goes on, with all that is known of its person.
    GoOn(Session),
    /// It is another person's page: whatever was theirs goes first.
    ClearFirst,
}

/// What becomes of the session when the endpoint has refused a token.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Refused {
    /// It was not the token of this page any more.
    Ignore,
    /// The same person has signed in anew in another tab: the page goes on with that.
    GoOn(Session),
    /// The session is over, and the page waits for its person.
    End,
}

/// What another tab has done to the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OtherTab {
    /// Noted that somebody signs out, or taken that note away again.
    SignedOut { is_noted: bool },
    /// Changed the session that is kept.
    ChangedSession,
    /// Something else.
    Other,
}

/// What this tab does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reaction {
    /// Nothing: a session that stands stays as it is.
    Stay,
    /// Signs out too.
    Leave,
    /// Goes on with what is kept, as its own session is over.
    Join,
}

/// `whose` is the page's person: who is signed in or, where the session is over, who was.
pub(super) fn entry(whose: Option<&Session>, mut comer: Session) -> Entry {
    match whose {
        Some(whose) if !whose.is_of(&comer) => Entry::ClearFirst,
        Some(whose) => {
            comer.name = comer.name.or_else(|| whose.name.clone());
            comer.user_id = comer.user_id.or_else(|| whose.user_id.clone());
            Entry::GoOn(comer)
        }
        None => Entry::GoOn(comer),
    }
}

/// Whether the endpoint has to be asked whose a token is: the page's person is known, and it may be theirs.
pub(super) fn must_identify(whose: Option<&Session>, comer: &Session) -> bool {
    comer.user_id.is_none()
        && whose.is_some_and(|whose| whose.user_id.is_some() && whose.token != comer.token)
}

/// Whether nobody comes in while the endpoint says this instead of whose a token is. Nothing is given up for
/// an answer that did not come; an edition without this call says something else, and then it is nobody
/// known.
pub(super) fn keeps_out(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::SignedOut { .. }
            | Problem::TooManyCalls { .. }
            | Problem::Unreachable { .. }
            | Problem::TimedOut
            | Problem::Stopped
    )
}

/// `session` is the one of this page, `kept` the one that is kept on this device by now.
pub(super) fn refused(
    token: &str,
    session: Option<&Session>,
    whose: Option<&Session>,
    kept: Option<Session>,
) -> Refused {
    if session.is_none_or(|session| session.token != token) {
        return Refused::Ignore;
    }
    let is_theirs = |newer: &Session| whose.is_some_and(|whose| whose.is_of(newer));
    kept.filter(is_theirs).map_or(Refused::End, Refused::GoOn)
}

pub(super) fn react(event: OtherTab, is_over: bool) -> Reaction {
    match event {
        OtherTab::SignedOut { is_noted: true } => Reaction::Leave,
        OtherTab::ChangedSession if is_over => Reaction::Join,
        _ => Reaction::Stay,
    }
}

/// Whether a page that comes out of the browser's own memory has to look who is here: its session was kept,
/// and is not any more. One that could never be kept says nothing by that.
pub(super) fn must_look_again(was_kept: bool, session: Option<&Session>, is_kept: bool) -> bool {
    was_kept && session.is_some() && !is_kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(token: &str, user_id: &str) -> Session {
        let user_id = Some(user_id).filter(|id| !id.is_empty());
        Session::of(token, user_id)
    }

    fn named(token: &str, user_id: &str, name: &str) -> Session {
        let mut session = session(token, user_id);
        session.name = Some(name.to_owned());
        session
    }

    #[test]
    fn the_same_person_goes_on_and_anybody_else_finds_nothing() {
        #[track_caller]
        fn check(whose: Option<Session>, comer: Session, expected: Option<Session>) {
            let expected = expected.map_or(Entry::ClearFirst, Entry::GoOn);
            assert_eq!(entry(whose.as_ref(), comer), expected);
        }
        // Nobody was here.
        check(None, session("a", ""), Some(session("a", "")));
        check(None, named("a", "1", "甲"), Some(named("a", "1", "甲")));
        // The same token: what is known of its person stays known.
        check(Some(session("a", "")), session("a", ""), Some(session("a", "")));
        check(Some(named("a", "1", "甲")), session("a", ""), Some(named("a", "1", "甲")));
        check(Some(named("a", "1", "甲")), named("a", "1", "乙"), Some(named("a", "1", "乙")));
        // Another token of the same person.
        check(Some(named("a", "1", "甲")), session("b", "1"), Some(named("b", "1", "甲")));
        // Another person, or somebody who cannot be told from one.
        check(Some(session("a", "1")), session("b", "2"), None);
        check(Some(session("a", "1")), session("b", ""), None);
        check(Some(session("a", "")), session("b", "1"), None);
        check(Some(session("a", "")), session("b", ""), None);
    }

    #[test]
    fn the_endpoint_is_asked_whose_a_token_is_only_where_that_decides() {
        #[track_caller]
        fn check(whose: Option<Session>, comer: Session, expected: bool) {
            assert_eq!(must_identify(whose.as_ref(), &comer), expected);
        }
        check(Some(session("a", "1")), session("b", ""), true);
        check(Some(session("a", "1")), session("a", ""), false);
        check(Some(session("a", "1")), session("b", "1"), false);
        check(Some(session("a", "1")), session("b", "2"), false);
        check(Some(session("a", "")), session("b", ""), false);
        check(None, session("b", ""), false);
    }

    #[test]
    fn an_answer_that_did_not_come_lets_nobody_in() {
        let message = String::new;
        for (problem, expected) in [
            (Problem::SignedOut { message: message() }, true),
            (Problem::TooManyCalls { message: message(), retry_after: None }, true),
            (Problem::Unreachable { is_offline: true }, true),
            (Problem::Unreachable { is_offline: false }, true),
            (Problem::TimedOut, true),
            (Problem::Status(404), false),
            (Problem::Status(500), false),
            (Problem::Html, false),
        ] {
            assert_eq!(keeps_out(&problem), expected, "{problem:?}");
        }
    }

    #[test]
    fn a_refused_token_ends_its_own_session_only() {
        #[track_caller]
        fn check(here: Option<Session>, kept: Option<Session>, expected: Refused) {
            // Where nobody is signed in, the page is still its person's.
            let whose = here.clone().or(Some(session("old", "1")));
            assert_eq!(refused("a", here.as_ref(), whose.as_ref(), kept), expected);
        }
        check(Some(session("a", "1")), None, Refused::End);
        check(Some(session("a", "")), None, Refused::End);
        // A call of before was answered late.
        check(Some(session("b", "1")), None, Refused::Ignore);
        check(None, Some(session("b", "1")), Refused::Ignore);
        // Another tab was quicker.
        check(Some(session("a", "1")), Some(session("b", "1")), Refused::GoOn(session("b", "1")));
        check(Some(session("a", "1")), Some(session("b", "2")), Refused::End);
        check(Some(session("a", "1")), Some(session("b", "")), Refused::End);
        check(Some(session("a", "")), Some(session("b", "")), Refused::End);
    }

    #[test]
    fn other_tabs_sign_this_one_out_and_never_change_whose_it_is() {
        for (event, is_over, expected) in [
            (OtherTab::SignedOut { is_noted: true }, false, Reaction::Leave),
            (OtherTab::SignedOut { is_noted: true }, true, Reaction::Leave),
            (OtherTab::SignedOut { is_noted: false }, false, Reaction::Stay),
            (OtherTab::SignedOut { is_noted: false }, true, Reaction::Stay),
            (OtherTab::ChangedSession, true, Reaction::Join),
            (OtherTab::ChangedSession, false, Reaction::Stay),
            (OtherTab::Other, true, Reaction::Stay),
            (OtherTab::Other, false, Reaction::Stay),
        ] {
            assert_eq!(react(event, is_over), expected, "{event:?}, over: {is_over}");
        }
    }

    #[test]
    fn a_page_out_of_the_browsers_memory_looks_whether_it_was_signed_out() {
        let here = session("a", "1");
        for (was_kept, session, is_kept, expected) in [
            (true, Some(&here), false, true),
            (true, Some(&here), true, false),
            (true, None, false, false),
            // Storage is full or forbidden: it never was there.
            (false, Some(&here), false, false),
        ] {
            assert_eq!(must_look_again(was_kept, session, is_kept), expected);
        }
    }
}
