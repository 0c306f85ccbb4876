//! A field that a company has added itself.

use serde_json::{Value, json};

/// What a field holds. Its name does not tell: choices live in `text_asset_…`, departments in
/// `user_field_asset_…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of its options, as a code.
    Select,
    /// Several of its options, as a list of codes.
    MultiSelect,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A number.
    Number,
    /// An amount of money.
    Currency,
    /// One line.
    Text,
    /// Several lines.
    TextArea,
    /// A colleague.
    User,
    /// Several colleagues.
    Users,
    /// A department.
    Department,
    /// A link.
    Url,
    /// A number to call, which has its masked form beside it.
    Mobile,
}

impl Kind {
    /// As the catalogue says it.
    pub fn field_type(self) -> &'static str {
        match self {
            Self::Select => "select",
            Self::MultiSelect => "multi_select",
            Self::Date => "date_field",
            Self::DateTime => "datetime_field",
            Self::Number => "number_field",
            Self::Currency => "currency_field",
            Self::Text => "text_field",
            Self::TextArea => "text_area",
            Self::User => "user_field",
            Self::Users => "multi_user_field",
            Self::Department => "department_field",
            Self::Url => "url_field",
            Self::Mobile => "mobile_field",
        }
    }
}

/// Under which name `column_list` has a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The key of the row.
    Plain,
    /// The key behind `customer.`.
    Prefixed,
}

/// A custom field.
#[derive(Clone, Copy, Debug)]
pub struct CustomField {
    /// Its number.
    pub id: i64,
    /// The key in rows.
    pub name: &'static str,
    /// Its title.
    pub label: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Codes and labels to choose from.
    pub options: &'static [(&'static str, &'static str)],
    /// Its name in `column_list`.
    pub listed: Listed,
    /// Whether `…_display` stands beside its value.
    pub is_displayed: bool,
    /// Whether it is switched on.
    pub is_enabled: bool,
    /// Whether the stored customers hold it already.
    pub is_stored: bool,
}

impl CustomField {
    /// A field that is switched on, listed under its key and shown by its value alone.
    pub const fn new(id: i64, name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            id,
            name,
            label,
            kind,
            options: &[],
            listed: Listed::Plain,
            is_displayed: false,
            is_enabled: true,
            is_stored: false,
        }
    }

    /// With these options.
    pub const fn of(mut self, options: &'static [(&'static str, &'static str)]) -> Self {
        self.options = options;
        self
    }

    /// With `…_display` beside its value.
    pub const fn displayed(mut self) -> Self {
        self.is_displayed = true;
        self
    }

    /// Listed behind `customer.`.
    pub const fn prefixed(mut self) -> Self {
        self.listed = Listed::Prefixed;
        self
    }

    /// Held by the stored customers.
    pub const fn stored(mut self) -> Self {
        self.is_stored = true;
        self
    }

    /// Switched off.
    pub const fn disabled(mut self) -> Self {
        self.is_enabled = false;
        self
    }

    /// Its name in `column_list`.
    pub fn column(&self) -> String {
        match self.listed {
            Listed::Plain => self.name.to_owned(),
            Listed::Prefixed => format!("customer.{}", self.name),
        }
    }

    /// Its entry in the catalogue, at this place of its group.
    pub fn entry(&self, position: usize) -> Value {
        let options: Vec<Value> =
            self.options.iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
        let input = match options.is_empty() {
            true => json!({}),
            false => json!({ "collection_options": options }),
        };
        json!({
            "id": self.id,
            "name": self.name,
            "label": self.label,
            "field_type": self.kind.field_type(),
            "category": "common",
            "position": position,
            "placeholder": "",
            "label_html_options": {},
            "custom_column_name": self.column(),
            "input_field_options": input,
            "status": if self.is_enabled { "enable" } else { "disable" },
            "required": false,
            "cannot_edit": false,
            "cannot_add": false,
        })
    }
}

/// Fields under a heading.
#[derive(Clone, Copy, Debug)]
pub struct FieldGroup {
    /// Its number.
    pub id: i64,
    /// Its heading.
    pub label: &'static str,
    /// The fields.
    pub fields: &'static [CustomField],
}

impl FieldGroup {
    /// Its entry in the catalogue, at this place.
    pub fn entry(&self, position: usize) -> Value {
        let fields = self.fields.iter().enumerate();
        json!({
            "id": self.id,
            "label": self.label,
            "position": position,
            "status": "enable",
            "custom_field_setting_id": 2,
            "custom_fields": fields.map(|(at, field)| field.entry(at + 1)).collect::<Vec<_>>(),
        })
    }
}
