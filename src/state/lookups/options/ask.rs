//! The calls for the values of a filter: the first page, the other way to it, and what follows.
use super::list::{ChoiceList, Rest, Way};
use super::{OptionList, Options, decide};
use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_departments, read_options, read_users};
use crate::model::{Choice, OptionPage, Problem};
use crate::state::browser::clock::now_ms;

impl Options {
    /// Asks for the first page, and once more in the other way where that gives nothing.
    pub(super) fn ask(self, choice: Choice, priority: Priority) {
        let Some(token) = self.session.token_untracked() else { return };
        self.put(choice, OptionList::Loading);
        let person = self.session.person();
        leptos::task::spawn_local(async move {
            let mut way = Way::Usual;
            let mut outcome = self.page(choice, way, 1, &token, priority).await;
            if decide::is_asked_instead(&outcome)
                && Request::options_instead(choice, 1).is_some()
                && person.is_newest()
            {
                way = Way::Instead;
                outcome = self.page(choice, way, 1, &token, priority).await;
            }
            if !person.is_newest() {
                return;
            }
            match outcome {
                Ok(page) => {
                    self.put(choice, OptionList::Ready(ChoiceList::new(choice, way, page, now_ms())));
                    self.store(choice);
                }
                Err(problem) => self.put(choice, OptionList::Failed(problem)),
            }
        });
    }

    /// Somebody is at the end of what is loaded, or looks for what is not: the next page is asked for, where
    /// there may be one.
    pub fn more(self, choice: Choice) {
        let Some(token) = self.session.token_untracked() else { return };
        let next = self.with_list(choice, |list| list.can_grow().then_some((list.way, list.pages + 1)));
        let Some((way, page)) = next.flatten() else { return };
        self.change_list(choice, |list| list.rest = Rest::Loading);
        let person = self.session.person();
        leptos::task::spawn_local(async move {
            let outcome = self.page(choice, way, page, &token, Priority::Asked).await;
            if !person.is_newest() {
                return;
            }
            match outcome {
                Ok(page) => {
                    self.change_list(choice, |list| list.add(choice, page));
                    self.store(choice);
                }
                Err(problem) => self.change_list(choice, |list| list.rest = Rest::Failed(problem)),
            }
        });
    }

    async fn page(
        self,
        choice: Choice,
        way: Way,
        page: u32,
        token: &str,
        priority: Priority,
    ) -> Result<OptionPage, Problem> {
        let request = match way {
            Way::Usual => Request::options(choice, page),
            Way::Instead => {
                Request::options_instead(choice, page).unwrap_or_else(|| Request::options(choice, page))
            }
        };
        let read = match choice {
            Choice::User => read_users,
            Choice::Department => read_departments,
            Choice::Status | Choice::Source | Choice::Category => read_options,
        };
        Ok(self.calls.get_whole(&request, token, priority, None, read).await?)
    }
}
