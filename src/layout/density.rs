/// How much air the rows have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As many rows as can be read.
    Compact,
    /// The usual.
    #[default]
    Normal,
    /// Easier to hit and to follow with the eye.
    Roomy,
}

impl Density {
    /// All of them, the densest first.
    pub const ALL: [Self; 3] = [Self::Compact, Self::Normal, Self::Roomy];

    /// The word in files and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Normal => "normal",
            Self::Roomy => "roomy",
        }
    }

    /// The density of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.as_str() == word)
    }

    /// The height of a row in CSS pixels; where texts wrap there is room for two or three lines of 20.
    pub(super) fn row_height(self, wraps: bool) -> u32 {
        match (self, wraps) {
            (Self::Compact, false) => 32,
            (Self::Normal, false) => 36,
            (Self::Roomy, false) => 44,
            (Self::Compact, true) => 48,
            (Self::Normal, true) => 72,
            (Self::Roomy, true) => 84,
        }
    }

    /// How many lines a wrapped text may have.
    pub fn lines(self) -> u32 {
        match self {
            Self::Compact => 2,
            Self::Normal | Self::Roomy => 3,
        }
    }
}
