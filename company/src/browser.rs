//! One person's page: the page's own limiter, queue and memory of answers, without a screen.
use crate::call::{Call, Kind, Outcome, Refused};
use crate::script::{Act, EXPORT_ROWS};
use kehu::api::next_call::{self, Next, Waiter};
use kehu::api::queue::Queue;
use kehu::api::rate_limiter::{Availability, Millis, Priority, RateLimiter};
use kehu::api::refusal::Refusals;
use kehu::export::{EXPORT_PAGE, plan};
use kehu::model::{CACHE_BYTES, MAX_AGE, RENEW_AGE, Recent};

/// One person's page.
#[derive(Debug)]
pub struct Browser {
    limiter: RateLimiter,
    queue: Queue,
    waiting: Vec<Call>,
    on_the_way: Vec<Call>,
    answers: Recent<Act, Millis>,
    /// The question of the rows on the screen, and when they came.
    shown: Option<(Act, Millis)>,
    options: Vec<u32>,
    export: Option<Export>,
    /// When it has arranged to look at its limiter again.
    pub next_look: Option<Millis>,
}

#[derive(Clone, Copy, Debug)]
struct Export {
    began: Millis,
    calls_left: u32,
}

/// Bytes of an answer of fifteen rows, as the page weighs them.
const ANSWER_BYTES: usize = 40_000;

impl Browser {
    /// A page whose configuration names so many calls in ten seconds.
    pub fn new(limit: u32) -> Self {
        Self {
            limiter: RateLimiter::new(limit),
            queue: Queue::default(),
            waiting: Vec::new(),
            on_the_way: Vec::new(),
            answers: Recent::new(CACHE_BYTES),
            shown: None,
            options: Vec::new(),
            export: None,
            next_look: None,
        }
    }

    /// The person does something; what has to be asked for it waits from now on.
    pub fn act(&mut self, act: Act, now: Millis) {
        match act {
            Act::Open => {
                self.ask(act, now);
                self.join(Kind::Catalog, None, now);
            }
            Act::Search(_) | Act::Filter(_) => self.ask(act, now),
            Act::Due(page) => {
                let is_fresh = self.answers.get(&act).is_some_and(|at| now - at <= MAX_AGE);
                if page > 1 && is_fresh {
                    self.shown = Some((act, now));
                } else if !self.await_coming(act, now) {
                    self.ask(act, now);
                }
            }
            Act::NearEnd(page) => {
                let next = Act::Due(page + 1);
                if self.answers.get(&next).is_none() && self.is_free(Priority::Likely, now) {
                    self.join(Kind::Prefetch, Some(next), now);
                }
            }
            Act::ComeBack => {
                let Some((question, at)) = self.shown else { return };
                let is_running = self.calls().any(|call| matches!(call.kind, Kind::List | Kind::Renew));
                if now - at >= RENEW_AGE && !is_running && self.is_free(Priority::Likely, now) {
                    self.join(Kind::Renew, Some(question), now);
                }
            }
            Act::OpenFilter(kind) => {
                if !self.options.contains(&kind) {
                    self.options.push(kind);
                    self.join(Kind::Options, None, now);
                }
            }
            Act::Export => {
                let calls_left = plan(EXPORT_ROWS, true, EXPORT_PAGE, 0, 0).calls;
                self.export = Some(Export { began: now, calls_left });
                self.join(Kind::Export, None, now);
            }
        }
    }

    /// The calls that may begin now, and when to look again for the others.
    pub fn look(&mut self, now: Millis) -> (Vec<Call>, Option<Millis>) {
        let (mut begun, mut again) = (Vec::new(), None);
        while let Some(at) = self.next(now, &mut again) {
            let mut call = self.waiting.remove(at);
            call.sent_as = call.priority();
            self.queue.leave(call.number);
            if call.is_try {
                self.limiter.spend_try();
            }
            self.limiter.acquire(call.slot, call.priority(), now);
            self.on_the_way.push(call);
            begun.push(call);
        }
        (begun, again)
    }

