use crate::config::{Config, ConfigProblem};
use leptos::prelude::*;

/// What the operator has to say to whoever opens the page, and what is wrong with what they wrote.
#[derive(Clone, Copy)]
pub struct OperatorNotes {
    /// The operator's line for the sign-in page.
    pub hint: StoredValue<Option<String>>,
    /// What was wrong with `config.json`; `None` once it was put aside.
    pub problem: RwSignal<Option<ConfigProblem>>,
}

impl OperatorNotes {
    pub(crate) fn new(config: &Config, problem: Option<ConfigProblem>) -> Self {
        Self { hint: StoredValue::new(config.hint.clone()), problem: RwSignal::new(problem) }
    }
}
