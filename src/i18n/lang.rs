use super::{RowWords, Words};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a tag such as `zh-CN` or `en-GB`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        if tag.starts_with("zh") {
            Some(Self::Zh)
        } else if tag.starts_with("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The tag for `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The words of rows and their pager.
    pub fn row_words(self) -> &'static RowWords {
        match self {
            Self::Zh => &RowWords::ZH,
            Self::En => &RowWords::EN,
        }
    }

    /// All words of the language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &Words::ZH,
            Self::En => &Words::EN,
        }
    }
}
