//! What requests ask for and search in, taken from a customer.

use super::customer::Customer;
use super::phone::Phone;
use super::record::{Field, Record};
use crate::catalog::{Choice, PRODUCTS};
use crate::dates::Minute;

impl Customer<'_> {
    /// The record, with this JSON.
    pub(super) fn record(self, body: String) -> Record {
        let value = |choice: Option<&Choice>| choice.map_or(0, |one| one.value);
        let minute = |minute: Option<Minute>| minute.map(|it| it.0);
        let phones = |phones: Vec<&Phone>| {
            let texts: Vec<_> = phones.into_iter().map(Phone::searched).collect();
            texts.join("\n")
        };
        let (tel, phone) = (self.address.tel.as_ref(), self.address.phone.as_ref());
        let theirs = self.contacts.iter().filter_map(|contact| contact.phone.as_ref());
        let contacts: Vec<_> = self.contacts.iter().map(|one| one.name.as_str()).collect();
        let contacts = contacts.join("\n");
        let all_phones = phones(tel.into_iter().chain(phone).chain(theirs).collect());
        let everything = [self.name.as_str(), &self.company, &contacts, &all_phones].join("\n");
        let words = vec![
            (Field::Everything, everything),
            (Field::Name, self.name.clone()),
            (Field::Company, self.company),
            (Field::Contacts, contacts),
            (Field::Tel, phones(tel.into_iter().collect())),
            (Field::Phone, phones(phone.into_iter().collect())),
            (Field::Email, self.address.email),
            (Field::Wechat, self.address.wechat),
            (Field::Qq, self.address.qq),
            (Field::DetailAddress, self.address.detail),
            (Field::Note, self.note.unwrap_or_default().to_owned()),
            (Field::MainTrade, self.main_trade.unwrap_or_default().to_owned()),
            (Field::Capital, self.capital.map_or(String::new(), |it| it.to_string())),
        ];
        Record {
            id: self.id,
            owner: self.owner.map_or(0, |user| user.id),
            creator: self.creator.id,
            department: self.owner.map_or(0, |user| user.department),
            pool: value(self.pool),
            status: self.status.value,
            source: value(self.source),
            category: value(self.category),
            products: self.products.iter().map(|one| 1 << (one.value - PRODUCTS[0].value)).sum(),
            assist: self.assist.iter().map(|user| user.bit()).fold(0, |all, bit| all | bit),
            created_at: self.created.0,
            updated_at: self.updated.0,
            real_revisit_at: minute(self.revisited),
            revisit_remind_at: minute(self.remind),
            last_called_at: minute(self.called),
            name: self.name,
            words,
            body,
        }
    }
}
