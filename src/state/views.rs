//! How the table looks, and the saved views: personal ones in the browser's storage, those of the
//! team from `views.json`.
mod keep;
mod team;
mod transfer;

use super::{Customers, Navigation, SessionState, Settings};
use crate::layout::{InForce, Layout, LayoutChange};
use crate::model::ColumnId;
use crate::query::{Change, ColumnChoice, ListQuery, fragment};
use crate::saved_view::{SavedView, ViewDifference, ViewFile};
use crate::view_model::{ColumnFacts, columns, columns_in_force};
use leptos::prelude::*;

/// How the table looks, and the saved views. Which view is open stands in the address, so that back
/// and reload find it again.
#[derive(Clone, Copy)]
pub struct Views {
    navigation: Navigation,
    customers: Customers,
    settings: Settings,
    /// The personal views.
    own: RwSignal<ViewFile>,
    /// Those of `views.json`.
    team: RwSignal<ViewFile>,
    /// The looks that somebody changed, by the name of the view in which it was done; the plain
    /// list's name is empty.
    looks: RwSignal<Vec<(String, Layout)>>,
    layout: Memo<Layout>,
    note: RwSignal<Option<ViewNote>>,
}

/// What has to be said of the views as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewNote {
    /// The browser does not store them: they are gone when the page is closed.
    NotKept,
    /// There is no room for more.
    Full,
    /// `views.json` cannot be read.
    TeamUnreadable,
}

/// A view that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewEntry {
    /// The view.
    pub view: SavedView,
    /// Whether it comes from `views.json` and cannot be changed here.
    pub is_team: bool,
    /// Whether it opens by itself.
    pub is_default: bool,
}

/// A file that was read and not yet taken: what would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewImport {
    /// What is in the file.
    pub file: ViewFile,
    /// What each of its views would change, in their order.
    pub differences: Vec<ViewDifference>,
    /// How many views cannot be used.
    pub left_out: usize,
    /// The view that would open by itself from then on, if that is another than now.
    pub default: Option<String>,
}

/// What the address and the default view ask for, and how the table looks, for rows that are drawn
/// before there is any state.
pub fn first_look() -> (ListQuery, Layout) {
    let (own, team, looks) = (keep::own(), team::known(), keep::looks());
    let hash = window().location().hash().unwrap_or_default();
    let query = if hash.is_empty() {
        let default = own.default.as_deref().or(team.default.as_deref()).unwrap_or_default();
        let view = own.find(default).or_else(|| team.find(default));
        view.map(SavedView::opened).unwrap_or_default()
    } else {
        fragment::read(&hash).0
    };
    let layout = layout_of(query.view.as_deref().unwrap_or_default(), &looks, &own, &team);
    (query, layout)
}

fn layout_of(name: &str, looks: &[(String, Layout)], own: &ViewFile, team: &ViewFile) -> Layout {
    let changed = looks.iter().find(|(known, _)| known == name).map(|(_, layout)| layout);
    let saved = |file: &ViewFile| file.find(name).map(|view| view.layout.clone());
    changed.cloned().or_else(|| saved(own)).or_else(|| saved(team)).unwrap_or_default()
}

impl Views {
    /// Reads what is kept, follows the address, and opens the default view where the address asks
    /// for nothing.
    pub(super) fn follow(navigation: Navigation, customers: Customers, settings: Settings) -> Self {
        let own = RwSignal::new(keep::own());
        let team = RwSignal::new(team::known());
        let looks = RwSignal::new(keep::looks());
        let view = navigation.view();
        let layout = Memo::new(move |_| {
            let name = view.get().unwrap_or_default();
            looks.with(|looks| own.with(|own| team.with(|team| layout_of(&name, looks, own, team))))
        });
        let note = RwSignal::new(None);
        let this = Self { navigation, customers, settings, own, team, looks, layout, note };
        this.open_default();
        this.follow_other_tabs();
        this.ask_team_when_idle();
        this
    }

