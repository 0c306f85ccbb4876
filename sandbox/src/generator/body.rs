//! A customer's JSON, with the habits of the real endpoint: numbers as texts, and four ways to
//! say "nothing".

use super::customer::Customer;
use super::dice::Dice;
use super::json::Json;
use super::label::Label;
use super::odd;
use super::phone::Phone;
use crate::catalog::{Choice, SHOPS};
use crate::dates::Minute;
use crate::people::{Staff, User};

impl Customer<'_> {
    /// The customer's JSON as a stranger sees it.
    pub(super) fn body(&self, dice: &mut Dice, staff: &Staff) -> String {
        let mut json = Json::default();
        json.object(|json| {
            self.write_head(dice, json);
            self.write_dates(dice, json);
            self.write_people(dice, json, staff);
            self.write_lists(dice, json);
            self.write_own_fields(dice, json);
            self.write_phones(dice, json);
            json.flag("is_user_self", false);
            json.flag("is_creator_self", false);
            let odd = odd::turn(self.k);
            match odd.is_some() || dice.chance(55) {
                true => json.list("labels", |json| Label::write_some(dice, json, odd)),
                false => nothing(dice, json, "labels", &["[]", "null"]),
            }
            json.part("address", |json| {
                self.address.write(dice, json, self.id, self.created);
            });
            match self.contacts.is_empty() {
                true => nothing(dice, json, "contacts", &["[]", "null"]),
                false => json.list("contacts", |json| {
                    self.contacts.iter().for_each(|contact| contact.write(json));
                }),
            }
            json.flag("contacts_associate_with_traffic", false);
        });
        json.finish()
    }

    fn write_head(&self, dice: &mut Dice, json: &mut Json) {
        json.number("id", self.id);
        match self.owner {
            Some(owner) => {
                json.number("user_id", owner.id);
                json.text("user_name", owner.name);
            }
            None => {
                json.nulls(&["user_id"]);
                json.text("user_name", "");
            }
        }
        json.nulls(&["user_third_userid"]);
        json.text("name", &self.name);
        text(dice, json, "company_name", &self.company);
        mapped(dice, json, "status", Some(self.status));
        mapped(dice, json, "category", self.category);
        mapped(dice, json, "source", self.source);
        mapped(dice, json, "industry", self.industry);
        mapped(dice, json, "staff_size", self.staff_size);
        mapped(dice, json, "channel", self.channel);
        json.flag("need_hidden_dispose", false);
        text(dice, json, "note", self.note.unwrap_or_default());
        json.text("approve_status", self.approval.0);
        json.text("approve_status_i18n", self.approval.1);
        match self.template {
            // Seldom the object is sent instead of the flat pair.
            Some(template) if dice.chance(10) => {
                named(json, "custom_field_template", template.value, template.label);
            }
            Some(template) => {
                json.number("custom_field_template_id", template.value);
                json.text("custom_field_template_i18n", template.label);
            }
            None => {
                json.nulls(&["custom_field_template_id"]);
                json.text("custom_field_template_i18n", "");
            }
        }
    }

    fn write_dates(&self, dice: &mut Dice, json: &mut Json) {
        json.shown("updated_at", self.updated);
        json.shown("created_at", self.created);
        let flow = self.owner.is_some() && dice.chance(15);
        let flow = flow.then(|| Minute(self.today.start().0 + dice.number(1, 20) * 1440));
        let asked = (!self.approval.0.is_empty()).then_some(Minute(self.created.0 + 7));
        let done = (self.approval.0 != "applying").then_some(asked).flatten();
        for (key, value) in [
            ("last_called_at", self.called),
            ("revisit_remind_at", self.remind),
            ("will_flow_time", flow),
            ("real_revisit_at", self.revisited),
            ("revisit_at", self.revisited),
            ("submit_applying_at", asked),
            ("finish_approve_at", done.map(|minute| Minute(minute.0 + 55))),
        ] {
            match value {
                Some(value) => json.shown(key, value),
                None => nothing(dice, json, key, &["\"\"", "null"]),
            }
        }
        let days = self.revisited.map(|last| self.today.0 - last.day().0);
        json.text(
            "real_revisit_at_in_word",
            &match days {
                Some(0) => "今天".to_owned(),
                Some(days) => format!("{days}天"),
                None => "从未跟进".to_owned(),
            },
        );
        match self.revisit_text {
            Some(content) if dice.chance(50) => json.part("lastest_revisit_log", |json| {
                json.number("id", self.id + 31);
                json.text("content", content);
            }),
            Some(content) => json.text("last_revist_log_content", content),
            None => nothing(dice, json, "last_revist_log_content", &["null", "\"\""]),
        }
    }

    fn write_people(&self, dice: &mut Dice, json: &mut Json, staff: &Staff) {
        named(json, "creator", self.creator.id, self.creator.name);
        if let Some(owner) = self.owner.filter(|_| dice.chance(30)) {
            named(json, "user", owner.id, owner.name);
        }
        let department = |user: Option<&User>| user.and_then(|user| staff.numbered(user.department));
        let owned = department(self.owner).map(|one| (one.id, one.name));
        let before_owned = department(self.before).map(|one| (one.id, one.name));
        let choice = |choice: Option<&Choice>| choice.map(|one| (one.value, one.label));
        let parent = dice.chance(6).then(|| (self.id + 1, "青禾控股集团有限公司"));
        let shop = dice.chance(20).then(|| dice.pick(SHOPS));
        for (key, value) in [
            ("before_user", self.before.map(|user| (user.id, user.name))),
            ("owned_department", owned),
            ("before_owned_department", before_owned),
            ("customer_common_setting", choice(self.pool)),
            ("before_customer_common_setting", choice(self.before_pool)),
            ("parent", parent),
            ("shop", choice(shop)),
        ] {
            match value {
                Some((id, name)) => named(json, key, id, name),
                None => nothing(dice, json, key, &["null", "{}", ""]),
            }
        }
    }

    fn write_lists(&self, dice: &mut Dice, json: &mut Json) {
        let assist = self.assist.iter().map(|user| (user.id, user.name)).collect::<Vec<_>>();
        let sold = self.products.iter().map(|one| (one.value, one.label)).collect::<Vec<_>>();
        for (key, items) in [("assist_users", assist), ("sold_products", sold)] {
            match items.is_empty() {
                true => nothing(dice, json, key, &["[]", "null", ""]),
                false => json.list(key, |json| {
                    for (id, name) in items {
                        json.object(|json| {
                            json.number("id", id);
                            json.text("name", name);
                        });
                    }
                }),
            }
        }
    }

    fn write_own_fields(&self, dice: &mut Dice, json: &mut Json) {
        text(dice, json, "text_asset_863cc6", self.main_trade.unwrap_or_default());
        match self.capital {
            Some(capital) if dice.chance(50) => json.shown("numeric_asset_5d21e0", capital),
            Some(capital) => json.literal("numeric_asset_5d21e0", &format!("{capital}.0")),
            None => nothing(dice, json, "numeric_asset_5d21e0", &["\"\"", "null"]),
        }
        match dice.chance(40) {
            true => {
                let ends = Minute(self.today.start().0 + dice.number(-200, 400) * 1440);
                json.shown("datetime_asset_9f3b71", ends);
            }
            false => nothing(dice, json, "datetime_asset_9f3b71", &["\"\"", "null", "{}"]),
        }
        if dice.chance(35) {
            let second = Phone::mobile(dice, "text_asset_d70b14", self.k % 2);
            json.text("text_asset_d70b14", &second.raw);
            json.text("text_asset_d70b14_hidden_result", &second.shown());
        }
    }
}

