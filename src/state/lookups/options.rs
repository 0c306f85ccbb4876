mod ask;
pub(super) mod decide;
mod list;
mod name_search;
mod stored;

pub use list::{ChoiceList, Extent, Rest};
pub use name_search::{NameSearch, NameSearchState};

use self::stored::{Stored, StoredCatalog, StoredList};
use crate::api::rate_limiter::Priority;
use crate::api::{Request, read_catalog};
use crate::model::{Catalog, Choice, ColumnId, Problem, SearchField};
use crate::state::browser::clock::now_ms;
use crate::state::browser::idle::when_idle;
use crate::state::browser::storage::{self, Key};
use crate::state::{Calls, Customers, LoadState, SessionState};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::AbortController;

/// What can be chosen, sorted and searched: asked for when first needed, remembered for a day.
#[derive(Clone, Copy)]
pub struct Options {
    lists: RwSignal<Lists>,
    catalog: RwSignal<Arc<Catalog>>,
    name_search: RwSignal<NameSearch>,
    /// The call for the name that was typed last.
    name_call: StoredValue<Option<AbortController>, LocalStorage>,
    calls: Calls,
    session: SessionState,
}

/// For each choice, in its place, what is known of its values; `None` before somebody opened it.
type Lists = [Option<OptionList>; Choice::ALL.len()];

/// The values of one filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionList {
    /// Asked, not yet answered.
    Loading,
    /// Here they are, or the first of them.
    Ready(ChoiceList),
    /// The endpoint did not give them.
    Failed(Problem),
}

impl Options {
    /// Takes what is still fresh, and asks for the sorts once rows are on the screen: at once where they
    /// came before the page (`has_rows`), else when the browser has nothing better to do.
    pub(crate) fn new(calls: Calls, session: SessionState, customers: Customers, has_rows: bool) -> Self {
        let this = Self {
            lists: RwSignal::default(),
            catalog: RwSignal::new(Arc::default()),
            name_search: RwSignal::default(),
            name_call: StoredValue::new_local(None),
            calls,
            session,
        };
        let is_asked = StoredValue::new(this.take_stored());
        // Whoever signs out leaves nothing for the next, and whoever signs in finds nobody else's. A name that
        // became known is no other person.
        let standing = Memo::new(move |_| (session.token(), session.over().with(Option::is_some)));
        Effect::watch(
            move || standing.get(),
            move |(token, is_over), _, _| {
                let is_here = token.is_some() || *is_over;
                if decide::is_forgotten(
                    is_here,
                    Stored::read().user_id.as_deref(),
                    session.user_id().as_deref(),
                ) {
                    storage::remove(storage::local(), Key::Options);
                    this.lists.set(Lists::default());
                    this.catalog.set(Arc::default());
                    this.name_search.set(NameSearch::default());
                    is_asked.set_value(false);
                }
            },
            false,
        );
        Effect::new(move |_| {
            let is_ready = customers.state().with(|state| matches!(state, LoadState::Ready(_)));
            if is_ready && !is_asked.get_value() {
                is_asked.set_value(true);
                if has_rows {
                    // On the way while the page is made, so that its headers can sort.
                    this.ask_catalog();
                } else {
                    // Not before the rows are painted.
                    request_animation_frame(move || when_idle(move || this.ask_catalog()));
                }
            }
        });
        this
    }

    /// What can be sorted and searched, as far as it is known.
    pub fn catalog(self) -> Signal<Arc<Catalog>> {
        self.catalog.into()
    }

    /// The values of a filter; `None` before somebody opened it.
    pub fn list(self, choice: Choice) -> Option<OptionList> {
        self.lists.with(|lists| lists[choice as usize].clone())
    }

    /// The name of a value, where its list is known.
    pub fn name(self, choice: Choice, value: i64) -> Option<String> {
        self.lists.with(|lists| match &lists[choice as usize] {
            Some(OptionList::Ready(list)) => {
                list.all().find(|option| option.value == value).map(|option| option.label.clone())
            }
            _ => None,
        })
    }

