//! The fields that a company made for its customers, as the CRM's catalogue describes them. It holds
//! names and values to choose from, and nothing of a customer.
use super::ColumnId;
use std::sync::Arc;

/// A field of the company's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// The name under which a customer has its value.
    pub name: String,
    /// The name by which `column_list` may call it.
    pub column: String,
    /// What a person reads above it; may be empty.
    pub title: String,
    /// What the company calls the group that it stands in; may be empty.
    pub group: Arc<str>,
    /// What its values are.
    pub kind: FieldKind,
    /// What can be chosen: codes with their words.
    pub options: Vec<(String, String)>,
    /// Switched off, it is no column.
    pub is_enabled: bool,
}

impl CustomField {
    /// The words for a code, where it is one of this field's.
    pub fn label(&self, code: &str) -> Option<&str> {
        self.options.iter().find(|(known, _)| known == code).map(|(_, label)| label.as_str())
    }
}

/// What the values of a field are. Its name does not tell: choices stand in `text_asset_…` too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Words, and whatever has no way of its own to be shown.
    #[default]
    Text,
    /// One or several of its options.
    Choice,
    /// A number or an amount of money.
    Number,
    /// A day, or a point in time.
    Moment,
    /// An address in the web.
    Url,
    /// An address for mail.
    Email,
    /// A colleague, a department, a file, another record: it is named and cannot be searched as words.
    Thing,
}

impl FieldKind {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Text, "text"),
        (Self::Choice, "select"),
        (Self::Number, "number"),
        (Self::Moment, "date"),
        (Self::Url, "url"),
        (Self::Email, "email"),
        (Self::Thing, "user"),
    ];
    /// Other words in a `field_type`.
    const ALIKE: [(&'static str, Self); 6] = [
        ("currency", Self::Number),
        ("department", Self::Thing),
        ("relation", Self::Thing),
        ("file", Self::Thing),
        ("subform", Self::Thing),
        ("field_map", Self::Choice),
    ];

    /// The kind that a `field_type` names: `multi_select`, `currency_field`, …
    pub fn from_type(field_type: &str) -> Self {
        let alike = Self::ALIKE.iter().find(|(word, _)| field_type.contains(word)).map(|(_, kind)| *kind);
        alike
            .or_else(|| Self::ALL.iter().find(|(_, word)| field_type.contains(word)).map(|(kind, _)| *kind))
            .unwrap_or_default()
    }

    /// A `field_type` that names this kind.
    pub fn as_type(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("text", |(_, word)| word)
    }
}

/// All fields of the company that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldCatalog {
    fields: Vec<Arc<CustomField>>,
}

impl FieldCatalog {
    /// The fields of a column, whichever of its names `column_list` uses.
    pub fn get(&self, column: &str) -> Option<&Arc<CustomField>> {
        let bare = ColumnId::bare(column);
        self.fields.iter().find(|field| field.name == bare || field.column == column)
    }

    /// The fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = &CustomField> {
        self.fields.iter().map(Arc::as_ref)
    }

    /// The fields whose words can be searched.
    pub fn searchable(&self) -> impl Iterator<Item = &CustomField> {
        self.iter().filter(|field| field.is_enabled && field.kind == FieldKind::Text)
    }
}

impl FromIterator<CustomField> for FieldCatalog {
    fn from_iter<I: IntoIterator<Item = CustomField>>(fields: I) -> Self {
        Self { fields: fields.into_iter().map(Arc::new).collect() }
    }
}

/// Whether a text is a bare code of a choice, `sel_77aa`: it says nothing to anybody.
pub fn is_code(text: &str) -> bool {
    let rest = text.strip_prefix("sel_").or_else(|| text.strip_prefix("select_"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_of_a_field_tells_its_kind() {
        for (field_type, kind) in [
            ("text_field", FieldKind::Text),
            ("text_area", FieldKind::Text),
            ("mobile_field", FieldKind::Text),
            ("", FieldKind::Text),
            ("anything_new", FieldKind::Text),
            ("select", FieldKind::Choice),
            ("select2_field", FieldKind::Choice),
            ("multi_select", FieldKind::Choice),
            ("nested_select_field", FieldKind::Choice),
            ("multi_nested_select_field", FieldKind::Choice),
            ("field_map_field", FieldKind::Choice),
            ("number_field", FieldKind::Number),
            ("currency_field", FieldKind::Number),
            ("date_field", FieldKind::Moment),
            ("datetime_field", FieldKind::Moment),
            ("url_field", FieldKind::Url),
            ("email_field", FieldKind::Email),
            ("user_field", FieldKind::Thing),
            ("multi_user_field", FieldKind::Thing),
            ("multi_department_field", FieldKind::Thing),
            ("custom_relation_field", FieldKind::Thing),
            ("file_field", FieldKind::Thing),
            ("subform_field", FieldKind::Thing),
        ] {
            assert_eq!(FieldKind::from_type(field_type), kind, "{field_type}");
            assert_eq!(FieldKind::from_type(kind.as_type()), kind, "{field_type}");
        }
    }

    #[test]
    fn a_code_is_told_from_a_text() {
        for code in ["sel_77aa", "select_1", "sel_a-B_2"] {
            assert!(is_code(code), "{code}");
        }
        for text in ["", "sel_", "select", "self_made", "sel_ 7", "sel_高", "a sel_77aa", "select_one, two"]
        {
            assert!(!is_code(text), "{text}");
        }
    }
}
