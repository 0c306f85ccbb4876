//! One colleague.

/// Which customers a colleague may see besides the own, the assisted and the common ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nobody else's.
    Own,
    /// Those of the departments numbered `first..=last`.
    Departments {
        /// Number of the managed department.
        first: i64,
        /// Number of the last department below it.
        last: i64,
    },
    /// Everybody's.
    All,
}

/// A colleague who signs in, owns customers or assists with them.
#[derive(Clone, Debug)]
pub struct User {
    /// Position in the staff list; also the bit that stands for the user in `customer.assist`.
    pub no: usize,
    /// The id the endpoint shows.
    pub id: i64,
    /// Chinese name.
    pub name: &'static str,
    /// Sign-in name; only the demo accounts have one.
    pub login: Option<&'static str>,
    /// Number of the user's department.
    pub department: i64,
    /// What the user may see.
    pub sight: Sight,
    /// Whether the generator gives this user customers.
    pub sells: bool,
}

impl User {
    /// The bit that stands for this user in a set of assistants.
    pub fn bit(&self) -> i64 {
        1 << self.no
    }

    /// A private number, which no page has any business with.
    pub fn private_phone(&self) -> String {
        format!("1390000{:04}", self.no)
    }

    /// A private mail address, likewise.
    pub fn private_mail(&self) -> String {
        format!("private{}@example.com", self.no)
    }

    /// The integration token that was "handed out" for a demo account; it never expires.
    pub fn demo_token(&self) -> Option<String> {
        self.login.map(|login| format!("demo-{login}"))
    }
}
