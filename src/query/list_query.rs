use super::{Filters, RangeField, Sort};
use crate::model::{ColumnId, PageNumber, PageSize};
use time::Date;

/// The whole question: what the URL's fragment says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ListQuery {
    /// What narrows the list.
    pub filters: Filters,
    /// How it is sorted; `None` leaves it to the endpoint.
    pub sort: Option<Sort>,
    /// Which page.
    pub page: PageNumber,
    /// How many rows a page; `None` is the size that the user chose last.
    pub per_page: Option<PageSize>,
    /// Which columns are shown.
    pub columns: ColumnChoice,
    /// By which column the loaded rows are grouped. The endpoint is never told.
    pub group: Option<ColumnId>,
    /// The saved view that was opened last; filters and sort may have moved on since.
    pub view: Option<String>,
}

impl ListQuery {
    /// Whether another question is for a page of the same list.
    pub fn is_same_list(&self, other: &Self) -> bool {
        self.filters == other.filters && self.sort == other.sort
    }

    /// The same question, each preset as the days that it means today.
    pub fn on(self, today: Date) -> Self {
        Self { filters: self.filters.on(today), ..self }
    }

    /// The columns that the list is sorted by, or narrowed to some days of.
    pub fn asked_columns(&self) -> Vec<ColumnId> {
        let sorted = self.sort.iter().map(|sort| sort.column.clone());
        let narrowed = RangeField::ALL.into_iter().filter(|field| self.filters.saved.days(*field).is_some());
        sorted.chain(narrowed.map(|field| ColumnId::new(field.as_str()))).collect()
    }
}

/// Which columns the fragment asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColumnChoice {
    /// The fragment says nothing: the user's own view.
    #[default]
    Default,
    /// `columns=all`: every column of the answer, in its order.
    All,
    /// `columns=name,labels_mapped,…`: these, in this order.
    Named(Vec<ColumnId>),
}

#[cfg(test)]
mod tests {
    use super::ListQuery;
    use crate::query::fragment;

    #[test]
    fn what_a_list_is_sorted_and_narrowed_by_is_told_by_its_columns() {
        let asked = |text: &str| {
            let columns = fragment::read(text).0.asked_columns();
            columns.iter().map(|it| it.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ListQuery::default().asked_columns(), []);
        assert_eq!(asked("#?sort=updated_at&order=desc"), ["updated_at"]);
        assert_eq!(asked("#?created_at=last_30&sort=name&order=asc"), ["name", "created_at"]);
    }
}
