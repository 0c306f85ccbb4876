//! What a customer's own answer adds to the row of the list.
use super::ColumnView;
use crate::model::{ColumnId, Customer, Value};

/// Whether anything of the customer is not shown, so that its own answer may help.
pub fn has_gaps(customer: &Customer, columns: &[ColumnView]) -> bool {
    columns.iter().any(|column| is_gap(customer, column))
}

fn is_gap(customer: &Customer, column: &ColumnView) -> bool {
    !column.is_computed()
        && column.in_words(customer.values.get(column.at).unwrap_or(&Value::Empty)).is_empty()
}

/// The customer with what its own answer has in the columns that the row leaves empty, and how many those
/// are. `order` are the columns in whose order that answer was read.
pub fn with_details(
    customer: &Customer,
    columns: &[ColumnView],
    details: &Customer,
    order: &[ColumnId],
) -> (Customer, usize) {
    let (mut filled, mut count) = (customer.clone(), 0);
    for column in columns.iter().filter(|column| is_gap(customer, column)) {
        let value = order.iter().position(|id| *id == column.id).and_then(|at| details.values.get(at));
        let Some(value) = value.filter(|value| !column.in_words(value).is_empty()) else { continue };
        let Some(place) = filled.values.get_mut(column.at) else { continue };
        *place = match value {
            Value::Phones(list) => {
                let first = filled.phones.len();
                filled.phones.extend(list.iter().filter_map(|at| details.phones.get(*at)).cloned());
                Value::Phones((first..filled.phones.len()).collect())
            }
            Value::Labels => {
                filled.labels.clone_from(&details.labels);
                Value::Labels
            }
            value => value.clone(),
        };
        count += 1;
    }
    (filled, count)
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::api::{judge, read_page};
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::AnswerIndex;

    fn read(customer: &str, columns: &str) -> (Customer, Vec<ColumnId>) {
        let body = format!(r#"{{"code":0,"data":{{"customers":[{customer}],"column_list":{columns}}}}}"#);
        let page = read_page(judge(200, None, &body).unwrap()).unwrap();
        (page.customers.get(AnswerIndex(0)).unwrap().clone(), page.columns.to_vec())
    }

    #[test]
    fn only_what_the_row_leaves_empty_is_filled() {
        let columns = r#"["name","note","text_asset_1","labels_mapped","address.phone","source_mapped"]"#;
        let (row, given) = read(r#"{"id":1,"name":"甲","note":"","text_asset_1":"sel_1"}"#, columns);
        // The customer's own answer was read in another order.
        let order = r#"["address.phone","labels_mapped","text_asset_1","note","name"]"#;
        let (details, order) = read(
            r#"{"id":1,"name":"乙","note":"老客户","text_asset_1":"sel_1","text_asset_1_display":"高","labels":[{"content":"重点"}],
                "address":{"phone":"13812345678","phone_hidden_result":"138****5678"}}"#,
            order,
        );
        let columns = available_columns(&given, &Layout::default(), &Default::default(), Lang::Zh);
        assert!(has_gaps(&row, &columns));
        let (filled, count) = with_details(&row, &columns, &details, &order);
        let text = |text: &str| Value::Text(text.into());
        assert_eq!(count, 4);
        assert_eq!(
            filled.values,
            [text("甲"), text("老客户"), text("高"), Value::Labels, Value::Phones(vec![0]), Value::Empty]
        );
        assert_eq!((filled.phones.len(), filled.labels.len(), filled.name.as_str()), (1, 1, "甲"));
        // Nothing is left that this answer could fill.
        assert_eq!(with_details(&filled, &columns, &details, &order), (filled.clone(), 0));
    }

    #[test]
    fn a_row_that_is_full_needs_nobody() {
        let (row, given) =
            read(r#"{"id":1,"name":"甲","numeric_asset_1":0}"#, r#"["name","numeric_asset_1"]"#);
        let columns = available_columns(&given, &Layout::default(), &Default::default(), Lang::Zh);
        assert!(!has_gaps(&row, &columns));
    }
}
