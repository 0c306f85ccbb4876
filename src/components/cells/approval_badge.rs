use crate::components::cells::cell_part::CellPart;
use crate::model::Approval;
use leptos::prelude::*;

/// The state of a customer's approval: the colour by the state, the words as they were given.
#[component]
pub fn ApprovalBadge(
    /// Decides the colour.
    approval: Approval,
    /// What is read.
    text: String,
) -> impl IntoView {
    badge(approval, text).view()
}

/// The same as data.
pub(crate) fn badge(approval: Approval, text: String) -> CellPart {
    let state = match approval {
        Approval::Approved => "approved",
        Approval::Applying => "applying",
        Approval::Rejected => "rejected",
        Approval::Other => "other",
    };
    CellPart { class: "badge", state: Some(state), text, ..CellPart::default() }
}
