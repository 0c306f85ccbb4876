//! What can keep the sandbox from starting, said in a sentence.

use std::fmt;

/// Why the sandbox cannot start or cannot read its data.
#[derive(Debug)]
pub enum Trouble {
    /// The database refused something.
    Database(rusqlite::Error),
    /// A stored customer could not be packed or unpacked.
    Packing(std::io::Error),
    /// The file given with `--db` holds another set of customers than the options ask for.
    OtherData {
        /// What lies in the file.
        held: String,
        /// What the options ask for.
        asked: String,
    },
    /// The example answer in `fixtures/` cannot be read.
    Fixture(String),
    /// A helper thread ended before it answered.
    Thread,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(cause) => write!(f, "the database says: {cause}"),
            Self::Packing(cause) => write!(f, "a stored customer cannot be read: {cause}"),
            Self::OtherData { held, asked } => {
                write!(f, "the database file holds {held}, not {asked}; delete it or name another file")
            }
            Self::Fixture(cause) => write!(f, "fixtures/customers-example.json: {cause}"),
            Self::Thread => write!(f, "a database thread ended early"),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<rusqlite::Error> for Trouble {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Database(cause)
    }
}

impl From<std::io::Error> for Trouble {
    fn from(cause: std::io::Error) -> Self {
        Self::Packing(cause)
    }
}
