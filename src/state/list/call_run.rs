use crate::model::{CallMark, CallRun, CustomerId, Picked};
use crate::query::ListQuery;
use crate::state::Customers;
use crate::state::browser::storage::{self, Key};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The customers who are called one after the other. The tab keeps ids and marks over a reload; names and
/// numbers are in memory only, and all of it goes when somebody signs out.
#[derive(Clone, Copy)]
pub struct CallRunState {
    run: RwSignal<Option<CallRun>>,
    /// A run that somebody wants and that is not begun yet.
    asked: RwSignal<Option<RunStart>>,
    /// Its customers as they were seen.
    known: StoredValue<BTreeMap<CustomerId, Picked>>,
    /// The list that it goes through to its end, where it is a list.
    list: StoredValue<Option<ListQuery>>,
    /// It was found in the tab, and the list is the one on the screen.
    is_found: StoredValue<bool>,
}

/// Whom to call through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunStart {
    /// The selected customers; where none are, all rows on the screen.
    Rows,
    /// The rows below the heading in this row.
    Group(usize),
}

/// As the tab keeps it.
#[derive(Serialize, Deserialize)]
struct Stored {
    ids: Vec<String>,
    at: usize,
    marks: Vec<(String, String)>,
    is_over: bool,
    /// Whether it goes on with the list's next page.
    goes_on: bool,
}

impl CallRunState {
    /// Takes up the run that was going on when the page was reloaded.
    pub(crate) fn follow(customers: Customers) -> Self {
        let found = storage::read::<Stored>(storage::session(), Key::Run);
        let is_found = found.as_ref().is_some_and(|found| found.goes_on);
        let this = Self {
            run: RwSignal::new(found.and_then(Stored::run)),
            asked: RwSignal::new(None),
            known: StoredValue::new(BTreeMap::new()),
            list: StoredValue::new(None),
            is_found: StoredValue::new(is_found),
        };
        customers.on_gone(move || this.close());
        Effect::watch(move || this.run.track(), move |(), _, _| this.keep(), false);
        this
    }

    /// The run, until it is closed.
    pub fn run(self) -> Signal<Option<CallRun>> {
        self.run.into()
    }

    /// Somebody wants a run; whoever begins it takes the wish.
    pub fn asked(self) -> RwSignal<Option<RunStart>> {
        self.asked
    }

    /// Begins a run. With a `list` it goes on with the next page of that.
    pub fn begin(self, customers: Vec<Picked>, list: Option<ListQuery>) -> bool {
        let run = CallRun::new(customers.iter().filter_map(|it| it.customer.id.clone()));
        let is_begun = run.is_some();
        if is_begun {
            self.known.update_value(BTreeMap::clear);
            self.know(customers);
            self.list.set_value(list);
            self.is_found.set_value(false);
            self.run.set(run);
        }
        is_begun
    }

    /// Further customers, behind all others.
    pub fn extend(self, customers: Vec<Picked>) {
        let ids: Vec<CustomerId> = customers.iter().filter_map(|it| it.customer.id.clone()).collect();
        self.know(customers);
        self.change(|run| run.extend(ids));
    }

    /// Changes the run, where there is one.
    pub fn change(self, change: impl FnOnce(&mut CallRun)) {
        self.run.update(|run| {
            if let Some(run) = run {
                change(run);
            }
        });
    }

    /// Goes to a customer of the run; `false` where it is none of them.
    pub fn go_to(self, id: &CustomerId) -> bool {
        let is_in = self.run.with_untracked(|run| run.as_ref().is_some_and(|run| run.contains(id)));
        if is_in {
            self.change(|run| {
                run.go_to(id);
            });
        }
        is_in
    }

    /// A customer of the run as it was seen last; nobody after a reload.
    pub fn customer(self, id: &CustomerId) -> Option<Picked> {
        self.known.with_value(|known| known.get(id).cloned())
    }

    /// Whether it goes on through a list, with its presets as days.
    pub fn goes_through(self, query: &ListQuery) -> bool {
        if self.is_found.get_value() {
            self.is_found.set_value(false);
            self.list.set_value(Some(query.clone()));
        }
        self.list.with_value(|list| list.as_ref().is_some_and(|list| list.is_same_list(query)))
    }

    /// Puts it aside, with all that is known of it.
    pub fn close(self) {
        self.known.update_value(BTreeMap::clear);
        self.list.set_value(None);
        self.is_found.set_value(false);
        self.asked.maybe_update(|asked| asked.take().is_some());
        self.run.maybe_update(|run| run.take().is_some());
        storage::remove(storage::session(), Key::Run);
    }

    fn know(self, customers: Vec<Picked>) {
        self.known.update_value(|known| {
            known.extend(customers.into_iter().filter_map(|it| Some((it.customer.id.clone()?, it))));
        });
    }

    fn keep(self) {
        let goes_on = self.is_found.get_value() || self.list.with_value(Option::is_some);
        self.run.with_untracked(|run| {
            if let Some(run) = run {
                storage::write(storage::session(), Key::Run, &Stored::of(run, goes_on));
            }
        });
    }
}

impl Stored {
    fn of(run: &CallRun, goes_on: bool) -> Self {
        let mark = |id: &CustomerId| Some((id.to_string(), run.mark_of(id)?.as_str().to_owned()));
        Self {
            ids: run.order().iter().map(CustomerId::to_string).collect(),
            at: run.place().0 - 1,
            marks: run.order().iter().filter_map(mark).collect(),
            is_over: run.is_over(),
            goes_on,
        }
    }

    fn run(self) -> Option<CallRun> {
        let mut run = CallRun::new(self.ids.iter().filter_map(|id| CustomerId::new(id)))?;
        for (id, mark) in &self.marks {
            if let Some(id) = CustomerId::new(id) {
                run.set_mark(id, CallMark::from_name(mark));
            }
        }
        if let Some(id) = run.order().get(self.at).cloned() {
            run.go_to(&id);
        }
        if self.is_over {
            run.end();
        }
        Some(run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tab_keeps_is_the_same_run_again_and_holds_only_ids_and_marks() {
        let mut run = CallRun::new(["7", "8", "9"].into_iter().filter_map(CustomerId::new)).unwrap();
        run.mark(Some(CallMark::NoAnswer));
        run.step(true);
        for is_over in [false, true] {
            if is_over {
                run.end();
            }
            let text = serde_json::to_string(&Stored::of(&run, true)).unwrap();
            assert_eq!(serde_json::from_str::<Stored>(&text).unwrap().run(), Some(run.clone()), "{text}");
            let end = format!(r#""is_over":{is_over},"goes_on":true}}"#);
            assert_eq!(text, format!(r#"{{"ids":["7","8","9"],"at":1,"marks":[["7","no-answer"]],{end}"#));
        }
    }

    #[test]
    fn what_was_never_kept_so_is_no_run() {
        for (text, is_run) in [
            (r#"{"ids":[],"at":0,"marks":[],"is_over":false,"goes_on":false}"#, false),
            (r#"{"ids":[""],"at":0,"marks":[],"is_over":false,"goes_on":false}"#, false),
            (
                r#"{"ids":["1"],"at":7,"marks":[["1","x"],["2","later"]],"is_over":false,"goes_on":true}"#,
                true,
            ),
        ] {
            let run = serde_json::from_str::<Stored>(text).unwrap().run();
            assert_eq!(run.is_some(), is_run, "{text}");
            assert!(run.is_none_or(|run| !run.has_marks() && run.place() == (1, 1)));
        }
    }
}