    /// The place of a waiting call that may begin; `again` is when one of the others may.
    fn next(&mut self, now: Millis, again: &mut Option<Millis>) -> Option<usize> {
        *again = None;
        let mut at = 0;
        while let Some(call) = self.waiting.get(at).copied() {
            let may_try = call.refusals.are_none() && call.kind.priority() == Priority::Asked;
            let waiter = Waiter { number: call.number, priority: call.priority(), may_try };
            match next_call::next(&self.limiter, &self.queue, waiter, now) {
                Next::Take { slot, is_try } => {
                    self.waiting[at] = Call { slot, is_try, ..call };
                    return Some(at);
                }
                Next::Wait(Some(until)) => *again = Some(again.map_or(until, |known| known.min(until))),
                Next::Wait(None) => {}
                Next::GiveUp => {
                    self.queue.leave(call.number);
                    self.waiting.remove(at);
                    continue;
                }
            }
            at += 1;
        }
        None
    }

    /// An answer came, or a refusal; `random` is what the page adds to the pause.
    /// Tells what became of the call, and how long an export took that ended with it.
    pub fn answer(
        &mut self,
        number: u32,
        refused: Option<Refused>,
        random: Millis,
        now: Millis,
    ) -> Option<(Call, Outcome, Option<Millis>)> {
        let at = self.on_the_way.iter().position(|call| call.number == number)?;
        let mut call = self.on_the_way.remove(at);
        let Some(Refused { pause, is_queued }) = refused else {
            self.limiter.complete(call.slot, now);
            if call.is_try {
                self.limiter.end_pause();
            }
            let took = self.take(call, now);
            return Some((call, Outcome::Answered, took));
        };
        self.limiter.release(call.slot, now);
        match is_queued {
            true => self.limiter.refuse_in_queue(call.sent_as, now, pause, random),
            false => self.limiter.refuse(now, pause, random),
        }
        let is_last = call.refusals.add(now);
        let outcome = if next_call::is_repeated(is_last, call.priority()) {
            self.wait(call);
            Outcome::Waits
        } else if call.is_awaited || call.kind == Kind::Export {
            Outcome::Failed
        } else {
            Outcome::Dropped
        };
        Some((call, outcome, None))
    }

    /// The person presses again after an error, and still waits since they first asked.
    pub fn retry(&mut self, call: Call) {
        self.wait(Call { refusals: Refusals::default(), ..call });
    }

    fn take(&mut self, call: Call, now: Millis) -> Option<Millis> {
        if let Some(question) = call.question {
            self.answers.put(question, now, ANSWER_BYTES);
            if call.is_awaited || call.kind == Kind::Renew {
                self.shown = Some((question, now));
            }
        }
        let export = self.export.as_mut().filter(|_| call.kind == Kind::Export)?;
        export.calls_left -= 1;
        if export.calls_left > 0 {
            self.join(Kind::Export, None, now);
            return None;
        }
        self.export.take().map(|export| now - export.began)
    }

    /// A newer question takes the older one's place.
    fn ask(&mut self, question: Act, now: Millis) {
        let queue = &mut self.queue;
        self.waiting.retain(|call| {
            let is_older = call.question.is_some();
            if is_older {
                queue.leave(call.number);
            }
            !is_older
        });
        // What is on its way is given up; the endpoint counts it all the same.
        for call in &mut self.on_the_way {
            call.is_awaited &= call.question.is_none();
        }
        self.join(Kind::List, Some(question), now);
    }

    /// Somebody turns to a page that is already on its way.
    fn await_coming(&mut self, question: Act, now: Millis) -> bool {
        let coming = self.waiting.iter_mut().chain(&mut self.on_the_way);
        let coming = coming.into_iter().find(|call| call.question == Some(question));
        if let Some(call) = coming {
            (call.is_awaited, call.wanted) = (true, now);
            return true;
        }
        false
    }

    fn join(&mut self, kind: Kind, question: Option<Act>, now: Millis) {
        self.wait(Call::new(kind, question, now));
    }

    fn wait(&mut self, call: Call) {
        let number = self.queue.join(call.priority());
        self.waiting.push(Call { number, ..call });
    }

    fn is_free(&self, priority: Priority, now: Millis) -> bool {
        self.queue.is_empty() && matches!(self.limiter.availability(now, priority), Availability::Now(_))
    }

    fn calls(&self) -> impl Iterator<Item = &Call> {
        self.waiting.iter().chain(&self.on_the_way)
    }
}
