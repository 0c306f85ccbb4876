use crate::api::rate_limiter::Millis;
use crate::i18n::Words;
use crate::layout::Layout;
use crate::model::{PageNumber, Undo};
use crate::query::{Change, Filters, ListQuery, Search};
use crate::state::{Customers, Navigation, Toast, Views, now_ms};
use leptos::prelude::*;

/// Words that are typed further within this time are one step.
const TYPING: Millis = 3_000;

/// What a person did to the list: filters, sort, grouping, columns, widths, one step each. In memory only.
#[derive(Clone, Copy)]
pub struct UndoView {
    steps: StoredValue<Undo<Look>>,
    navigation: Navigation,
    views: Views,
}

/// What is asked, and how it looks. The page is a place and no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Look {
    query: ListQuery,
    layout: Layout,
}

impl UndoView {
    /// Begins with what is on the screen, and forgets all of it with the session.
    pub(crate) fn follow(navigation: Navigation, views: Views, customers: Customers) -> Self {
        let this = Self { steps: StoredValue::default(), navigation, views };
        let look = Memo::new(move |_| {
            let query = ListQuery { page: PageNumber::FIRST, ..navigation.query().get() };
            Look { query, layout: views.layout().get() }
        });
        let last = StoredValue::new(0);
        Effect::new(move |_| {
            let (look, now) = (look.get(), now_ms());
            let age = now - last.get_value();
            last.set_value(now);
            this.steps.update_value(|steps| {
                let goes_on = steps.present().is_some_and(|before| goes_on(before, &look, age));
                steps.note(look, goes_on);
            });
        });
        customers.on_gone(move || {
            this.steps.update_value(|steps| {
                let present = steps.present().cloned();
                *steps = Undo::default();
                present.into_iter().for_each(|present| steps.note(present, false));
            });
        });
        this
    }

    /// Goes a step back (`true`) or on again, and says so in passing.
    pub fn step_and_say(self, is_back: bool, toast: Toast, words: &Words) {
        let text = match (self.step(is_back), is_back) {
            (true, true) => words.undone,
            (true, false) => words.redone,
            (false, true) => words.nothing_to_undo,
            (false, false) => words.nothing_to_redo,
        };
        toast.show(text.to_owned());
    }

    /// `false` where there is no such step.
    fn step(self, is_back: bool) -> bool {
        let Some(look) = self.steps.try_update_value(|steps| steps.step(is_back)).flatten() else {
            return false;
        };
        self.navigation.go(Change::Open(Box::new(look.query)));
        self.views.look_as(look.layout);
        true
    }
}

/// Whether a change only types the search words further.
fn goes_on(before: &Look, now: &Look, age: Millis) -> bool {
    let without_words = |look: &Look| Look {
        query: ListQuery {
            filters: Filters { search: Search::default(), ..look.query.filters.clone() },
            ..look.query.clone()
        },
        ..look.clone()
    };
    let has_words = |look: &Look| !look.query.filters.search.words.is_empty();
    age < TYPING && has_words(before) && has_words(now) && without_words(before) == without_words(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fragment;

    fn look(text: &str) -> Look {
        Look { query: fragment::read(text).0, layout: Layout::default() }
    }

    #[test]
    fn only_words_that_are_typed_further_go_on() {
        for (before, now, age, expected) in [
            ("#?query=he", "#?query=hebei", 500, true),
            ("#?query=he", "#?query=hebei", 3_000, false),
            ("#?", "#?query=he", 500, false),
            ("#?query=he", "#?", 500, false),
            ("#?query=he&status=7", "#?query=hebei", 500, false),
            ("#?status=7", "#?status=8", 500, false),
        ] {
            assert_eq!(goes_on(&look(before), &look(now), age), expected, "{before} {now} {age}");
        }
    }
}
