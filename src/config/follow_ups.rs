/// What may be done with follow-ups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUpUse {
    /// Nothing: no call is made for them.
    Off,
    /// They are read when somebody asks for them.
    #[default]
    Read,
    /// They are written, too.
    Write,
}

impl FollowUpUse {
    /// The use of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            "read" => Some(Self::Read),
            "write" => Some(Self::Write),
            _ => None,
        }
    }

    /// Whether they are read.
    pub fn is_on(self) -> bool {
        self != Self::Off
    }
}
