//! What can be chosen, sorted and searched, from the calls beside the list.
pub(super) mod options;
pub(super) mod pinyin;

pub use options::{ChoiceList, Extent, NameSearch, NameSearchState, OptionList, Options, Rest};
pub use pinyin::pinyin_initial;
