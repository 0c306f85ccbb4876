//! What can be chosen, sorted and searched, from the calls beside the list.
pub(super) mod options;
pub(super) mod pinyin;

pub use options::{OptionList, Options};
pub use pinyin::pinyin_initial;
