//! Colleagues looked up by name on the CRM, where not all of them are loaded.
use super::Options;
use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_users};
use crate::model::{Choice, Problem};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::AbortController;

/// What was last looked up, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameSearch {
    /// What was typed.
    pub name: String,
    /// What became of it.
    pub state: NameSearchState,
    /// Names of which everybody is loaded.
    whole: Vec<String>,
}

/// What became of looking up a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NameSearchState {
    /// Nothing is looked up.
    #[default]
    Idle,
    /// On its way.
    Loading,
    /// The ids of those whose name fits, in the endpoint's order, and whether they are all.
    Found(Arc<[i64]>, bool),
    /// The endpoint did not say.
    Failed(Problem),
}

impl NameSearch {
    /// Takes another name, and tells whether a call can bring anybody who is not loaded: whoever fits a name
    /// fits each part of it too.
    fn begin(&mut self, name: &str) -> bool {
        let is_same = self.name == name;
        if is_same && matches!(self.state, NameSearchState::Loading | NameSearchState::Found(..)) {
            return false;
        }
        let is_needed = !self.whole.iter().any(|known| name.contains(known.as_str()));
        name.clone_into(&mut self.name);
        self.state =
            if is_needed { NameSearchState::Loading } else { NameSearchState::Found(Arc::default(), true) };
        is_needed
    }

    /// Those whose name fits what is typed, as far as the endpoint has said.
    pub fn found(&self, name: &str) -> &[i64] {
        match &self.state {
            NameSearchState::Found(ids, _) if self.name == name => ids,
            _ => &[],
        }
    }

    fn end(&mut self, state: NameSearchState) {
        if let NameSearchState::Found(_, true) = state {
            self.whole.push(self.name.clone());
        }
        self.state = state;
    }
}

impl Options {
    /// What was last looked up by name.
    pub fn name_search(self) -> Signal<NameSearch> {
        self.name_search.into()
    }

    /// Somebody types a colleague's name of which the loaded list may not know: it is looked up on the CRM
    /// unless that can bring nobody new. A name that was typed before is given up.
    pub fn search_name(self, name: &str) {
        let Some(token) = self.session.token_untracked() else { return };
        let is_other = self.name_search.with_untracked(|search| search.name != name);
        let mut is_needed = false;
        self.name_search.maybe_update(|search| {
            let before = search.clone();
            is_needed = search.begin(name);
            *search != before
        });
        if is_other && let Some(Some(older)) = self.name_call.try_update_value(Option::take) {
            self.calls.give_up(&older);
        }
        if !is_needed {
            return;
        }
        let (name, person) = (name.to_owned(), self.session.person());
        let abort = AbortController::new().ok();
        self.name_call.set_value(abort.clone());
        leptos::task::spawn_local(async move {
            let request = Request::colleagues_named(&name);
            let outcome = self.calls.get_whole(&request, &token, Priority::Asked, abort, read_users).await;
            // A later name, or somebody else, has taken its place.
            if !person.is_newest() || self.name_search.with_untracked(|search| search.name != name) {
                return;
            }
            let state = match outcome {
                Ok(page) => {
                    let ids: Arc<[i64]> = page.options.iter().map(|option| option.value).collect();
                    let is_whole = page.is_last(page.given) == Some(true);
                    self.change_list(Choice::User, |list| list.add_found(&page.options));
                    self.store(Choice::User);
                    NameSearchState::Found(ids, is_whole)
                }
                Err(failure) => NameSearchState::Failed(failure.into()),
            };
            self.name_search.update(|search| search.end(state));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_looked_up_once_and_not_where_a_part_of_it_gave_everybody() {
        let mut search = NameSearch::default();
        assert!(search.begin("李"));
        assert!(!search.begin("李"));
        search.end(NameSearchState::Failed(Problem::TimedOut));
        assert!(search.begin("李"));
        search.end(NameSearchState::Found(Arc::new([1, 2]), false));
        assert!(!search.begin("李"));
        assert_eq!((search.found("李"), search.found("李曦")), (&[1, 2][..], &[][..]));
        assert!(search.begin("曦"));
        search.end(NameSearchState::Found(Arc::new([3]), true));
        for (name, expected) in [("李曦", false), ("曦", false), ("李", true), ("王", true)] {
            assert_eq!(search.begin(name), expected, "{name}");
            let is_over = search.state == NameSearchState::Found(Arc::default(), true);
            assert_eq!(is_over, !expected, "{name}");
        }
    }
}
