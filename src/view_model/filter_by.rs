use super::ColumnView;
use super::china_time::day_of;
use crate::model::{Choice, Customer, Value};
use crate::query::{Change, DateRange, Days, RangeField, write_date};

/// The change that shows only customers with this customer's value of a column, and the value in
/// plain words. `None` where the endpoint cannot filter by the column, or nothing stands there.
pub fn filter_by(customer: &Customer, column: &ColumnView) -> Option<(Change, String)> {
    if column.is_computed() {
        return None;
    }
    let text = customer.values.get(column.at).and_then(Value::as_text)?.trim();
    if let Some(choice) = Choice::from_column(column.id.as_str()) {
        let id = customer.choices.get(choice)?;
        return Some((Change::Choose(choice, Some(id)), text.to_owned()));
    }
    let field = RangeField::ALL.into_iter().find(|field| field.as_str() == column.id.as_str())?;
    let day = day_of(text)?;
    Some((Change::Days(field, DateRange::new(Some(day), Some(day)).map(Days::Fixed)), write_date(day)))
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::{ChoiceValues, ColumnId};

    fn filter(column: &str, value: Value) -> Option<(Change, String)> {
        let columns =
            available_columns(&[ColumnId::new(column)], &Layout::default(), &Default::default(), Lang::Zh);
        let choices = ChoiceValues::from_fn(|choice| match choice {
            Choice::Status => Some(7),
            Choice::User => Some(3),
            _ => None,
        });
        let customer = Customer { choices, values: vec![value], ..Customer::default() };
        filter_by(&customer, &columns[0])
    }

    fn text(value: &str) -> Value {
        Value::Text(value.into())
    }

    #[test]
    fn a_name_is_filtered_by_the_id_behind_it() {
        let expected = |choice, id, name: &str| Some((Change::Choose(choice, Some(id)), name.to_owned()));
        assert_eq!(filter("status_mapped", text("初访")), expected(Choice::Status, 7, "初访"));
        assert_eq!(filter("user.name", Value::Hidden("李**".into())), expected(Choice::User, 3, "李**"));
    }

    #[test]
    fn without_an_id_or_a_value_there_is_no_filter() {
        assert_eq!(filter("source_mapped", text("展会")), None);
        assert_eq!(filter("status_mapped", Value::Empty), None);
        assert_eq!(filter("note", text("初访")), None);
    }

    #[test]
    fn a_time_is_filtered_by_its_day() {
        for (column, field) in [
            ("created_at", RangeField::Created),
            ("updated_at", RangeField::Updated),
            ("real_revisit_at", RangeField::RealRevisit),
            ("revisit_remind_at", RangeField::RevisitRemind),
        ] {
            let day = crate::query::parse_date("2023-11-03");
            let days = DateRange::new(day, day).map(Days::Fixed);
            let expected = (Change::Days(field, days), "2023-11-03".to_owned());
            assert_eq!(filter(column, text("2023-11-03T18:25:41.000+08:00")), Some(expected), "{column}");
        }
        assert_eq!(filter("created_at", text("昨天下午三点")), None);
        assert_eq!(filter("last_called_at", text("2023-11-03 18:25")), None);
    }

    #[test]
    fn what_is_computed_is_no_filter() {
        let columns =
            available_columns(&["real_revisit_at".into()], &Layout::default(), &Default::default(), Lang::Zh);
        let customer = Customer { values: vec![text("2023-11-03")], ..Customer::default() };
        assert!(columns[1].is_computed());
        assert_eq!(filter_by(&customer, &columns[1]), None);
    }
}
