//! The one format of views: the file that is exported, `views.json`, and the browser's storage.
use super::SavedView;
use super::entry::Entry;
use crate::json::Json;
use crate::query::fragment::{self, view_name};
use crate::query::{ColumnChoice, ListQuery};

/// The largest file that is read, in bytes. Two hundred views of fifty columns are a third of it.
pub const MAX_BYTES: usize = 1 << 20;
/// The most views of one file or one person; more are left out.
pub const MAX_VIEWS: usize = 200;
/// The format that is written, and the newest that can be read.
const VERSION: i64 = 1;

/// Views with the one that opens by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewFile {
    /// The name of the view that opens by itself. Empty says that none does; `None` says nothing.
    pub default: Option<String>,
    /// The views, each name once.
    pub views: Vec<SavedView>,
}

/// Why a file gives no views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewFileProblem {
    /// Larger than [`MAX_BYTES`].
    TooLarge,
    /// No JSON at all, or cut off.
    NotJson,
    /// JSON of something else.
    NotViews,
    /// Written by a later version of this page.
    Later,
    /// Ours, but without one view that can be used.
    NoView,
}

impl ViewFile {
    /// Reads a file, and tells how many of its views cannot be used and were left out. A file
    /// without any views is no error.
    pub fn read(text: &str) -> Result<(Self, usize), ViewFileProblem> {
        if text.len() > MAX_BYTES {
            return Err(ViewFileProblem::TooLarge);
        }
        let json = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|_| ViewFileProblem::NotJson)?;
        let object = json.object().ok_or(ViewFileProblem::NotViews)?;
        let version = object.get("kehu_views").filter(|it| it.is_number()).and_then(Json::integer);
        match version {
            Some(VERSION) => {}
            Some(later) if later > VERSION => return Err(ViewFileProblem::Later),
            _ => return Err(ViewFileProblem::NotViews),
        }
        let list = object.get("views").filter(|it| it.is_list()).ok_or(ViewFileProblem::NotViews)?.list();
        let mut file = Self::default();
        let mut left_out = list.len().saturating_sub(MAX_VIEWS);
        let given = list.len();
        for json in list.into_iter().take(MAX_VIEWS) {
            match Entry::read(json).and_then(read_view) {
                Some(view) => file.put(view),
                None => left_out += 1,
            }
        }
        if file.views.is_empty() && given > 0 {
            return Err(ViewFileProblem::NoView);
        }
        file.default = object.get("default").and_then(Json::string).and_then(|name| match name.as_str() {
            "" => Some(name),
            name => view_name(name),
        });
        Ok((file, left_out))
    }

    /// The text of a file with these views.
    pub fn write(&self) -> String {
        let entry = |view: &SavedView| {
            let filters = fragment::write(&view.query());
            let filters = filters.get(2..).filter(|it| !it.is_empty()).map(str::to_owned);
            serde_json::to_string(&Entry::new(&view.name, filters, &view.layout)).ok()
        };
        let default = self.default.as_ref().and_then(|name| serde_json::to_string(name).ok());
        let default = default.map(|name| format!(",\"default\":{name}")).unwrap_or_default();
        // A view a line, for who edits the file by hand.
        let views = self.views.iter().filter_map(entry).collect::<Vec<_>>().join(",\n");
        format!("{{\"kehu_views\":{VERSION}{default},\"views\":[\n{views}\n]}}\n")
    }

    /// The view of a name.
    pub fn find(&self, name: &str) -> Option<&SavedView> {
        self.views.iter().find(|view| view.name == name)
    }

    /// Adds a view, in the place of the one that has its name.
    pub fn put(&mut self, view: SavedView) {
        match self.views.iter_mut().find(|known| known.name == view.name) {
            Some(known) => *known = view,
            None => self.views.push(view),
        }
    }

    /// Takes a view out.
    pub fn remove(&mut self, name: &str) -> Option<SavedView> {
        let at = self.views.iter().position(|view| view.name == name)?;
        Some(self.views.remove(at))
    }
}

/// The view of an entry that has a name.
fn read_view(entry: Entry) -> Option<SavedView> {
    let name = view_name(&entry.name)?;
    // What this version does not know is left out, as in an address.
    let (query, _) = fragment::read(entry.filters.as_deref().unwrap_or_default());
    // The columns of a view stand in its layout only.
    let query = ListQuery { columns: ColumnChoice::Default, ..query };
    Some(SavedView::new(&name, &query, &entry.layout()))
}
