use super::decide::{self, Next};
use super::file::File;
use super::wait::{TimeSlice, sleep};
use super::{Export, ExportJob, ExportOrder, WholeList};
use crate::api::rate_limiter::Priority;
use crate::api::transport::Failure;
use crate::api::{Request, read_page};
use crate::export::{
    EXPORT_PAGE, FileColumns, Page, Phase, Reading, Scope, file_name, push_rows, titles_line,
};
use crate::model::{AnswerIndex, Customer, CustomerPage, Picked, Problem};
use crate::query::ListQuery;
use crate::state::browser::clock::{moment, now_ms, today};
use crate::state::run::Ticket;
use crate::state::{is_in_chat, save_file};
use leptos::prelude::*;
use std::time::Duration;
use web_sys::AbortController;

/// How often an export that waits looks whether it can go on.
const POLL: Duration = Duration::from_millis(250);

/// One export, from its first line to the finished file.
pub(super) struct ExportRun {
    pub export: Export,
    pub ticket: Ticket,
    /// Who began it: it goes on with nobody else's token.
    pub person: Ticket,
    pub order: ExportOrder,
}

impl ExportRun {
    /// Reads the customers and writes the file, unless a newer run begins meanwhile.
    pub async fn finish(self) -> Result<(), String> {
        let (export, order) = (self.export, &self.order);
        let mut file = File::begin(order.format, order.words).await?;
        file.add(titles_line(&order.columns, order.format, order.words))?;
        let mut whole = None;
        match order.scope {
            Scope::View => whole = Some(self.read_view(&mut file).await?),
            Scope::Loaded => {
                let answer = export.customers.state().with_untracked(|state| state.answer().cloned());
                if let Some(answer) = answer {
                    let all = answer.page.customers.indices().collect::<Vec<_>>();
                    self.add_page(&mut file, &answer.page, &all).await?;
                    self.count_at_hand(answer.page.customers.iter());
                }
            }
            Scope::Selection => {
                let all = export.selection.picked();
                let picked: Vec<Picked> = all.with_untracked(|all| all.iter().cloned().collect());
                let mut slice = TimeSlice::begin();
                for it in &picked {
                    let columns = order.columns.aligned(&it.columns, order.lang);
                    self.add_rows(&mut file, std::iter::once(&*it.customer), &columns)?;
                    if slice.is_over() && !self.rest(&mut slice).await {
                        return Ok(());
                    }
                }
                self.count_at_hand(picked.iter().map(|it| &*it.customer));
            }
        }
        if !self.ticket.is_newest() {
            return Ok(());
        }
        self.export.set_phase(Phase::Writing);
        let ended = moment();
        let who = untrack(|| self.export.session.name()).unwrap_or_default();
        let _ = self.export.job.try_update(|job| {
            job.report.when.1.clone_from(&ended);
            job.report.who = who;
        });
        let report = self.export.job.with_untracked(|job| job.report.clone());
        let blob = file.finish(&report, order.columns.titles(order.words).count(), order.words).await?;
        if !self.ticket.is_newest() {
            return Ok(());
        }
        let name = file_name(order.format, report.is_cancelled, &ended, order.words);
        // Sharing takes a click of its own.
        if !is_in_chat() {
            save_file(&name, &blob);
        }
        self.export.saved.set_value(Some((name, blob)));
        self.export.set_phase(Phase::Done);
        if let Some(mut whole) = whole
            && self.export.job.with_untracked(|job| job.proven().is_some())
        {
            whole.read_at = ended;
            self.export.whole.set(Some(whole));
        }
        Ok(())
    }

    /// Reads the list to its last page, or until it is cancelled; gives what was counted on the way.
    async fn read_view(&self, file: &mut File) -> Result<WholeList, String> {
        let mut reading = Reading::new(EXPORT_PAGE);
        let mut whole = WholeList::new(&self.order, today());
        while let Some(window) = reading.next() {
            let Some(token) = self.ready().await else { return Ok(whole) };
            let query = ListQuery { page: window.page, ..self.order.query.clone() };
            let page = match self.ask(&Request::list(&query, window.per_page, today()), &token).await {
                Ok(page) => page,
                Err(Failure::Aborted) => continue,
                Err(Failure::Problem(problem)) => {
                    self.call_failed(problem);
                    continue;
                }
            };
            if !self.read_rows(&page).await {
                return Ok(whole);
            }
            let ids: Vec<&str> = page.customers.iter().map(Customer::id_text).collect();
            let new = reading.take(Page {
                ids: &ids,
                next: page.next_page,
                total: page.total,
                page: page.page,
                per_page: page.per_page,
            });
            self.add_page(file, &page, &new).await?;
            if !self.ticket.is_newest() {
                return Ok(whole);
            }
            whole.add(&page, &new, &self.order.facts);
            let _ = self.export.job.try_update(|job| job.read(reading.tally(), now_ms()));
        }
        Ok(whole)
    }

