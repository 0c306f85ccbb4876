use crate::api::rate_limiter::Millis;
use crate::export::{FileColumns, Format, Phase, Plan, Report, Scope, Tally};
use crate::i18n::{Lang, Words};
use crate::query::{Filters, ListQuery};
use crate::view_model::ColumnFacts;

/// What is to be exported, decided before it begins.
#[derive(Clone)]
pub struct ExportOrder {
    /// Which customers.
    pub scope: Scope,
    /// The kind of file.
    pub format: Format,
    /// The question whose customers are read.
    pub query: ListQuery,
    /// The columns in their order, and the groups.
    pub columns: FileColumns,
    /// What is known of the list's columns.
    pub facts: ColumnFacts,
    /// The question in words.
    pub filters: String,
    /// What was said of the cost.
    pub plan: Plan,
    /// The language of the file.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
}

/// How an export stands, as far as it is shown.
#[derive(Clone, Default)]
pub struct ExportJob {
    /// `None` while there is none.
    pub phase: Option<Phase>,
    /// What was said of the cost.
    pub plan: Option<Plan>,
    /// What it was, and what is known of it so far.
    pub report: Report,
    /// The filters of the question whose customers are read.
    pub filters: Filters,
    /// Seconds that it will go on; `None` where that is not known.
    pub left: Option<u32>,
    /// When it began.
    began: Millis,
    /// When a call may be tried again after one that failed.
    pub(super) paused_until: Millis,
}

impl ExportJob {
    pub(super) fn new(order: &ExportOrder, moment: String, now: Millis) -> Self {
        let columns: Vec<&str> = order.columns.titles(order.words).collect();
        Self {
            phase: Some(Phase::Reading),
            plan: Some(order.plan),
            report: Report {
                scope: Some(order.scope),
                filters: order.filters.clone(),
                columns: columns.join(order.words.names_joint),
                when: (moment, String::new()),
                ..Report::default()
            },
            filters: order.query.filters.clone(),
            left: None,
            began: now,
            paused_until: 0,
        }
    }

    /// Whether a run is under way.
    pub fn is_busy(&self) -> bool {
        self.phase.as_ref().is_some_and(|phase| !phase.is_over())
    }

    /// How many customers the filters let through, where the export has proven that it read them all.
    pub fn proven(&self) -> Option<u64> {
        let is_proven = self.phase == Some(Phase::Done)
            && self.report.scope == Some(Scope::View)
            && self.report.doubts().is_empty();
        is_proven.then_some(self.report.tally.distinct)
    }

    /// How far it is, in thousandths; `None` where nobody knows.
    pub fn share(&self) -> Option<u64> {
        let plan = self.plan.filter(|plan| plan.is_exact)?;
        Some((u64::from(self.report.tally.pages) * 1000 / u64::from(plan.calls.max(1))).min(1000))
    }

    /// Notes what was read. Where the number of customers is not known, nobody knows the time either.
    pub(super) fn read(&mut self, tally: Tally, now: Millis) {
        self.report.tally = tally;
        let plan = self.plan.filter(|plan| plan.is_exact);
        self.left = plan.map(|plan| {
            let calls = plan.calls.saturating_sub(tally.pages);
            let for_each = (now - self.began).max(0) as u64 / u64::from(tally.pages.max(1));
            (for_each * u64::from(calls)).div_ceil(1000) as u32
        });
    }
}
