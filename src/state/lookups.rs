//! What can be chosen, sorted and searched, from the calls beside the list.
pub(super) mod fields;
mod label_groups;
pub(super) mod options;
pub(super) mod pinyin;

pub use fields::Fields;
pub(crate) use fields::kept_fields;
pub use label_groups::LabelGroupNames;
pub use options::{ChoiceList, Extent, NameSearch, NameSearchState, OptionList, Options, Rest};
pub use pinyin::pinyin_initial;
