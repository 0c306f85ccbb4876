/// A company that an account belongs to; an account may belong to several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// What the endpoint is told of the choice.
    pub id: CompanyId,
    /// What a person reads.
    pub name: String,
}

/// The id of a company, of the type that the endpoint gave it: it is sent back so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompanyId {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}
