//! When lists of values are asked for, kept and forgotten: the decisions, without signals, storage and calls.
use super::OptionList;
use super::stored::Stored;
use crate::api::rate_limiter::Millis;
use crate::model::{OptionPage, Problem};

/// Options change seldom and calls are dear: they are asked for once a day.
const DAY: Millis = 24 * 60 * 60 * 1000;

/// Whether a list is asked for when somebody opens its filter: one that failed is tried again.
pub(super) fn is_asked_on_open(list: Option<&OptionList>) -> bool {
    !matches!(list, Some(OptionList::Ready(_) | OptionList::Loading))
}

/// Whether a list is asked for because the name of a value is not known: once, since nobody waits for it.
pub(super) fn is_asked_for_name(list: Option<&OptionList>) -> bool {
    list.is_none()
}

/// Whether the values are asked for in the other way: where the endpoint has no such call, or it gives nobody.
/// Who cannot be reached, wants no calls or knows no session would say the same again.
pub(super) fn is_asked_instead(outcome: &Result<OptionPage, Problem>) -> bool {
    match outcome {
        Ok(page) => page.options.is_empty(),
        Err(problem) => is_lasting(problem) || matches!(problem, Problem::Status(_) | Problem::NoBody),
    }
}

/// Whether what was stored then can be shown still. What comes from the future was stored by a clock that was
/// set back since.
pub(in crate::state::lookups) fn is_fresh(at: Millis, now: Millis) -> bool {
    (0..DAY).contains(&now.saturating_sub(at))
}

/// What is left of the stored lists for who is here at the start of the page: of a session that goes on it
/// is known, or not, whose it is, as it was.
pub(super) fn left_at_start(mut stored: Stored, user_id: Option<&str>, now: Millis) -> Stored {
    if stored.user_id.as_deref() != user_id {
        return Stored::default();
    }
    stored.lists.retain(|_, list| is_fresh(list.at, now));
    stored.catalog = stored.catalog.filter(|catalog| is_fresh(catalog.at, now));
    stored
}

/// What a new list is stored with: the lists of who is here, and nobody else's.
pub(super) fn base_for_change(stored: Stored, user_id: Option<String>) -> Stored {
    if stored.user_id == user_id { stored } else { Stored { user_id, ..Stored::default() } }
}

/// Whether the lists are forgotten when somebody leaves or comes in: not everybody may see every colleague,
/// so that only who is surely the same person finds them.
pub(in crate::state::lookups) fn is_forgotten(
    is_here: bool,
    whose: Option<&str>,
    user_id: Option<&str>,
) -> bool {
    !is_here || user_id.is_none() || whose != user_id
}

