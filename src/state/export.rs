mod counted;
mod decide;
mod file;
mod job;
mod run;
pub(super) mod wait;

pub use counted::WholeList;
pub use job::{ExportJob, ExportOrder};

use self::run::ExportRun;
use super::clock::{moment, now_ms};
use super::run::Run;
use super::{Calls, Counting, Customers, Selection, SessionState};
use crate::export::{Command, Phase, Scope};
use leptos::prelude::*;
use web_sys::{AbortController, Blob};

/// The export of customers into a file: at most one at a time. It outlives the dialog that began it,
/// and ends when somebody signs out.
#[derive(Clone, Copy)]
pub struct Export {
    job: RwSignal<ExportJob>,
    /// What is offered in the dialog; `None` while it is closed.
    offered: RwSignal<Option<Scope>>,
    calls: Calls,
    session: SessionState,
    customers: Customers,
    selection: Selection,
    /// A run that is not the newest stops.
    run: Run,
    running: StoredValue<Option<AbortController>, LocalStorage>,
    saved: StoredValue<Option<(String, Blob)>, LocalStorage>,
    whole: RwSignal<Option<WholeList>>,
}

impl Export {
    pub(super) fn new(
        calls: Calls,
        session: SessionState,
        customers: Customers,
        selection: Selection,
    ) -> Self {
        let export = Self {
            job: RwSignal::default(),
            offered: RwSignal::new(None),
            calls,
            session,
            customers,
            selection,
            run: Run::new(),
            running: StoredValue::new_local(None),
            saved: StoredValue::new_local(None),
            whole: RwSignal::new(None),
        };
        // Whoever signs out leaves nothing for the next; an ended session is waited for.
        customers.on_gone(move || {
            export.forget();
            export.whole.maybe_update(|whole| whole.take().is_some());
        });
        export
    }

    /// Whatever an export proves about the number of customers need not be counted again.
    pub(crate) fn tell_counts(self, counting: Counting) {
        Effect::new(move |_| {
            self.job.with(|job| {
                if let Some(count) = job.proven() {
                    counting.note(&job.filters, count, job.report.when.1.clone());
                }
            });
        });
    }

    /// The list that the last export has read to its end, counted for the overview.
    pub fn whole(self) -> Signal<Option<WholeList>> {
        self.whole.into()
    }

    /// How the export stands.
    pub fn job(self) -> Signal<ExportJob> {
        self.job.into()
    }

    /// Which customers are offered in the dialog; `None` while it is closed.
    pub fn offered(self) -> RwSignal<Option<Scope>> {
        self.offered
    }

    /// Opens the dialog, unless an export is under way, which has its own place.
    pub fn open(self, scope: Option<Scope>) {
        if !self.job.with_untracked(ExportJob::is_busy) {
            // The file names who exported.
            self.session.ask_name();
            let has_selection = self.selection.picked().with_untracked(|picked| !picked.is_empty());
            self.offered.set(Some(decide::offered(scope, has_selection)));
        }
    }

    /// Begins an export, unless one is under way.
    pub fn start(self, order: ExportOrder) {
        let is_busy = self.job.with_untracked(ExportJob::is_busy);
        if !decide::may_begin(order.scope, is_busy, self.customers.is_foreign().get_untracked()) {
            return;
        }
        self.forget();
        let (ticket, person) = (self.run.start(), self.session.person());
        self.offered.set(None);
        self.job.set(ExportJob::new(&order, moment(), now_ms()));
        leptos::task::spawn_local(async move {
            let words = order.words;
            let outcome = ExportRun { export: self, ticket, person, order }.finish().await;
            if ticket.is_newest()
                && let Err(cause) = outcome
            {
                let is_said = !cause.trim().is_empty();
                let cause = if is_said { cause } else { words.export_no_cause.to_owned() };
                self.set_phase(Phase::Failed(cause));
            }
        });
    }

    /// Pauses, resumes or cancels the run.
    pub fn tell(self, command: Command) {
        let phase = self.job.with_untracked(|job| job.phase.clone().map(|phase| phase.after(command)));
        if let Some(phase) = phase {
            self.set_phase(phase);
        }
        if command == Command::Cancel {
            self.job.update(|job| job.report.is_cancelled = true);
            self.give_up();
        }
    }

    /// Gives the call up that is on its way.
    fn give_up(self) {
        if let Some(call) = self.running.try_update_value(Option::take).flatten() {
            self.calls.give_up(&call);
        }
    }

    /// Hands the last file over once more.
    pub fn save_again(self) {
        self.saved.with_value(|saved| {
            if let Some((name, file)) = saved {
                super::save_file(name, file);
            }
        });
    }

    /// Puts the export aside, with all that was kept of it.
    pub fn forget(self) {
        self.run.start();
        self.give_up();
        self.saved.set_value(None);
        self.offered.maybe_update(|offered| offered.take().is_some());
        if self.job.with_untracked(|job| job.phase.is_some()) {
            self.job.set(ExportJob::default());
        }
    }

    fn set_phase(self, phase: Phase) {
        let _ = self.job.try_update(|job| job.phase = Some(phase));
    }
}
