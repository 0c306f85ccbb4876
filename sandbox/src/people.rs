//! The company behind the sandbox: departments, colleagues and who may see what.

mod department;
mod staff;
mod user;

pub use department::Department;
pub use staff::{Staff, without_tag};
pub use user::{Sight, User};
