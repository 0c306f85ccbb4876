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
        dialable(number).map(|digits| format!("tel:{digits}"))
    }
}

/// The digits to dial, or `None` when the text holds a mask or anything else that is not a number.
fn dialable(text: &str) -> Option<String> {
    let text = text.trim();
    let (plus, rest) = match text.strip_prefix('+') {
        Some(rest) => ("+", rest),
        None => ("", text),
    };
    let is_number = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')'));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    (is_number && digits.len() >= 3).then(|| format!("{plus}{digits}"))
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

    #[track_caller]
    fn check(number: &str, expected: Option<&str>) {
        assert_eq!(phone(number).call_address().as_deref(), expected, "{number:?}");
    }

    #[test]
    fn a_whole_number_can_be_called() {
        check("0982-7788933", Some("tel:09827788933"));
        check("+86 (138) 1234-5678", Some("tel:+8613812345678"));
        check("23432", Some("tel:23432"));
    }

    #[test]
    fn a_mask_of_any_kind_cannot_be_called() {
        for number in ["139****8933", "139••••8933", "1390000＊＊＊＊", "139xxxx8933", "", "--", "12"]
        {
            check(number, None);
        }
    }

    #[test]
    fn neither_can_what_is_switched_off_or_not_allowed() {
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
