//! What is to be done today: the built-in view with which a salesperson begins the day.
use crate::model::{Catalog, ColumnId};
use crate::query::{DayPreset, Days, Direction, ListQuery, RangeField, Sort, Tab};

/// When the next follow-up is due.
const DUE: &str = "revisit_remind_at";

/// My customers whose next follow-up is due, the oldest first where the endpoint can sort by it, in groups.
pub fn due_view(catalog: &Catalog) -> ListQuery {
    let column = ColumnId::new(DUE);
    let mut query = ListQuery::default();
    query.filters.saved.tab = Tab::My;
    query.filters.saved.set_days(RangeField::RevisitRemind, Some(Days::Preset(DayPreset::Due)));
    query.sort =
        catalog.sorts_by(&column).then(|| Sort { column: column.clone(), direction: Direction::Ascending });
    query.group = Some(column);
    query
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fragment;

    #[test]
    fn it_is_sorted_only_where_that_can_be() {
        let plain = "#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at";
        assert_eq!(fragment::write(&due_view(&Catalog::default())), plain);
        let catalog = Catalog { sorts: vec![(ColumnId::new(DUE), String::new())], ..Catalog::default() };
        let sorted =
            "#?tab_type=my&revisit_remind_at=due&sort=revisit_remind_at&order=asc&group=revisit_remind_at";
        assert_eq!(fragment::write(&due_view(&catalog)), sorted);
    }
}
