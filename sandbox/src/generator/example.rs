//! The contract's two example customers, exactly as given.

use super::record::{Field, Record};
use crate::dates::Minute;
use crate::trouble::Trouble;
use serde::Deserialize;
use serde_json::value::RawValue;

const ANSWER: &str = include_str!("../../../fixtures/customers-example.json");

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    data: Data<'a>,
}

#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow)]
    customers: Vec<&'a RawValue>,
}

/// What the store needs to know of an example; everything else stays in its JSON.
#[derive(Deserialize)]
struct Facts {
    id: i64,
    user_id: i64,
    name: String,
    status: String,
    created_at: String,
    updated_at: String,
    address: Address,
}

#[derive(Deserialize)]
struct Address {
    tel: Option<String>,
    phone: Option<String>,
}

/// The two examples, the smaller id first. Both belong to 李曦宁, who also made them; her
/// department is `department`.
pub fn examples(department: i64) -> Result<Vec<Record>, Trouble> {
    let broken = |cause: serde_json::Error| Trouble::Fixture(cause.to_string());
    let answer: Answer<'_> = serde_json::from_str(ANSWER).map_err(broken)?;
    let mut records = Vec::new();
    for raw in answer.data.customers {
        let facts: Facts = serde_json::from_str(raw.get()).map_err(broken)?;
        records.push(record(facts, raw.get(), department)?);
    }
    records.sort_by_key(|record| record.id);
    Ok(records)
}

fn record(facts: Facts, raw: &str, department: i64) -> Result<Record, Trouble> {
    let minute = |text: &str| {
        Minute::parse(text).map_or(Err(Trouble::Fixture(format!("{text} is no time"))), |it| Ok(it.0))
    };
    let words = [
        (Field::Name, Some(facts.name.clone())),
        (Field::Tel, facts.address.tel.as_deref().map(searched)),
        (Field::Phone, facts.address.phone.as_deref().map(searched)),
    ];
    let mut words: Vec<_> =
        words.into_iter().filter_map(|(field, text)| text.map(|text| (field, text))).collect();
    let everything: Vec<_> = words.iter().map(|(_, text)| text.as_str()).collect();
    words.push((Field::Everything, everything.join("\n")));
    Ok(Record {
        id: facts.id,
        owner: facts.user_id,
        creator: facts.user_id,
        department,
        status: facts.status.parse().unwrap_or(0),
        created_at: minute(&facts.created_at)?,
        updated_at: minute(&facts.updated_at)?,
        name: facts.name,
        words,
        body: for_strangers(&compact(raw)),
        ..Record::default()
    })
}

fn searched(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("{phone}\n{digits}")
}

/// The JSON without the white space between its parts.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    json.chars()
        .filter(|letter| {
            if inside {
                inside = escaped || *letter != '"';
                escaped = !escaped && *letter == '\\';
                return true;
            }
            inside = *letter == '"';
            !letter.is_ascii_whitespace()
        })
        .collect()
}

/// The JSON as someone sees it who neither owns nor made the customer.
fn for_strangers(json: &str) -> String {
    json.replace(r#""is_user_self":true"#, r#""is_user_self":false"#)
        .replace(r#""is_creator_self":true"#, r#""is_creator_self":false"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_keeps_what_is_inside_texts() {
        assert_eq!(compact("{ \"a b\" : \"c \\\" d\" ,\n \"e\": [ 1 ] }"), r#"{"a b":"c \" d","e":[1]}"#);
    }
}