/// Whether the same question would fail again: an edition without this endpoint is asked once a day and not
/// at every reload.
pub(in crate::state::lookups) fn is_lasting(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Refused { .. } | Problem::Status(404) | Problem::Html | Problem::Malformed { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::super::list::{ChoiceList, Way};
    use super::super::stored::{StoredCatalog, StoredList};
    use super::*;
    use crate::model::{Choice, ChoiceOption};

    const NOW: Millis = 1_795_000_000_000;

    /// What somebody stored so long ago: a list and the catalog.
    fn stored(user_id: &str, list_age: Millis, catalog_age: Millis) -> Stored {
        let mut stored = Stored { user_id: user(user_id), ..Stored::default() };
        stored.lists.insert("status".to_owned(), StoredList::of(&list(NOW - list_age)));
        stored.catalog = Some(StoredCatalog { at: NOW - catalog_age, sorts: Vec::new(), fields: Vec::new() });
        stored
    }

    fn list(at: Millis) -> ChoiceList {
        let child =
            ChoiceOption { parent: Some(1), is_usable: false, ..ChoiceOption::new("河北".into(), 2) };
        let options = vec![ChoiceOption::new("总部".into(), 1), child];
        let page = OptionPage { given: 2, options, total: Some(9), per_page: Some(2) };
        ChoiceList::new(Choice::Department, Way::Instead, page, at)
    }

    #[test]
    fn a_list_comes_out_of_storage_as_it_went_in() {
        let list = list(NOW);
        let text = serde_json::to_string(&StoredList::of(&list)).unwrap();
        assert_eq!(serde_json::from_str::<StoredList>(&text).unwrap().list(), list);
    }

    #[test]
    fn values_are_asked_for_in_the_other_way_where_there_are_none() {
        let some = OptionPage { options: vec![ChoiceOption::new("甲".into(), 1)], ..OptionPage::default() };
        let message = String::new;
        for (outcome, expected) in [
            (Ok(some), false),
            (Ok(OptionPage { given: 1, ..OptionPage::default() }), true),
            (Err(Problem::Status(404)), true),
            (Err(Problem::Status(500)), true),
            (Err(Problem::Html), true),
            (Err(Problem::NoBody), true),
            (Err(Problem::Refused { code: 100_404, message: message() }), true),
            (Err(Problem::Malformed { at: "users", cause: message() }), true),
            (Err(Problem::TimedOut), false),
            (Err(Problem::Unreachable { is_offline: false }), false),
            (Err(Problem::SignedOut { message: message() }), false),
            (Err(Problem::TooManyCalls { message: message(), retry_after: None }), false),
        ] {
            assert_eq!(is_asked_instead(&outcome), expected, "{outcome:?}");
        }
    }

    fn user(id: &str) -> Option<String> {
        Some(id.to_owned()).filter(|id| !id.is_empty())
    }

    #[test]
    fn a_list_is_asked_for_when_it_is_needed_and_not_twice() {
        let ready = OptionList::Ready(list(NOW));
        let failed = OptionList::Failed(Problem::TimedOut);
        for (list, on_open, for_name) in [
            (None, true, true),
            (Some(OptionList::Loading), false, false),
            (Some(ready), false, false),
            (Some(failed), true, false),
        ] {
            assert_eq!(is_asked_on_open(list.as_ref()), on_open, "{list:?}");
            assert_eq!(is_asked_for_name(list.as_ref()), for_name, "{list:?}");
        }
    }

    #[test]
    fn a_stored_list_is_good_for_a_day() {
        for (age, expected) in [(0, true), (DAY - 1, true), (DAY, false), (30 * DAY, false), (-1, false)] {
            assert_eq!(is_fresh(NOW - age, NOW), expected, "{age}");
        }
        assert!(!is_fresh(Millis::MIN, NOW));
        assert!(!is_fresh(Millis::MAX, NOW));
    }

    #[test]
    fn a_page_starts_with_what_is_its_persons_and_less_than_a_day_old() {
        #[track_caller]
        fn check(stored: Stored, user_id: &str, has_list: bool, has_catalog: bool) {
            let left = left_at_start(stored, user(user_id).as_deref(), NOW);
            assert_eq!((left.lists.contains_key("status"), left.catalog.is_some()), (has_list, has_catalog));
        }
        check(Stored::default(), "1", false, false);
        check(stored("1", 0, 0), "1", true, true);
        check(stored("1", DAY, 0), "1", false, true);
        check(stored("1", 0, DAY), "1", true, false);
        check(stored("1", 0, 0), "2", false, false);
        // A token of which nobody knows whose it is: the session has gone on.
        check(stored("", 0, 0), "", true, true);
        check(stored("", 0, 0), "1", false, false);
        check(stored("1", 0, 0), "", false, false);
    }

    #[test]
    fn who_comes_in_finds_nobody_elses_lists() {
        #[track_caller]
        fn check(is_here: bool, stored_of: &str, user_id: &str, expected: bool) {
            let stored = stored(stored_of, 0, 0);
            assert_eq!(is_forgotten(is_here, stored.user_id.as_deref(), user(user_id).as_deref()), expected);
        }
        check(true, "1", "1", false);
        check(true, "1", "2", true);
        check(true, "1", "", true);
        check(true, "", "1", true);
        check(true, "", "", true);
        check(false, "1", "1", true);
    }

    #[test]
    fn a_list_is_stored_among_those_of_the_same_person() {
        for (of, user_id, lists) in [("1", "1", 1), ("1", "2", 0), ("", "1", 0), ("1", "", 0), ("", "", 1)] {
            let base = base_for_change(stored(of, 0, 0), user(user_id));
            assert_eq!((base.lists.len(), base.user_id), (lists, user(user_id)), "{of:?} {user_id:?}");
        }
    }

    #[test]
    fn only_what_would_fail_again_is_kept_for_a_day() {
        let message = String::new;
        for (problem, expected) in [
            (Problem::Status(404), true),
            (Problem::Html, true),
            (Problem::Status(503), false),
            (Problem::TimedOut, false),
            (Problem::Unreachable { is_offline: false }, false),
            (Problem::SignedOut { message: message() }, false),
            (Problem::TooManyCalls { message: message(), retry_after: None }, false),
        ] {
            assert_eq!(is_lasting(&problem), expected, "{problem:?}");
        }
    }
}
