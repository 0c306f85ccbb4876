//! How a layout stands in a file.
use super::column;
use crate::layout::{Density, Layout, MAX_WIDTH, MIN_WIDTH};
use crate::model::ColumnId;
use kehu_json::{Json, Object};

/// More columns than this are left out.
const MAX_COLUMNS: usize = 500;
/// Looks of views that nobody opens any more are forgotten, the oldest first.
const MAX_LOOKS: usize = 100;

/// Writes a text as JSON.
pub(super) fn write_text(out: &mut String, text: &str) {
    // Writing a string cannot fail; an empty one is better than a broken file.
    out.push_str(&serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned()));
}

/// Writes a list, each item by `write`, between two brackets.
pub(super) fn write_list<T>(out: &mut String, items: &[T], mut write: impl FnMut(&mut String, &T)) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(out, item);
    }
}

/// Writes the pairs of a layout, each with a comma before it; what is as by default is left out.
pub(super) fn write_layout(out: &mut String, layout: &Layout) {
    for (name, columns) in [("columns", &layout.columns), ("pinned", &layout.pinned)] {
        if let Some(columns) = columns {
            out.push_str(",\"");
            out.push_str(name);
            out.push_str("\":[");
            write_list(out, columns, |out, id| write_text(out, id.as_str()));
            out.push(']');
        }
    }
    if !layout.widths.is_empty() {
        out.push_str(",\"widths\":{");
        write_list(out, &layout.widths, |out, (id, width)| {
            write_text(out, id.as_str());
            out.push(':');
            out.push_str(&width.to_string());
        });
        out.push('}');
    }
    if layout.density != Density::default() {
        out.push_str(",\"density\":\"");
        out.push_str(layout.density.as_str());
        out.push('"');
    }
    if layout.wraps {
        out.push_str(",\"wrap\":true");
    }
}

/// Reads the pairs of a layout. Each may be missing; `None` when one is of another type than ours.
/// Columns that nobody knows are kept: they may come back.
pub(super) fn read_layout(object: &Object<'_>) -> Option<Layout> {
    let mut layout = Layout {
        columns: read_columns(object.get("columns"))?,
        pinned: read_columns(object.get("pinned"))?,
        ..Layout::default()
    };
    if let Some(widths) = object.get("widths").filter(|it| !it.is_null()) {
        for (name, width) in widths.object()?.pairs().take(MAX_COLUMNS) {
            let width = width.integer().and_then(|width| {
                u32::try_from(width.clamp(i64::from(MIN_WIDTH), i64::from(MAX_WIDTH))).ok()
            });
            if let (Some(id), Some(width)) = (column(name), width) {
                layout.widths.retain(|(known, _)| *known != id);
                layout.widths.push((id, width));
            }
        }
        layout.tidy();
    }
    if let Some(density) = object.get("density").filter(|it| !it.is_null()) {
        layout.density = Density::from_word(&density.string()?).unwrap_or_default();
    }
    if let Some(wrap) = object.get("wrap").filter(|it| !it.is_null()) {
        layout.wraps = wrap.is_flag().then(|| wrap.flag())?;
    }
    Some(layout)
}

fn read_columns(value: Option<Json<'_>>) -> Option<Option<Vec<ColumnId>>> {
    let Some(value) = value.filter(|it| !it.is_null()) else {
        return Some(None);
    };
    if !value.is_list() {
        return None;
    }
    let mut columns: Vec<ColumnId> = Vec::new();
    for name in value.list().into_iter().take(MAX_COLUMNS) {
        if let Some(id) = column(&name.string()?)
            && !columns.contains(&id)
        {
            columns.push(id);
        }
    }
    Some(Some(columns))
}

/// Writes looks that were changed and not saved, by the name of their view; the plain list's name
/// is empty. The newest stands last.
pub fn write_looks(looks: &[(String, Layout)]) -> String {
    let mut out = String::from("[");
    write_list(&mut out, &looks[looks.len().saturating_sub(MAX_LOOKS)..], |out, (name, layout)| {
        out.push_str("{\"name\":");
        write_text(out, name);
        write_layout(out, layout);
        out.push('}');
    });
    out.push(']');
    out
}

/// Reads what [`write_looks`] wrote; what is not of its kind is left out.
pub fn read_looks(text: &str) -> Vec<(String, Layout)> {
    let list = Json::parse(text).map(Json::list).unwrap_or_default();
    let look = |json: Json<'_>| {
        let object = json.object()?;
        Some((object.get("name")?.string()?, read_layout(&object)?))
    };
    list.into_iter().take(MAX_LOOKS).filter_map(look).collect()
}
