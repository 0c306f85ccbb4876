//! Where a column's value stands in a customer. A column's name is not always a JSON path.
use crate::json::{Json, Object};
use crate::model::{ColumnId, Phone, Shown, Value, split_numbers};

/// Names that hold a raw number. Without a `_hidden_result` beside them they are not read at all.
const RAW_NUMBERS: [&str; 3] = ["phone", "tel", "mobile"];
const HIDDEN: &str = "_hidden_result";

/// In which forms the value of a name may stand beside it, and last the name itself, which may hold a
/// code: the first form that holds something is shown.
const FORMS: [&str; 4] = ["_display", "_mapped", "_i18n", ""];

/// Where else a column's value stands when its path is absent; the endpoint's own example answers
/// need it (both misspellings are the endpoint's).
const ELSEWHERE: [(&str, &str); 3] = [
    ("user.name", "user_name"),
    ("lastest_revisit_log.content", "last_revist_log_content"),
    ("custom_field_template.name", "custom_field_template_i18n"),
];

/// A column made ready once for a whole page: what is the same for every row is not worked out again.
pub struct Resolver {
    path: Vec<String>,
    elsewhere: Option<&'static str>,
    kind: Kind,
}

enum Kind {
    /// Chips from `labels[]`.
    Labels,
    /// Numbers from `phones_data`, joined with the hidden result beside the path; the column's name.
    Phones(String),
    /// All else.
    Path,
}

impl Resolver {
    /// Prepares a column.
    pub fn new(column: &ColumnId) -> Self {
        let column = column.field();
        let kind = match column {
            "labels_mapped" | "labels" => Kind::Labels,
            "address.tel" | "address.phone" | "phones_data" => Kind::Phones(column.to_owned()),
            _ => Kind::Path,
        };
        Self {
            path: column.split('.').map(str::to_owned).collect(),
            elsewhere: ELSEWHERE.iter().find(|(name, _)| *name == column).map(|(_, at)| *at),
            kind,
        }
    }

    /// The column's value for one customer; `None` where the customer has no such key at all, which is
    /// less than a key with nothing in it. `phones` may grow by a number that only the hidden result knows.
    pub fn resolve(&self, customer: &Row<'_>, phones: &mut Vec<Phone>) -> Option<Value> {
        let has = |name| customer.object.get(name).is_some();
        match &self.kind {
            Kind::Labels if customer.has_labels => Some(Value::Labels),
            Kind::Labels => self.at_path(customer).or_else(|| has("labels").then_some(Value::Empty)),
            Kind::Phones(field) => {
                let beside = self.at_path(customer);
                let is_given = beside.is_some() || has("phones_data");
                let value = numbers(field, beside.unwrap_or_default(), phones);
                (is_given || !value.is_empty()).then_some(value)
            }
            Kind::Path => match (self.at_path(customer), self.elsewhere) {
                (Some(value), _) if !value.is_empty() => Some(value),
                (value, Some(name)) => member(&customer.object, name).or(value),
                (value, None) => value,
            },
        }
    }

    /// Texts of which one stands in each customer that has a key for the column.
    pub fn signs(&self) -> Vec<String> {
        let own = match self.kind {
            Kind::Labels => Some("labels"),
            Kind::Phones(_) => Some("phones_data"),
            Kind::Path => self.elsewhere,
        };
        let first = self.path.first().map(|name| bare(name));
        own.into_iter().chain(first).map(|name| format!("\"{name}")).collect()
    }

    fn at_path(&self, customer: &Row<'_>) -> Option<Value> {
        match self.path.as_slice() {
            [name] => member(&customer.object, name),
            [first, rest @ ..] => customer.with_child(first, |child| match child {
                Child::Object(object) => walk(object, rest),
                Child::List(list) => Some(joined(list, rest)),
                Child::Nothing => Some(Value::Empty),
                Child::Absent => None,
            }),
            [] => None,
        }
    }
}

/// A customer's object, with its inner objects split at most once: several columns share them.
pub struct Row<'a> {
    /// The customer itself.
    pub object: Object<'a>,
    /// Whether `labels` holds any.
    pub has_labels: bool,
    children: std::cell::RefCell<Vec<(String, Child<'a>)>>,
}

