//! The customer endpoint, runnable.
//!
//! - `edition`: which of two readings it answers by
//! - `people`: the company's departments and colleagues, and who may see what
//! - `catalog`: statuses, sources, products and the other lists
//! - `generator`: customers out of a seed, and the contract's two examples
//! - `store`: SQLite: filling it and reading a page
//! - `request`: what the query string asks for
//! - `neighbours`: details, contacts and follow-ups, and what a written one changes
//! - `wild`: what the other edition has beyond the document's
//! - `http`: headers, sign-in, rate limit, the endpoints, the built page, test controls
//!
//! It shares no types with the page: a shared wrong guess about the real endpoint would stay
//! hidden, while `fixtures/`, read by both, show it.

pub mod catalog;
pub mod clock;
pub mod dates;
pub mod edition;
pub mod generator;
pub mod http;
pub mod neighbours;
pub mod options;
pub mod people;
pub mod request;
pub mod store;
pub mod trouble;
pub mod wild;
