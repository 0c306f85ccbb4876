mod file;
mod job;
mod wait;

pub use job::{ExportJob, ExportOrder};

use self::file::File;
use self::wait::{Turn, sleep};
use super::clock::{moment, now_ms, today};
use super::run::{Run, Ticket};
use super::{Calls, Counting, Customers, Selection, SessionState};
use crate::api::rate_limiter::{Millis, Priority, WINDOW};
use crate::api::transport::Failure;
use crate::api::{Request, read_page};
use crate::export::{
    Command, EXPORT_PAGE, Page, Phase, Reading, Scope, Wait, aligned_columns, file_name, push_rows,
    titles_line,
};
use crate::model::{AnswerIndex, Customer, CustomerPage, Picked, Problem};
use crate::query::ListQuery;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::{AbortController, Blob};

/// How often a standing export looks whether it can go on.
const LOOK: Duration = Duration::from_millis(250);
/// How long after a failed call the next one is tried, unless the endpoint says otherwise.
const PATIENCE_MS: Millis = 3_000;

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
    /// Who began the run: it goes on with nobody else's token.
    person: StoredValue<Option<Ticket>>,
    running: StoredValue<Option<AbortController>, LocalStorage>,
    saved: StoredValue<Option<(String, Blob)>, LocalStorage>,
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
            person: StoredValue::new(None),
            running: StoredValue::new_local(None),
            saved: StoredValue::new_local(None),
        };
        // Whoever signs out leaves nothing for the next; an ended session is waited for.
        customers.on_gone(move || export.forget());
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
            // Whoever selected customers most likely means them.
            let is_picked = self.selection.picked().with_untracked(|picked| !picked.is_empty());
            let likely = if is_picked { Scope::Selection } else { Scope::View };
            self.offered.set(Some(scope.unwrap_or(likely)));
        }
    }

    /// Begins an export, unless one is under way.
    pub fn start(self, order: ExportOrder) {
        // Rows of another question are none of this one's, whatever they would be called in the file.
        let is_foreign = order.scope == Scope::Loaded && self.customers.is_foreign().get_untracked();
        if is_foreign || self.job.with_untracked(ExportJob::is_busy) {
            return;
        }
        self.forget();
        let run = self.run.start();
        self.person.set_value(Some(self.session.person()));
        self.offered.set(None);
        self.job.set(ExportJob::new(&order, moment(), now_ms()));
        leptos::task::spawn_local(async move {
            let words = order.words;
            let outcome = self.export(run, order).await;
            if run.is_newest()
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

    async fn export(self, run: Ticket, order: ExportOrder) -> Result<(), String> {
        let mut file = File::begin(order.format, order.words).await?;
        file.add(titles_line(&order.columns, order.format))?;
        match order.scope {
            Scope::View => self.read_view(run, &order, &mut file).await?,
            Scope::Loaded => {
                let answer = self.customers.state().with_untracked(|state| state.answer().cloned());
                if let Some(answer) = answer {
                    let all = answer.page.customers.indices().collect::<Vec<_>>();
                    self.add_page(run, &order, &mut file, &answer.page, &all).await?;
                    self.count_at_hand(answer.page.customers.iter());
                }
            }
            Scope::Selection => {
                let all = self.selection.picked();
                let picked: Vec<Picked> = all.with_untracked(|all| all.iter().cloned().collect());
                let mut turn = Turn::begin();
                for it in &picked {
                    let columns = aligned_columns(&order.columns, &it.columns, order.lang);
                    self.add_rows(&order, &mut file, std::iter::once(&*it.customer), &columns)?;
                    if turn.is_over() && !self.rest(run, &mut turn).await {
                        return Ok(());
                    }
                }
                self.count_at_hand(picked.iter().map(|it| &*it.customer));
            }
        }
        if !run.is_newest() {
            return Ok(());
        }
        self.set_phase(Phase::Writing);
        let ended = moment();
        let who = untrack(|| self.session.name()).unwrap_or_default();
        let _ = self.job.try_update(|job| {
            job.report.when.1.clone_from(&ended);
            job.report.who = who;
        });
        let report = self.job.with_untracked(|job| job.report.clone());
        let blob = file.finish(&report, order.columns.len(), order.words).await?;
        if !run.is_newest() {
            return Ok(());
        }
        let name = file_name(order.format, report.is_cancelled, &ended, order.words);
        super::save_file(&name, &blob);
        self.saved.set_value(Some((name, blob)));
        self.set_phase(Phase::Done);
        Ok(())
    }

    /// Reads the list to its last page, or until it is cancelled.
    async fn read_view(self, run: Ticket, order: &ExportOrder, file: &mut File) -> Result<(), String> {
        let mut reading = Reading::new(EXPORT_PAGE);
        while let Some(window) = reading.next() {
            let Some(token) = self.ready(run).await else { return Ok(()) };
            let query = ListQuery { page: window.page, ..order.query.clone() };
            let page = match self.ask(&Request::list(&query, window.per_page, today()), &token).await {
                Ok(page) => page,
                Err(Failure::Aborted) => continue,
                Err(Failure::Problem(problem)) => {
                    self.stumble(run, problem, &token);
                    continue;
                }
            };
            if !self.unfold(run, &page).await {
                return Ok(());
            }
            let ids: Vec<&str> = page.customers.iter().map(|customer| customer.id.as_str()).collect();
            let new = reading.take(Page {
                ids: &ids,
                next: page.next_page,
                total: page.total,
                page: page.page,
                per_page: page.per_page,
            });
            self.add_page(run, order, file, &page, &new).await?;
            if !run.is_newest() {
                return Ok(());
            }
            let _ = self.job.try_update(|job| job.read(reading.tally(), now_ms()));
        }
        Ok(())
    }

    /// Waits until a call may be made; gives the token for it, or `None` when the run is over.
    async fn ready(self, run: Ticket) -> Option<String> {
        loop {
            if !run.is_newest() || !self.person.get_value().is_some_and(Ticket::is_newest) {
                return None;
            }
            let phase = self.job.with_untracked(|job| job.phase.clone())?;
            let token = self.session.token_untracked();
            match (phase, token) {
                (Phase::Reading, Some(token)) => return Some(token),
                (Phase::Reading, None) => self.set_phase(Phase::Waiting(Wait::SignIn)),
                (Phase::Waiting(wait), token) => {
                    let is_over = match wait {
                        Wait::SignIn => token.is_some(),
                        Wait::Network => self.is_patient(PATIENCE_MS),
                        Wait::Budget => self.is_patient(0),
                    };
                    if is_over {
                        self.set_phase(Phase::Reading);
                        continue;
                    }
                }
                (Phase::Paused(_), _) => {}
                _ => return None,
            }
            sleep(LOOK).await;
        }
    }

    /// Whether enough time has gone by since a call failed.
    fn is_patient(self, wait: Millis) -> bool {
        self.job.with_untracked(|job| now_ms() >= job.stumbled + wait)
    }

    fn stumble(self, run: Ticket, problem: Problem, token: &str) {
        if !run.is_newest() {
            return;
        }
        if let Problem::SignedOut { message } = &problem {
            self.session.end(token, message.clone());
        }
        let pause = match &problem {
            Problem::TooManyCalls { retry_after, .. } => {
                retry_after.map_or(WINDOW, |seconds| Millis::from(seconds) * 1000)
            }
            _ => 0,
        };
        let _ = self.job.try_update(|job| {
            // What the user said meanwhile counts.
            if job.phase == Some(Phase::Reading) {
                job.phase = Some(Phase::after_problem(problem));
            }
            job.stumbled = now_ms() + pause;
        });
    }

    async fn ask(self, request: &Request, token: &str) -> Result<CustomerPage, Failure> {
        let abort = AbortController::new().ok();
        self.running.set_value(abort.clone());
        let outcome = self.calls.get(request, token, Priority::Background, abort, read_page).await;
        self.running.try_set_value(None);
        outcome
    }

    /// Reads the rows of a page, which it does not do before somebody looks at them; tells whether the run
    /// goes on. In parts, and not in the turn in which the answer came.
    async fn unfold(self, run: Ticket, page: &CustomerPage) -> bool {
        let mut turn = Turn::begin();
        if !self.rest(run, &mut turn).await {
            return false;
        }
        for at in page.customers.indices() {
            page.customers.get(at);
            if turn.is_over() && !self.rest(run, &mut turn).await {
                return false;
            }
        }
        true
    }

    /// Adds rows of a page, in parts, so that whoever types meanwhile need not wait for all of them.
    async fn add_page(
        self,
        run: Ticket,
        order: &ExportOrder,
        file: &mut File,
        page: &CustomerPage,
        rows: &[AnswerIndex],
    ) -> Result<(), String> {
        let columns = aligned_columns(&order.columns, &page.columns, order.lang);
        let mut customers = rows.iter().filter_map(|at| page.customers.get(*at)).peekable();
        let mut turn = Turn::begin();
        while customers.peek().is_some() {
            let part = std::iter::from_fn(|| customers.next_if(|_| !turn.is_over()));
            self.add_rows(order, file, part, &columns)?;
            if customers.peek().is_some() && !self.rest(run, &mut turn).await {
                break;
            }
        }
        Ok(())
    }

    /// Lets others have a turn; tells whether the run goes on.
    async fn rest(self, run: Ticket, turn: &mut Turn) -> bool {
        turn.rest().await;
        run.is_newest()
    }

    fn add_rows<'a>(
        self,
        order: &ExportOrder,
        file: &mut File,
        customers: impl Iterator<Item = &'a Customer>,
        columns: &[crate::view_model::ColumnView],
    ) -> Result<(), String> {
        let mut lines = String::new();
        let cuts = push_rows(&mut lines, customers, columns, order.format, today(), order.words);
        if cuts > 0 {
            let _ = self.job.try_update(|job| job.report.cuts += cuts);
        }
        file.add(lines)
    }

    /// Rows that needed no call are counted too.
    fn count_at_hand<'a>(self, customers: impl Iterator<Item = &'a Customer>) {
        let mut ids: Vec<&str> = customers.map(|customer| customer.id.as_str()).collect();
        let rows = ids.len() as u64;
        ids.sort_unstable();
        ids.dedup();
        let _ = self.job.try_update(|job| {
            job.report.tally.rows = rows;
            job.report.tally.distinct = ids.len() as u64;
        });
    }
}
