//! How a view, or only its look, stands in a file.
use super::column;
use crate::json::Json;
use crate::layout::{Density, Layout, MAX_WIDTH, MIN_WIDTH};
use crate::model::ColumnId;
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

/// More columns than this are left out.
const MAX_COLUMNS: usize = 500;
/// Looks of views that nobody opens any more are forgotten, the oldest first.
const MAX_LOOKS: usize = 100;

/// A layout under a name, with the filters of a view. Each part but the name may be missing, and what
/// is as by default is not written.
#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    /// Empty for the plain list's look.
    pub name: String,
    /// As the address has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filters: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pinned: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(serialize_with = "write_widths", deserialize_with = "read_widths")]
    widths: Vec<(String, u32)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    density: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wrap: Option<bool>,
}

impl Entry {
    /// A layout under a name, and the filters if it is a view's.
    pub fn new(name: &str, filters: Option<String>, layout: &Layout) -> Self {
        let names = |ids: &Option<Vec<ColumnId>>| -> Option<Vec<String>> {
            Some(ids.as_ref()?.iter().map(|id| id.as_str().to_owned()).collect())
        };
        let is_plain = layout.density == Density::default();
        Self {
            name: name.to_owned(),
            filters,
            columns: names(&layout.columns),
            pinned: names(&layout.pinned),
            widths: layout.widths.iter().map(|(id, width)| (id.as_str().to_owned(), *width)).collect(),
            density: (!is_plain).then(|| layout.density.as_str().to_owned()),
            wrap: layout.wraps.then_some(true),
        }
    }

    /// Reads an object; `None` when a part is of another type than ours.
    pub fn read(json: Json<'_>) -> Option<Self> {
        // A list of the parts in their order would be taken too.
        if json.is_object() { json.read() } else { None }
    }

    /// The layout. Columns that nobody knows are kept: they may come back.
    pub fn layout(&self) -> Layout {
        let mut layout = Layout {
            columns: self.columns.as_deref().map(ids),
            pinned: self.pinned.as_deref().map(ids),
            density: self.density.as_deref().and_then(Density::from_word).unwrap_or_default(),
            wraps: self.wrap.unwrap_or_default(),
            ..Layout::default()
        };
        for (name, width) in self.widths.iter().take(MAX_COLUMNS) {
            if let Some(id) = column(name) {
                layout.widths.retain(|(known, _)| *known != id);
                layout.widths.push((id, *width));
            }
        }
        layout.tidy();
        layout
    }
}

fn ids(names: &[String]) -> Vec<ColumnId> {
    let mut ids: Vec<ColumnId> = Vec::new();
    for id in names.iter().take(MAX_COLUMNS).filter_map(|name| column(name)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn write_widths<S: Serializer>(widths: &[(String, u32)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(widths.iter().map(|(name, width)| (name, width)))
}

/// Reads widths, each as near to what it says as a column can be; what is no number is left out.
fn read_widths<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, u32)>, D::Error> {
    let json = Json::deserialize(from)?;
    if json.is_null() {
        return Ok(Vec::new());
    }
    let object = json.object().ok_or_else(|| D::Error::custom("not an object"))?;
    let width = |width: Json<'_>| {
        u32::try_from(width.integer()?.clamp(i64::from(MIN_WIDTH), i64::from(MAX_WIDTH))).ok()
    };
    Ok(object.pairs().filter_map(|(name, json)| Some((name.to_owned(), width(json)?))).collect())
}

/// Writes looks that were changed and not saved, by the name of their view; the plain list's name
/// is empty. The newest stands last.
pub fn write_looks(looks: &[(String, Layout)]) -> String {
    let looks = &looks[looks.len().saturating_sub(MAX_LOOKS)..];
    let entries: Vec<Entry> = looks.iter().map(|(name, layout)| Entry::new(name, None, layout)).collect();
    serde_json::to_string(&entries).unwrap_or_default()
}

/// Reads what [`write_looks`] wrote; what is not of its kind is left out.
pub fn read_looks(text: &str) -> Vec<(String, Layout)> {
    let list = Json::parse(text).map(Json::list).unwrap_or_default();
    let entries = list.into_iter().take(MAX_LOOKS).filter_map(Entry::read);
    entries.map(|entry| (entry.name.clone(), entry.layout())).collect()
}
