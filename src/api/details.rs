//! One customer by itself, `/api/v2/customers/:id`.
use super::answer::malformed;
use super::page::read_customer;
use super::resolve::Resolver;
use crate::json::{Json, Opened};
use crate::model::{ColumnId, Customer, CustomerId, Problem};

/// Reads a customer's own answer as a row of the list is read: in these columns, and never a raw number.
///
/// # Errors
/// Where the answer is no customer, or another one.
pub fn read_details(data: Opened<'_>, id: &CustomerId, columns: &[ColumnId]) -> Result<Customer, Problem> {
    let data = data.object.ok_or_else(|| malformed("customer", "not an object"))?;
    let inner = data.get("customer").and_then(Json::object).filter(|it| it.get("id").is_some());
    let object = inner.unwrap_or(data);
    if object.text("id").is_none_or(|read| read != id.as_str()) {
        return Err(malformed("customer", "not the one asked for"));
    }
    let resolvers: Vec<Resolver> = columns.iter().map(Resolver::new).collect();
    Ok(read_customer(object, &resolvers, |_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::judge;
    use crate::model::{Shown, Value};

    const COLUMNS: [&str; 7] = [
        "name",
        "note",
        "source_mapped",
        "staff_size_mapped",
        "before_user.name",
        "creator.name",
        "address.phone",
    ];

    fn read(data: &str) -> Result<Customer, Problem> {
        let columns = COLUMNS.map(ColumnId::new);
        let body = format!(r#"{{"code":0,"data":{data}}}"#);
        read_details(judge(200, None, &body).unwrap(), &CustomerId::new("88001").unwrap(), &columns)
    }

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    const DOCUMENTED: &str = r#"{"id":88001,"name":"示例商行","status":"52001","status_mapped":"初步接触","note":"老客户","labels":[],"source":"3","source_mapped":"","source_display":"展会","parent":{},"staff_size":0,"staff_size_display":"50人","staff_size_mapped":"","attachments":"暂无附件","creator":{"id":701,"name":"示例甲","phone":"13812345678","tel":"0571"},"before_user":{},"before_owned_department":null,"address":{"phone":"13812345678","phone_hidden_result":"138****5678","country":{},"region_info":null,"lat":0.0}}"#;

    #[test]
    fn the_documents_own_answer_is_read_like_a_row() {
        for data in [DOCUMENTED.to_owned(), format!(r#"{{"customer":{DOCUMENTED}}}"#)] {
            let customer = read(&data).unwrap();
            assert_eq!(
                customer.values,
                [
                    text("示例商行"),
                    text("老客户"),
                    text("展会"),
                    text("50人"),
                    Value::Empty,
                    text("示例甲"),
                    Value::Phones(vec![0])
                ]
            );
            assert_eq!(customer.phones[0].shown, Shown::Number("138****5678".into()));
            let all = format!("{customer:?} {:?}", customer.phones[0].shown);
            assert!(!all.contains("13812345678") && !all.contains("0571"), "{all}");
        }
    }

    #[test]
    fn nothing_is_nothing_however_it_is_written() {
        for nothing in ["null", "{}", "[]", "\"\"", "\"暂无\""] {
            let data =
                format!(r#"{{"id":"88001","before_user":{nothing},"creator":{nothing},"labels":{nothing}}}"#);
            let customer = read(&data).unwrap();
            assert!(customer.values.iter().all(Value::is_empty), "{data}");
        }
    }

    #[test]
    fn what_is_no_customer_or_another_one_is_a_problem() {
        for data in
            ["null", "[]", "\"暂无\"", "{}", r#"{"id":1}"#, r#"{"customer":{"id":1}}"#, r#"{"name":"甲"}"#]
        {
            assert!(read(data).is_err(), "{data}");
        }
    }
}