/// Writes one of the given ways to say "nothing"; an empty one leaves the key out.
pub(super) fn nothing(dice: &mut Dice, json: &mut Json, key: &str, ways: &[&str]) {
    let way = dice.pick(ways);
    if !way.is_empty() {
        json.literal(key, way);
    }
}

/// Writes a text, or nothing when it is empty.
fn text(dice: &mut Dice, json: &mut Json, key: &str, value: &str) {
    match value.is_empty() {
        true => nothing(dice, json, key, &["\"\"", "null", ""]),
        false => json.text(key, value),
    }
}

/// Writes a choice as the endpoint does: its value as a text, and its label under `…_mapped`.
fn mapped(dice: &mut Dice, json: &mut Json, key: &str, choice: Option<&Choice>) {
    let label = format!("{key}_mapped");
    match choice {
        Some(choice) if dice.chance(85) => {
            json.shown(key, choice.value);
            json.text(&label, choice.label);
        }
        Some(choice) => {
            json.number(key, choice.value);
            json.text(&label, choice.label);
        }
        None => {
            nothing(dice, json, key, &["\"\"", "null"]);
            nothing(dice, json, &label, &["\"\"", "null", ""]);
        }
    }
}

/// Writes `{id, name}`.
fn named(json: &mut Json, key: &str, id: i64, name: &str) {
    json.part(key, |json| {
        json.number("id", id);
        json.text("name", name);
    });
}
