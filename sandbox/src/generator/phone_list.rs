//! `phones_data`: every number of a customer and of its contacts, with whom it belongs to.

use super::body::nothing;
use super::customer::Customer;
use super::dice::Dice;
use super::json::Json;

impl Customer<'_> {
    /// Writes the list.
    pub(super) fn write_phones(&self, dice: &mut Dice, json: &mut Json) {
        let own = [&self.address.tel, &self.address.phone].into_iter().flatten();
        let theirs = self.contacts.iter().filter_map(|one| Some((one, one.phone.as_ref()?)));
        let mut any = false;
        let mut list = Json::default();
        for phone in own {
            any = true;
            list.object(|json| {
                phone.write(json);
                self.write_entity(json, "Customer", self.id, &self.name, None);
            });
        }
        for (contact, phone) in theirs {
            any = true;
            list.object(|json| {
                phone.write(json);
                self.write_entity(json, "Contact", contact.id, &contact.name, contact.job);
            });
        }
        match any {
            true => json.literal("phones_data", &format!("[{}]", list.finish())),
            false => nothing(dice, json, "phones_data", &["[]", "null"]),
        }
    }

    /// Whom an entry of `phones_data` belongs to.
    fn write_entity(&self, json: &mut Json, class: &str, id: i64, name: &str, job: Option<&str>) {
        json.text("entity_class", class);
        json.number("entity_id", id);
        json.text("recordable_type", "Customer");
        json.number("recordable_id", self.id);
        json.text("entity_name", name);
        match self.company.is_empty() {
            true => json.nulls(&["company_name"]),
            false => json.text("company_name", &self.company),
        }
        match job {
            Some(job) => json.text("job", job),
            None => json.nulls(&["job"]),
        }
        json.text("status", self.status.label);
        json.text("user", self.owner.map_or("", |user| user.name));
        match self.remind {
            Some(remind) => json.shown("revisit_remind_at", remind),
            None => json.nulls(&["revisit_remind_at"]),
        }
        json.text("name", name);
        json.flag("is_user_self", false);
        json.flag("is_creator_self", false);
    }
}