    /// How the table looks at present.
    pub fn layout(self) -> Signal<Layout> {
        self.layout.into()
    }

    /// What has to be said of the views as a whole.
    pub fn note(self) -> Signal<Option<ViewNote>> {
        self.note.into()
    }

    /// All views, the personal ones first. One of the team that has a personal view's name is hidden.
    pub fn list(self) -> Vec<ViewEntry> {
        let default = self.default_name();
        let entry = |view: &SavedView, is_team| ViewEntry {
            view: view.clone(),
            is_team,
            is_default: view.name == default,
        };
        let (own, team) = (self.own.get(), self.team.get());
        let team = team.views.iter().filter(|view| own.find(&view.name).is_none());
        own.views.iter().map(|view| entry(view, false)).chain(team.map(|view| entry(view, true))).collect()
    }

    /// The view that was opened last, if it still exists.
    pub fn current(self) -> Option<ViewEntry> {
        let name = self.navigation.view().get()?;
        self.list().into_iter().find(|entry| entry.view.name == name)
    }

    /// Whether what is on the screen is no longer what was saved under the open view's name.
    pub fn is_changed(self) -> bool {
        let layout = self.layout.get();
        self.current()
            .is_some_and(|entry| self.navigation.query().with(|query| entry.view.differs(query, &layout)))
    }

    /// The address of a view, or of the plain list, for a link.
    pub fn href(view: Option<&SavedView>) -> String {
        fragment::write(&view.map(SavedView::opened).unwrap_or_default())
    }

    /// Saves what is on the screen under a name, in the place of the personal view that has it.
    pub fn save(self, name: &str) {
        let query = self.navigation.query().get_untracked();
        let mut layout = self.layout.get_untracked();
        if query.columns == ColumnChoice::All {
            layout.columns = self
                .customers
                .state()
                .with_untracked(|state| state.answer().map(|answer| answer.page.columns.to_vec()));
        }
        let per_page = query.per_page.unwrap_or_else(|| self.settings.per_page.get_untracked());
        let view = SavedView::new(name, &ListQuery { per_page: Some(per_page), ..query }, &layout);
        if !self.edit(&|file| file.put(view.clone())) {
            return;
        }
        // The plain list keeps its look: it has no other place.
        if let Some(before) = self.navigation.view().get_untracked() {
            self.keep_look(before, None);
        }
        self.keep_look(name.to_owned(), None);
        // What was asked goes on as it is, search words and page too.
        self.navigation.replace(Change::PerPage { size: per_page, before: per_page });
        self.navigation.replace(Change::Columns(ColumnChoice::Default));
        self.navigation.replace(Change::Named(name.to_owned()));
    }

    /// Shows the open view as it was saved.
    pub fn revert(self) {
        if let Some(entry) = untrack(|| self.current()) {
            self.keep_look(entry.view.name.clone(), None);
            self.navigation.go(Change::Open(Box::new(entry.view.opened())));
        }
    }

    /// Gives a personal view another name; a view that had that name is replaced.
    pub fn rename(self, name: &str, to: &str) {
        if name == to {
            return;
        }
        let is_done = self.edit(&|file| {
            if let Some(at) = file.views.iter().position(|view| view.name == name) {
                let view = SavedView { name: to.to_owned(), ..file.views[at].clone() };
                file.views[at] = view;
                let mut seen = 0;
                file.views.retain(|view| {
                    seen += 1;
                    view.name != to || seen == at + 1
                });
            }
            if file.default.as_deref() == Some(name) {
                file.default = Some(to.to_owned());
            }
        });
        if is_done {
            let look = self.looks.with_untracked(|looks| {
                looks.iter().find(|(known, _)| known == name).map(|(_, layout)| layout.clone())
            });
            self.keep_look(to.to_owned(), look);
            self.keep_look(name.to_owned(), None);
            if self.navigation.view().get_untracked().as_deref() == Some(name) {
                self.navigation.replace(Change::Named(to.to_owned()));
            }
        }
    }

