use super::answer::malformed;
use super::resolve::{Resolver, Row, shown_text};
use crate::json::{Json, Object, Opened};
use crate::model::{
    Approval, Choice, ChoiceValues, ColumnId, Customer, CustomerId, CustomerList, CustomerPage, GivenColumns,
    Label, NextPage, PageNumber, PageSize, Phone, Problem, ReadRow, Rgb, Shown, split_numbers,
};
use serde_json::value::RawValue;
use std::sync::Arc;

/// Reads the `data` of a list answer. No single field can fail a page; only a `data` that is no
/// list answer at all is a [`Problem`].
///
/// The rows are only told apart; each is read when it is first asked for.
pub fn read_page(data: Opened<'_>) -> Result<CustomerPage, Problem> {
    let (data, customers) = (data.object.ok_or_else(|| malformed("data", "not an object"))?, data.inner);
    if customers.is_none() && data.get("column_list").is_none() {
        return Err(malformed("customers", "absent"));
    }
    let columns = read_columns(&data);
    let mut rows = customers.and_then(|it| it.list).unwrap_or_default();
    rows.retain(|row| row.is_object());
    let given = Arc::new(GivenColumns::new(columns.len()));
    Ok(CustomerPage {
        size: rows.iter().map(|row| row.size()).sum(),
        given: given.clone(),
        customers: unread(rows, &columns, given),
        columns,
        next_page: read_next_page(&data),
        total: read_total(&data),
        page: whole(&data, "page").and_then(PageNumber::new),
        per_page: whole(&data, "per_page").and_then(PageSize::new),
    })
}

/// Whether a further page exists. Absent, and whatever else says neither yes nor no, is not known.
fn read_next_page(data: &Object<'_>) -> NextPage {
    match data.text("has_next_page").as_deref().map(str::trim) {
        Some("true" | "1" | "yes" | "t" | "是") => NextPage::Yes,
        Some("false" | "0" | "no" | "f" | "否") => NextPage::No,
        _ => NextPage::Unknown,
    }
}

fn whole<T: TryFrom<i64>>(data: &Object<'_>, name: &str) -> Option<T> {
    data.integer(name).and_then(|number| T::try_from(number).ok())
}

/// How many customers there are, where the endpoint says so: a number, or a text of digits.
fn read_total(data: &Object<'_>) -> Option<u64> {
    whole(data, "total_count").or_else(|| whole(data, "total"))
}

/// The columns as given: each once, and nothing that is no name.
fn read_columns(data: &Object<'_>) -> Arc<[ColumnId]> {
    let mut columns: Vec<ColumnId> = Vec::new();
    for name in data.list("column_list").into_iter().filter_map(Json::text) {
        let id = ColumnId::new(name.trim());
        if !columns.contains(&id) {
            columns.push(id);
        }
    }
    // Rows without any column would be a blank page: a name can always be shown.
    if columns.is_empty() {
        columns.push(ColumnId::new("name"));
    }
    columns.into()
}

/// The rows of a page that nobody has asked for yet.
///
/// Their text may hold raw numbers: it stays in here, is never printed, and goes with the last row
/// that is read.
struct UnreadRows {
    rows: Vec<Box<RawValue>>,
    resolvers: Vec<Resolver>,
    given: Arc<GivenColumns>,
}

impl ReadRow for UnreadRows {
    fn read_row(&self, at: usize) -> Customer {
        let row = self.rows.get(at).and_then(|row| Json::from(&**row).object());
        let given = |column| self.given.note(column);
        row.map(|row| read_customer(row, &self.resolvers, given)).unwrap_or_default()
    }

    fn gives(&self, column: usize) -> bool {
        let Some(resolver) = self.resolvers.get(column) else { return false };
        let signs = resolver.signs();
        // Most columns are given by the first row; of the others most are found in no text at all, which is
        // quicker to see than a row is to read.
        let is_given = self.rows.iter().any(|row| {
            signs.iter().any(|sign| row.get().contains(sign.as_str()))
                && Json::from(&**row)
                    .object()
                    .is_some_and(|row| resolver.resolve(&Row::new(row, false), &mut Vec::new()).is_some())
        });
        if is_given {
            self.given.note(column);
        }
        is_given
    }
}

fn unread(rows: Vec<Json<'_>>, columns: &[ColumnId], given: Arc<GivenColumns>) -> CustomerList {
    let rows: Vec<_> = rows.into_iter().map(Json::kept).collect();
    let resolvers = columns.iter().map(Resolver::new).collect();
    CustomerList::unread(rows.len(), Box::new(UnreadRows { rows, resolvers, given }))
}

pub(super) fn read_customer(object: Object<'_>, resolvers: &[Resolver], given: impl Fn(usize)) -> Customer {
    let labels: Vec<Label> = object.list("labels").into_iter().filter_map(read_label).collect();
    let mut phones: Vec<Phone> = object.list("phones_data").into_iter().flat_map(read_phones).collect();
    let row = Row::new(object, !labels.is_empty());
    let value = |(at, resolver): (usize, &Resolver)| {
        let value = resolver.resolve(&row, &mut phones);
        if value.is_some() {
            given(at);
        }
        value.unwrap_or_default()
    };
    let values = resolvers.iter().enumerate().map(value).collect();
    let object = &row.object;
    let department = object.get("owned_department").and_then(Json::object).and_then(|it| it.integer("id"));
    Customer {
        id: object.text("id").and_then(|id| CustomerId::new(&id)),
        name: shown_text(object, "name"),
        is_mine: object.flag("is_user_self"),
        is_created_by_me: object.flag("is_creator_self"),
        approval: Approval::from_status(&object.text("approve_status").unwrap_or_default()),
        choices: ChoiceValues::from_fn(|choice| match choice {
            Choice::Department => department,
            _ => object.integer(choice.key()),
        }),
        labels,
        phones,
        values,
    }
}

fn read_label(json: Json<'_>) -> Option<Label> {
    let object = json.object()?;
    let content = object.first_text(&["content", "name"])?;
    let color = object.text("color").and_then(|text| Rgb::parse(&text));
    Some(Label { content, color, group: object.integer("group_id") })
}

/// Reads everything of a number but the number: `phone` is never asked for. People type several numbers
/// into one field.
fn read_phones(json: Json<'_>) -> Vec<Phone> {
    let Some(object) = json.object() else { return Vec::new() };
    let shown: Vec<Shown> = match object.text("phone_hidden_result") {
        _ if object.flag("is_invisible") => vec![Shown::NotAllowed],
        Some(text) => split_numbers(&text).into_iter().map(Shown::Number).collect(),
        None => return Vec::new(),
    };
    let is_contact = object.text("entity_class").is_some_and(|class| class != "Customer");
    let owner = if is_contact { object.first_text(&["entity_name", "name"]) } else { None };
    let one = |shown| Phone {
        label: object.text("label").unwrap_or_default(),
        owner: owner.clone().unwrap_or_default(),
        field: object.first_text(&["call_field_name", "custom_field_name"]).unwrap_or_default(),
        shown,
        // Absent says nothing against it.
        is_enabled: object.get("is_enable").is_none_or(Json::flag),
    };
    shown.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests;
