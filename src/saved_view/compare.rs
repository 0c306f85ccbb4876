use super::SavedView;
use crate::layout::Layout;
use crate::model::ColumnId;
use crate::query::ListQuery;

/// A part of a view that can differ from another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewPart {
    /// What narrows the list.
    Filters,
    /// How it is sorted.
    Sort,
    /// By what its rows are grouped.
    Group,
    /// Which columns.
    Columns,
    /// The same columns in another order.
    Order,
    /// How wide.
    Widths,
    /// What stays in sight.
    Pins,
    /// How much air.
    Density,
    /// Whether long texts go on in further lines.
    Wrap,
    /// Rows a page.
    PageSize,
}

/// How a view of a file compares with those that are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Nobody has that name yet.
    New,
    /// It is here already, just so.
    Same,
    /// Another of that name is here and would be replaced.
    Changed,
}

/// What taking a view would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewDifference {
    /// The view's name.
    pub name: String,
    /// How it compares with those that are here.
    pub comparison: Comparison,
    /// What differs from the view that is replaced; for a new one, from the plain list.
    pub parts: Vec<ViewPart>,
}

/// What taking views would change, one by one, before anything is changed.
pub fn compare(known: &[SavedView], incoming: &[SavedView]) -> Vec<ViewDifference> {
    let difference = |view: &SavedView| {
        let here = known.iter().find(|it| it.name == view.name);
        let parts = match here {
            Some(here) => parts(here, view),
            None => parts(&SavedView::new("", &ListQuery::default(), &Layout::default()), view),
        };
        let comparison = match here {
            None => Comparison::New,
            Some(_) if parts.is_empty() => Comparison::Same,
            Some(_) => Comparison::Changed,
        };
        ViewDifference { name: view.name.clone(), comparison, parts }
    };
    incoming.iter().map(difference).collect()
}

fn parts(a: &SavedView, b: &SavedView) -> Vec<ViewPart> {
    let (x, y) = (&a.layout, &b.layout);
    let is_moved = same_columns(x.columns.as_deref(), y.columns.as_deref());
    [
        (ViewPart::Filters, a.filters != b.filters),
        (ViewPart::Sort, a.sort != b.sort),
        (ViewPart::Group, a.group != b.group),
        (ViewPart::Columns, x.columns != y.columns && !is_moved),
        (ViewPart::Order, x.columns != y.columns && is_moved),
        (ViewPart::Widths, x.widths != y.widths),
        (ViewPart::Pins, x.pinned != y.pinned),
        (ViewPart::Density, x.density != y.density),
        (ViewPart::Wrap, x.wraps != y.wraps),
        (ViewPart::PageSize, a.per_page != b.per_page),
    ]
    .into_iter()
    .filter_map(|(part, differs)| differs.then_some(part))
    .collect()
}

/// Whether both name the same columns, in whichever order.
fn same_columns(a: Option<&[ColumnId]>, b: Option<&[ColumnId]>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.len() == b.len() && a.iter().all(|id| b.contains(id)))
}
