/// What a column holds for one customer, after the endpoint's wandering types were settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    /// Absent, `null`, `""`, `{}` and `[]` all mean the same: nothing there.
    #[default]
    Empty,
    /// Text as it is given.
    Text(String),
    /// A number as the endpoint wrote it, digit for digit: ids are longer than a float is exact.
    Number(String),
    /// Yes or no.
    Flag(bool),
    /// Names of things: contacts, colleagues, products.
    Names(Vec<String>),
    /// Came through a `_hidden_result`: it may hold a mask and must never be undone.
    Hidden(String),
    /// The customer's numbers of this column, as positions in [`Customer::phones`](super::Customer::phones).
    Phones(Vec<usize>),
    /// The customer's labels stand here.
    Labels,
}

impl Value {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Text, or [`Value::Empty`] when it is blank.
    pub fn text(text: String) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The plain text of a text, number or hidden result; `None` for all else.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Hidden(text) => Some(text),
            _ => None,
        }
    }
}