    /// Waits until a call may be made; gives the token for it, or `None` when the run is over.
    async fn ready(&self) -> Option<String> {
        loop {
            if !(self.ticket.is_newest() && self.person.is_newest()) {
                return None;
            }
            let token = self.export.session.token_untracked();
            let next = |job: &ExportJob| {
                decide::next(job.phase.as_ref(), token.is_some(), job.paused_until, now_ms())
            };
            match self.export.job.with_untracked(next) {
                Next::Ask => return token,
                Next::Become(phase) => self.export.set_phase(phase),
                Next::Wait => sleep(POLL).await,
                Next::End => return None,
            }
        }
    }

    fn call_failed(&self, problem: Problem) {
        if !self.ticket.is_newest() {
            return;
        }
        let _ = self.export.job.try_update(|job| {
            (job.phase, job.paused_until) = decide::failed(job.phase.take(), problem, now_ms());
        });
    }

    async fn ask(&self, request: &Request, token: &str) -> Result<CustomerPage, Failure> {
        let abort = AbortController::new().ok();
        self.export.running.set_value(abort.clone());
        let outcome = self.export.calls.get(request, token, Priority::Background, abort, read_page).await;
        self.export.running.try_set_value(None);
        outcome
    }

    /// Reads the rows of a page, which it does not do before somebody looks at them; tells whether the run
    /// goes on. In parts, and not in the task in which the answer came.
    async fn read_rows(&self, page: &CustomerPage) -> bool {
        let mut slice = TimeSlice::begin();
        if !self.rest(&mut slice).await {
            return false;
        }
        for at in page.customers.indices() {
            page.customers.get(at);
            if slice.is_over() && !self.rest(&mut slice).await {
                return false;
            }
        }
        true
    }

    /// Adds rows of a page, in parts, so that whoever types meanwhile need not wait for all of them.
    async fn add_page(
        &self,
        file: &mut File,
        page: &CustomerPage,
        rows: &[AnswerIndex],
    ) -> Result<(), String> {
        let columns = self.order.columns.aligned(&page.columns, self.order.lang);
        let mut customers = rows.iter().filter_map(|at| page.customers.get(*at)).peekable();
        let mut slice = TimeSlice::begin();
        while customers.peek().is_some() {
            let part = std::iter::from_fn(|| customers.next_if(|_| !slice.is_over()));
            self.add_rows(file, part, &columns)?;
            if customers.peek().is_some() && !self.rest(&mut slice).await {
                break;
            }
        }
        Ok(())
    }

    /// Lets the browser do other work; tells whether the run goes on.
    async fn rest(&self, slice: &mut TimeSlice) -> bool {
        slice.rest().await;
        self.ticket.is_newest()
    }

    fn add_rows<'a>(
        &self,
        file: &mut File,
        customers: impl Iterator<Item = &'a Customer>,
        columns: &FileColumns,
    ) -> Result<(), String> {
        let mut lines = String::new();
        let cuts = push_rows(&mut lines, customers, columns, self.order.format, today(), self.order.words);
        if cuts > 0 {
            let _ = self.export.job.try_update(|job| job.report.cuts += cuts);
        }
        file.add(lines)
    }

    /// Rows that needed no call are counted too.
    fn count_at_hand<'a>(&self, customers: impl Iterator<Item = &'a Customer>) {
        let mut ids: Vec<&str> = customers.map(Customer::id_text).collect();
        let rows = ids.len() as u64;
        ids.sort_unstable();
        ids.dedup();
        let _ = self.export.job.try_update(|job| {
            job.report.tally.rows = rows;
            job.report.tally.distinct = ids.len() as u64;
        });
    }
}