    /// Somebody opens a filter: its values are asked for unless they are known.
    pub fn open(self, choice: Choice) {
        let is_asked = |lists: &Lists| decide::is_asked_on_open(lists[choice as usize].as_ref());
        if self.lists.with_untracked(is_asked) {
            self.ask(choice, Priority::Asked);
        }
    }

    /// A value was chosen by a link, and nobody knows its name: the values are asked for, once, when the
    /// browser has nothing better to do.
    pub(crate) fn name_when_idle(self, choice: Choice) {
        when_idle(move || {
            let is_asked = |lists: &Lists| decide::is_asked_for_name(lists[choice as usize].as_ref());
            if self.lists.try_with_untracked(is_asked) == Some(true) {
                self.ask(choice, Priority::Background);
            }
        });
    }

    fn ask_catalog(self) {
        let Some(token) = self.session.token_untracked() else {
            return;
        };
        let person = self.session.person();
        leptos::task::spawn_local(async move {
            let (request, background) = (Request::catalog(), Priority::Background);
            let outcome = self.calls.get(&request, &token, background, None, read_catalog).await;
            if !person.is_newest() {
                return;
            }
            let catalog = match outcome {
                Ok(catalog) => catalog,
                // The list works without: `created_at` still sorts.
                Err(failure) => {
                    let problem = Problem::from(failure);
                    leptos::logging::warn!("filter_sort_group: {problem:?}");
                    if !decide::is_lasting(&problem) {
                        return;
                    }
                    Catalog::default()
                }
            };
            let sorts =
                catalog.sorts.iter().map(|(id, label)| (id.as_str().to_owned(), label.clone())).collect();
            let fields = catalog.search_fields.iter().map(|it| (it.name.clone(), it.label.clone())).collect();
            self.catalog.set(Arc::new(catalog));
            self.change_stored(|all| all.catalog = Some(StoredCatalog { at: now_ms(), sorts, fields }));
        });
    }

    fn put(self, choice: Choice, list: OptionList) {
        self.lists.update(|lists| lists[choice as usize] = Some(list));
    }

    fn with_list<T>(self, choice: Choice, read: impl FnOnce(&ChoiceList) -> T) -> Option<T> {
        self.lists.with_untracked(|lists| match &lists[choice as usize] {
            Some(OptionList::Ready(list)) => Some(read(list)),
            _ => None,
        })
    }

    fn change_list(self, choice: Choice, change: impl FnOnce(&mut ChoiceList)) {
        self.lists.update(|lists| {
            if let Some(OptionList::Ready(list)) = &mut lists[choice as usize] {
                change(list);
            }
        });
    }

    fn store(self, choice: Choice) {
        if let Some(list) = self.with_list(choice, StoredList::of) {
            self.change_stored(|all| {
                all.lists.insert(choice.key().to_owned(), list);
            });
        }
    }

    fn change_stored(self, change: impl FnOnce(&mut Stored)) {
        Stored::change(self.session.user_id(), change);
    }

    /// Takes what is less than a day old; tells whether the catalog was among it.
    fn take_stored(self) -> bool {
        let mut stored = decide::left_at_start(Stored::read(), self.session.user_id().as_deref(), now_ms());
        for choice in Choice::ALL {
            if let Some(list) = stored.lists.remove(choice.key()) {
                self.put(choice, OptionList::Ready(list.list()));
            }
        }
        let Some(catalog) = stored.catalog else {
            return false;
        };
        let fields = catalog.fields.into_iter().map(|(name, label)| SearchField { name, label });
        self.catalog.set(Arc::new(Catalog {
            sorts: catalog.sorts.into_iter().map(|(id, label)| (ColumnId::new(&id), label)).collect(),
            search_fields: fields.collect(),
        }));
        true
    }
}