    /// Takes a personal view away; what it gives back undoes that. The address keeps the name, so
    /// that the view is open again when it comes back.
    pub fn remove(self, name: &str) -> ViewFile {
        let before = self.own.get_untracked();
        self.edit(&|file| {
            file.remove(name);
        });
        before
    }

    /// Undoes [`Views::remove`].
    pub fn put_back(self, before: &ViewFile, name: &str) {
        self.edit(&|file| {
            if let (Some(at), None) = (before.views.iter().position(|it| it.name == name), file.find(name)) {
                file.views.insert(at.min(file.views.len()), before.views[at].clone());
            }
        });
    }

    /// Lets a view open by itself, or none.
    pub fn set_default(self, name: Option<&str>) {
        // Empty overrules the team's choice.
        let name = name.map(str::to_owned).unwrap_or_default();
        self.edit(&|file| file.default = Some(name.clone()));
    }

    /// What is asked where the address asks for nothing: the view that opens by itself, or the plain list.
    pub(super) fn default_query(self) -> ListQuery {
        let view = self.list().into_iter().find(|entry| entry.is_default);
        view.map(|entry| entry.view.opened()).unwrap_or_default()
    }

    /// The name of the view that opens by itself; empty for none.
    fn default_name(self) -> String {
        let own = self.own.with(|own| own.default.clone());
        own.or_else(|| self.team.with(|team| team.default.clone())).unwrap_or_default()
    }

    /// Opens the default view where the address asks for nothing at all. The plain list has an
    /// address of its own, `#?`, so that it can be reloaded.
    fn open_default(self) {
        if window().location().hash().is_ok_and(|hash| hash.is_empty()) {
            let view = untrack(|| self.list()).into_iter().find(|entry| entry.is_default);
            if let Some(entry) = view {
                self.navigation.replace(Change::Open(Box::new(entry.view.opened())));
            }
        }
    }

    /// Whoever signs out takes the question along: the next person begins with the default view, and without
    /// words that were searched for.
    pub(super) fn begin_anew_after(self, session: SessionState) {
        let signed_out = session.signed_out();
        let begin = move || self.navigation.replace(Change::Open(Box::new(self.default_query())));
        Effect::watch(move || signed_out.track(), move |(), _, _| begin(), false);
    }

    /// Shows the open view in this look.
    pub(super) fn look_as(self, layout: Layout) {
        if self.layout.get_untracked() != layout {
            let view = self.navigation.view().get_untracked().unwrap_or_default();
            self.keep_look(view, Some(layout));
        }
    }

    /// Changes the look. `given` are the columns of the endpoint, `facts` what is known of them. Where the address names the
    /// columns, it is the address that changes.
    pub fn lay_out(self, change: LayoutChange, given: &[ColumnId], facts: &ColumnFacts) {
        let choice = self.navigation.query().with_untracked(|query| query.columns.clone());
        let layout = self.layout.get_untracked();
        let in_force = columns_in_force(given, &choice, &layout, &facts.missing);
        let shown = columns(given, &choice, &layout, facts, Default::default());
        let pinned: Vec<ColumnId> =
            shown.into_iter().filter(|column| column.is_pinned).map(|column| column.id).collect();
        let is_reset = change == LayoutChange::Reset;
        let is_of_columns = change.is_of_columns();
        let mut next = layout.apply(change, InForce { columns: &in_force, pinned: &pinned });
        if is_of_columns && choice != ColumnChoice::Default {
            let named = if is_reset { None } else { next.columns.take() };
            if !is_reset {
                next.columns = layout.columns;
            }
            self.navigation.go(Change::Columns(named.map_or(ColumnChoice::Default, ColumnChoice::Named)));
        }
        next.tidy();
        let view = self.navigation.view().get_untracked().unwrap_or_default();
        self.keep_look(view, Some(next));
    }
}
