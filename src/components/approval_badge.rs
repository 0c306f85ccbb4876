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
    let state = match approval {
        Approval::Approved => "approved",
        Approval::Applying => "applying",
        Approval::Rejected => "rejected",
        Approval::Other => "other",
    };
    view! { <span class="badge" data-state=state>{text}</span> }
}
