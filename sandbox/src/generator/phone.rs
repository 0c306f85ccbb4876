//! Phone numbers in every state the contract knows.

use super::dice::Dice;
use super::json::Json;

/// How a number may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guise {
    /// In full, and may be called.
    Plain,
    /// With stars in the middle.
    Masked,
    /// Not at all: the reader only learns that there is a number.
    Invisible,
    /// In full, but switched off.
    Disabled,
    /// With stars, and switched off.
    MaskedDisabled,
    /// Nothing to show although the number is not marked invisible.
    Blank,
}

/// The turn in which guises come, so that even a small set has all of them.
const TURN: [Guise; 12] = [
    Guise::Plain,
    Guise::Masked,
    Guise::Plain,
    Guise::Plain,
    Guise::Invisible,
    Guise::Plain,
    Guise::Disabled,
    Guise::Masked,
    Guise::Plain,
    Guise::MaskedDisabled,
    Guise::Plain,
    Guise::Blank,
];

/// A number of a customer or of one of its contacts.
#[derive(Clone, Debug)]
pub struct Phone {
    /// What stands before it: 电话 or 手机.
    pub label: &'static str,
    /// The field it belongs to, such as `address.tel` or `contact.phone`.
    pub field: &'static str,
    /// The number itself, which no page may show.
    pub raw: String,
    /// How it may be shown.
    pub guise: Guise,
}

impl Phone {
    /// A mobile number for `field`; `turn` picks the guise.
    pub fn mobile(dice: &mut Dice, field: &'static str, turn: u64) -> Self {
        const PREFIX: [i64; 10] = [130, 135, 138, 139, 150, 158, 177, 186, 188, 199];
        let raw = format!("{}{:08}", dice.pick(&PREFIX), dice.number(0, 100_000_000));
        Self::new("手机", field, raw, turn)
    }

    /// A land line with its dialling code for `field`.
    pub fn line(dice: &mut Dice, field: &'static str, code: &str, turn: u64) -> Self {
        let raw = format!("{code}-{}", dice.number(2_000_000, 9_000_000));
        Self::new("电话", field, raw, turn)
    }

    fn new(label: &'static str, field: &'static str, raw: String, turn: u64) -> Self {
        let guise = TURN[(turn % TURN.len() as u64) as usize];
        Self { label, field, raw, guise }
    }

    /// What a page may show.
    pub fn shown(&self) -> String {
        match self.guise {
            Guise::Plain | Guise::Disabled => self.raw.clone(),
            Guise::Masked | Guise::MaskedDisabled => {
                let all = self.raw.chars().count();
                let hidden = 3..all.saturating_sub(4).max(4);
                let star = |(at, digit)| if hidden.contains(&at) { '*' } else { digit };
                self.raw.chars().enumerate().map(star).collect()
            }
            Guise::Invisible | Guise::Blank => String::new(),
        }
    }

    /// The number's state within an entry of `phones_data`.
    pub fn write(&self, json: &mut Json) {
        json.text("label", self.label);
        json.text("call_field_name", self.field);
        json.text("custom_field_name", self.field);
        json.text("phone", &self.raw);
        match self.guise {
            Guise::Blank => json.nulls(&["phone_hidden_result"]),
            _ => json.text("phone_hidden_result", &self.shown()),
        }
        json.flag("is_invisible", self.guise == Guise::Invisible);
        let off = matches!(self.guise, Guise::Disabled | Guise::MaskedDisabled);
        json.flag("is_enable", !off);
    }

    /// The number as it is searched for: as written, and by its digits alone.
    pub fn searched(&self) -> String {
        let digits: String = self.raw.chars().filter(char::is_ascii_digit).collect();
        if digits == self.raw { digits } else { format!("{}\n{digits}", self.raw) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_keeps_its_ends() {
        let phone = Phone::new("手机", "address.phone", "13800138933".into(), 1);
        assert_eq!(phone.shown(), "138****8933");
        assert_eq!(Phone::new("电话", "address.tel", "021-5553322".into(), 9).shown(), "021****3322");
    }
}
