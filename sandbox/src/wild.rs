//! What the other reading of the contract has beyond the document's: custom fields with a
//! catalogue, rows without a third of the columns. All of it is made when it is asked for, out of
//! the stored customer and the seed, so both editions hold the same customers.

mod catalogue;
mod field;
mod row;
mod values;

pub use catalogue::{FIELD_GROUPS, column_list};
pub use field::{CustomField, FieldGroup, Kind, Listed};
pub use row::row;
pub use values::add_values;
