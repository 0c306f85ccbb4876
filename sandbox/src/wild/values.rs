//! The custom fields of one customer.

use super::catalogue::FIELD_GROUPS;
use super::field::{CustomField, Kind};
use crate::dates::{Day, Minute};
use crate::generator::{Dice, NOTES, Phone};
use crate::neighbours::Object;
use crate::people::Staff;
use serde_json::{Value, json};

/// A die of its own, so that the customers themselves stay the same in both editions.
const SALT: u64 = 0x0c05_70f1;

/// Adds all custom fields that the stored customer does not hold. Nothing chosen is `""` or `[]`,
/// with `""` or `null` beside it.
pub fn add_values(object: &mut Object, seed: u64, id: i64, staff: &Staff, today: Day) {
    let mut dice = Dice::new(seed ^ SALT, id.unsigned_abs());
    for field in FIELD_GROUPS.iter().flat_map(|group| group.fields).filter(|field| !field.is_stored) {
        let has_value = dice.chance(70);
        // Rolled in any case: what one field holds does not move the next one.
        let (value, beside) = some(&mut dice, field, staff, today);
        let (value, beside) = match has_value {
            true => (value, beside),
            false => nothing(&mut dice, field),
        };
        object.insert(field.name.to_owned(), value);
        if let Some((suffix, text)) = beside {
            object.insert(format!("{}{suffix}", field.name), text);
        }
    }
}

type Beside = Option<(&'static str, Value)>;

fn nothing(dice: &mut Dice, field: &CustomField) -> (Value, Beside) {
    let value = match field.kind {
        Kind::MultiSelect | Kind::Users => json!([]),
        _ => json!(""),
    };
    let empty = if dice.chance(50) { json!("") } else { Value::Null };
    let beside = match field.kind {
        Kind::Mobile => Some(("_hidden_result", json!(""))),
        _ => field.is_displayed.then_some(("_display", empty)),
    };
    (value, beside)
}

fn some(dice: &mut Dice, field: &CustomField, staff: &Staff, today: Day) -> (Value, Beside) {
    let display = |shown: String| field.is_displayed.then_some(("_display", json!(shown)));
    let minute =
        |dice: &mut Dice| Minute(Day(today.0 + dice.number(-300, 300)).start().0 + dice.number(540, 1080));
    match field.kind {
        Kind::Select => {
            let (value, label) = *dice.pick(options(field));
            (json!(value), display(label.to_owned()))
        }
        Kind::MultiSelect => {
            let chosen: Vec<&str> = dice.several(options(field), 3).iter().map(|(value, _)| *value).collect();
            (json!(chosen), None)
        }
        Kind::Date => (json!(minute(dice).day().to_string()), None),
        Kind::DateTime => (json!(minute(dice).to_string()), None),
        Kind::Number => {
            let number = dice.number(1, 400);
            (if dice.chance(50) { json!(number) } else { json!(number.to_string()) }, None)
        }
        Kind::Currency => {
            let amount = dice.number(1, 900) * 500;
            (if dice.chance(50) { json!(format!("{amount}.0")) } else { json!(amount as f64) }, None)
        }
        Kind::Text => (json!(format!("OLD-{:05}", dice.number(0, 100_000))), None),
        Kind::TextArea => (json!(format!("{}\n{}", dice.pick(&NOTES), dice.pick(&NOTES))), None),
        Kind::User => {
            let user = dice.pick(&staff.users);
            (json!(user.id), display(user.name.to_owned()))
        }
        Kind::Users => {
            let users = dice.several(&staff.users, 3);
            let ids: Vec<i64> = users.iter().map(|user| user.id).collect();
            let names: Vec<&str> = users.iter().map(|user| user.name).collect();
            (json!(ids), display(names.join(",")))
        }
        Kind::Department => {
            let department = dice.pick(&staff.departments);
            (json!(department.id), display(department.name.to_owned()))
        }
        Kind::Url => (json!(format!("https://shop{}.example.com/", dice.number(100, 1000))), None),
        Kind::Mobile => {
            let turn = dice.number(0, 12).unsigned_abs();
            let phone = Phone::mobile(dice, field.name, turn);
            let shown = phone.shown();
            (json!(phone.raw), Some(("_hidden_result", json!(shown))))
        }
    }
}

/// What can really be chosen: the entry without a value cannot.
fn options(field: &CustomField) -> &'static [(&'static str, &'static str)] {
    match field.options {
        [("", _), rest @ ..] => rest,
        all => all,
    }
}
