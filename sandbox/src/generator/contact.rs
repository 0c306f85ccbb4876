//! The people a salesperson talks to at a customer.

use super::dice::Dice;
use super::json::Json;
use super::names;
use super::phone::Phone;

/// A contact of a customer.
pub struct Contact {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it does there; nobody knows for some.
    pub job: Option<&'static str>,
    /// Its number, if it gave one.
    pub phone: Option<Phone>,
}

const JOBS: [&str; 8] = ["总经理", "采购经理", "财务主管", "行政", "技术总监", "店长", "老板", "运营"];

impl Contact {
    /// The contacts of the customer `id`; `turn` spreads the states of their numbers.
    pub fn some(dice: &mut Dice, id: i64, code: &str, turn: u64) -> Vec<Self> {
        let count = match dice.number(0, 100) {
            0..25 => 0,
            25..70 => 1,
            70..90 => 2,
            90..98 => 3,
            _ => 7,
        };
        (0..count)
            .map(|at| {
                let turn = turn + 3 + at as u64;
                let phone = match dice.number(0, 10) {
                    0 => None,
                    1 => Some(Phone::line(dice, "contact.tel", code, turn)),
                    _ => Some(Phone::mobile(dice, "contact.phone", turn)),
                };
                Self {
                    id: 4 * id + at,
                    name: names::person(dice),
                    job: dice.chance(70).then(|| *dice.pick(&JOBS)),
                    phone,
                }
            })
            .collect()
    }

    /// The contact as an entry of `contacts`.
    pub fn write(&self, json: &mut Json) {
        json.object(|json| {
            json.number("id", self.id);
            json.text("name", &self.name);
            match self.job {
                Some(job) => json.text("job", job),
                None => json.nulls(&["job"]),
            }
            if let Some(phone) = &self.phone {
                json.text("phone", &phone.raw);
                json.text("phone_hidden_result", &phone.shown());
            }
        });
    }
}