enum Child<'a> {
    Object(Object<'a>),
    List(Vec<Json<'a>>),
    /// Empty, in whichever way.
    Nothing,
    /// There is no such key.
    Absent,
}

impl<'a> Row<'a> {
    /// Takes a customer's object.
    pub fn new(object: Object<'a>, has_labels: bool) -> Self {
        Self { object, has_labels, children: Default::default() }
    }

    fn with_child<T>(&self, name: &str, read: impl FnOnce(&Child<'a>) -> T) -> T {
        let mut children = self.children.borrow_mut();
        if let Some((_, child)) = children.iter().find(|(known, _)| known == name) {
            return read(child);
        }
        let child = match self.object.get(name) {
            Some(json) if json.is_list() => Child::List(json.list()),
            Some(json) => filled(json).map_or(Child::Nothing, Child::Object),
            None => Child::Absent,
        };
        let answer = read(&child);
        children.push((name.to_owned(), child));
        answer
    }
}

/// An object that holds something.
fn filled(json: Json<'_>) -> Option<Object<'_>> {
    json.object().filter(|object| object.pairs().next().is_some())
}

/// Follows the rest of a path through objects.
fn walk(object: &Object<'_>, path: &[String]) -> Option<Value> {
    match path {
        [] => None,
        [name] => member(object, name),
        [first, rest @ ..] => {
            let json = object.get(first)?;
            match filled(json) {
                Some(inner) => walk(&inner, rest),
                None => Some(joined(&json.list(), rest)),
            }
        }
    }
}

/// `X.name` where `X` is a list: the names of all.
fn joined(list: &[Json<'_>], path: &[String]) -> Value {
    let names = list.iter().filter_map(|json| match walk(&json.object()?, path)? {
        Value::Text(text) | Value::Number(text) | Value::Hidden(text) => Some(text),
        _ => None,
    });
    names_or_empty(names.collect())
}

/// What may be shown of a name's text; empty when there is none.
pub fn shown_text(object: &Object<'_>, name: &str) -> String {
    member(object, name).as_ref().and_then(Value::as_text).map(str::to_owned).unwrap_or_default()
}

/// The value of a name: its `_hidden_result` where one stands beside it, and then nothing else; otherwise
/// the first of its forms that holds something. `X_mapped` is never the bare `X`, which is an id.
fn member(object: &Object<'_>, name: &str) -> Option<Value> {
    if name.ends_with(HIDDEN) {
        return object.get(name).map(plain);
    }
    let bare = bare(name);
    let (mut forms, mut hidden) = ([None; 4], [None; 4]);
    for (key, json) in object.pairs() {
        let Some(rest) = key.strip_prefix(bare) else { continue };
        let (found, form) = match rest.strip_suffix(HIDDEN) {
            Some(form) => (&mut hidden, form),
            None => (&mut forms, rest),
        };
        if let Some(at) = FORMS.iter().position(|known| *known == form) {
            found[at] = Some(json);
        }
    }
    if let Some(hidden) = hidden.into_iter().rev().flatten().next() {
        return Some(hidden.text().map_or(Value::Empty, Value::Hidden));
    }
    let wanted = if bare == name { &forms[..] } else { &forms[..3] };
    wanted.iter().flatten().next()?;
    if RAW_NUMBERS.contains(&bare) {
        return Some(Value::Empty);
    }
    let mut values = wanted.iter().flatten().map(|json| plain(*json));
    Some(values.find(|value| !value.is_empty()).unwrap_or_default())
}

/// A name without the form that it may ask for.
fn bare(name: &str) -> &str {
    FORMS[..3].iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name)
}

/// A value by its own type; an object is shown by its name.
fn plain(json: Json<'_>) -> Value {
    if json.is_list() {
        let names = json
            .list()
            .into_iter()
            .filter_map(|item| item.object().map_or_else(|| item.text(), |it| name_of(&it)));
        return names_or_empty(names.collect());
    }
    if let Some(object) = json.object() {
        return name_of(&object).map_or(Value::Empty, Value::text);
    }
    match json.text() {
        None => Value::Empty,
        Some(_) if json.is_flag() => Value::Flag(json.flag()),
        Some(text) if json.is_number() => Value::Number(text),
        Some(text) => Value::text(text),
    }
}

fn name_of(object: &Object<'_>) -> Option<String> {
    object.first_text(&["name", "label", "title", "content"])
}

fn names_or_empty(names: Vec<String>) -> Value {
    if names.is_empty() { Value::Empty } else { Value::Names(names) }
}

/// The numbers of a field: what `phones_data` lists for it, and the hidden result beside the path
/// where the list does not hold it. A number that may not be seen is not given away by the other.
fn numbers(field: &str, beside: Value, phones: &mut Vec<Phone>) -> Value {
    let is_all = field == "phones_data";
    let mut found: Vec<usize> = Vec::new();
    for (at, phone) in phones.iter().enumerate() {
        if is_all || phone.field == field {
            found.push(at);
        }
    }
    let is_withheld = found.iter().any(|at| phones[*at].shown == Shown::NotAllowed);
    if let (Value::Hidden(text), false, false) = (beside, is_all, is_withheld) {
        for number in split_numbers(&text) {
            let shown = Shown::Number(number);
            if found.iter().any(|at| phones[*at].shown == shown) {
                continue;
            }
            found.push(phones.len());
            // Nothing says that it may be called.
            phones.push(Phone {
                label: String::new(),
                owner: String::new(),
                field: field.to_owned(),
                shown,
                is_enabled: false,
            });
        }
    }
    if found.is_empty() { Value::Empty } else { Value::Phones(found) }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
