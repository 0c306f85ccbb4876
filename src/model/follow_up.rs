/// A note of a talk with a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FollowUp {
    /// The endpoint's id of it, as text.
    pub id: String,
    /// What was written.
    pub content: String,
    /// Its kind, where it has one.
    pub kind: Option<FollowUpKind>,
    /// When the talk took place, as the endpoint writes it; empty where it says nothing.
    pub at: String,
    /// When it was written down, likewise.
    pub written_at: String,
    /// Who wrote it: the id, where it is told.
    pub user: Option<String>,
    /// Who wrote it: the name; empty where it is not told.
    pub by: String,
    /// The next one that was agreed on; empty for none.
    pub next: String,
    /// Names of what is attached, files and pictures; one without a name is an empty text.
    pub files: Vec<String>,
}

/// A kind of follow-up: a company names its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FollowUpKind {
    /// What the endpoint is sent; empty where only the name is told.
    pub id: String,
    /// What a person reads.
    pub name: String,
}

/// One page of a customer's follow-ups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FollowUpPage {
    /// What can be read of it.
    pub items: Vec<FollowUp>,
    /// How many entries came.
    pub given: usize,
    /// How many there are in all, where that was told.
    pub total: Option<usize>,
    /// How many entries a page holds, where that was told.
    pub per_page: Option<usize>,
}
