use crate::config::{Config, ConfigProblem, CustomerUrl, FollowUpUse};
use leptos::prelude::*;

/// What the operator has to say to whoever opens the page, where customers have pages of their own, and what is wrong with what they wrote.
#[derive(Clone, Copy)]
pub struct OperatorNotes {
    /// The operator's line for the sign-in page.
    pub hint: StoredValue<Option<String>>,
    /// Where a customer's own page in the CRM is.
    pub customer_url: StoredValue<Option<CustomerUrl>>,
    /// What may be done with follow-ups.
    pub follow_ups: FollowUpUse,
    /// What was wrong with `config.json`; `None` once it was put aside.
    pub problem: RwSignal<Option<ConfigProblem>>,
}

impl OperatorNotes {
    pub(crate) fn new(config: &Config, problem: Option<ConfigProblem>) -> Self {
        Self {
            hint: StoredValue::new(config.hint.clone()),
            customer_url: StoredValue::new(config.customer_url.clone()),
            follow_ups: config.follow_ups,
            problem: RwSignal::new(problem),
        }
    }
}
