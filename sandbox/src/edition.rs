//! Which reading of the contract the sandbox answers by, where the contract allows two.

use clap::ValueEnum;

/// The real endpoint was never asked: of what is only likely there are two readings, and a page
/// has to be right with either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Edition {
    /// As the endpoint's own document reads.
    #[default]
    Documented,
    /// As other public pages and client code have it, wherever they say something else.
    Wild,
}
