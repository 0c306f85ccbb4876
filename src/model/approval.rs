/// How far a customer has come on the way to approval; it decides the badge's colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Approval {
    /// Approved: nothing stands in the way.
    Approved,
    /// Waiting for somebody's decision.
    Applying,
    /// Refused.
    Rejected,
    /// A state that this page does not know: shown in a neutral colour.
    #[default]
    Other,
}

impl Approval {
    /// Reads `approve_status`. Both `rejected` and `denied` are in use for a refusal.
    pub fn from_status(status: &str) -> Self {
        match status {
            "approved" => Self::Approved,
            "applying" => Self::Applying,
            "rejected" | "denied" => Self::Rejected,
            _ => Self::Other,
        }
    }
}
