/// A filter whose values come from an endpoint of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// 跟进状态.
    Status,
    /// 客户来源.
    Source,
    /// 客户类型.
    Category,
    /// 负责人.
    User,
    /// 所属部门.
    Department,
}

impl Choice {
    /// All of them, in the order of the filter bar.
    pub const ALL: [Self; 5] = [Self::Status, Self::Source, Self::Category, Self::User, Self::Department];

    /// The endpoint's name of it. It also names it in the fragment, in storage and in the document.
    pub fn key(self) -> &'static str {
        self.names().0
    }

    /// The column that shows a customer's value in words.
    pub fn column(self) -> &'static str {
        self.names().1
    }

    /// The filter of a name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }

    /// The filter of a column.
    pub fn from_column(column: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.column() == column)
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Status => ("status", "status_mapped"),
            Self::Source => ("source", "source_mapped"),
            Self::Category => ("category", "category_mapped"),
            Self::User => ("user_id", "user.name"),
            Self::Department => ("department_id", "owned_department.name"),
        }
    }
}

/// A value for each [`Choice`] that has one: what is filtered by, or what stands behind a customer's
/// shown names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChoiceValues([Option<i64>; Choice::ALL.len()]);

impl ChoiceValues {
    /// The value of each choice.
    pub fn from_fn(value: impl FnMut(Choice) -> Option<i64>) -> Self {
        Self(Choice::ALL.map(value))
    }

    /// The value of a choice.
    pub fn get(&self, choice: Choice) -> Option<i64> {
        self.0[choice as usize]
    }

    /// Gives a choice another value, or none.
    pub fn set(&mut self, choice: Choice, value: Option<i64>) {
        self.0[choice as usize] = value;
    }

    /// How many have a value.
    pub fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_found_by_its_names_and_keeps_a_value_of_its_own() {
        for (at, choice) in Choice::ALL.into_iter().enumerate() {
            assert_eq!(choice as usize, at, "`ALL` has the order of the variants");
            assert_eq!(Choice::from_key(choice.key()), Some(choice));
            assert_eq!(Choice::from_column(choice.column()), Some(choice));
            let mut values = ChoiceValues::default();
            values.set(choice, Some(7));
            assert_eq!(values, ChoiceValues::from_fn(|it| (it == choice).then_some(7)));
            assert_eq!((values.get(choice), values.count()), (Some(7), 1));
        }
        assert_eq!((Choice::from_key("user"), Choice::from_column("name")), (None, None));
    }
}
