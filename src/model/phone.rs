use super::dial::{self, Reading};

/// One number of a customer or of a contact, as far as it may be known here.
///
/// There is no field for the raw number: what is not held cannot leak.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    /// What kind of number it is, in the endpoint's words: 手机, 电话, …
    pub label: String,
    /// Whose number it is when it is a contact's; empty for the customer's own.
    pub owner: String,
    /// The field it belongs to, for example `address.tel`.
    pub field: String,
    /// What may be shown of it.
    pub shown: Shown,
    /// Whether the endpoint allows calling it.
    pub is_enabled: bool,
}

/// What may be shown of a number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Shown {
    /// `phone_hidden_result`, masked or not.
    Number(String),
    /// There is a number, but this user may not see it.
    NotAllowed,
}

impl Phone {
    /// The `tel:` address, or `None` where calling is not possible: masked, not allowed, switched off.
    pub fn call_address(&self) -> Option<String> {
        let Shown::Number(number) = &self.shown else {
            return None;
        };
        if !self.is_enabled {
            return None;
        }
        match dial::read(number) {
            Reading::Number { dial, .. } => Some(format!("tel:{dial}")),
            Reading::Masked | Reading::Text => None,
        }
    }
}

// Not derived: a number must not be printed by accident.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({}, …)", self.field)
    }
}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Number(_) => "Number(…)",
            Self::NotAllowed => "NotAllowed",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(number: &str) -> Phone {
        Phone {
            label: "手机".into(),
            owner: String::new(),
            field: "address.phone".into(),
            shown: Shown::Number(number.into()),
            is_enabled: true,
        }
    }

    #[test]
    fn a_number_that_may_be_seen_can_be_called() {
        assert_eq!(phone("0982-7788933").call_address().as_deref(), Some("tel:09827788933"));
        for number in ["139****8933", "138----8000", "13800138000 13900139000"] {
            assert_eq!(phone(number).call_address(), None, "{number}");
        }
    }

    #[test]
    fn what_is_switched_off_or_not_allowed_cannot() {
        let off = Phone { is_enabled: false, ..phone("13812345678") };
        assert_eq!(off.call_address(), None);
        let unseen = Phone { shown: Shown::NotAllowed, ..phone("") };
        assert_eq!(unseen.call_address(), None);
    }

    #[test]
    fn a_number_is_not_printed_by_accident() {
        assert!(!format!("{:?}", phone("13812345678")).contains("138"));
        assert!(!format!("{:?}", phone("13812345678").shown).contains("138"));
    }
}
