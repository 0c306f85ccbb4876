use super::Draft;
use crate::model::Problem;

/// A follow-up from the first sign to the certainty that it is saved. It decides and sends nothing itself:
/// whoever holds it sends once for each number that [`Writing::click`] gives, and never otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Writing {
    draft: Draft,
    stage: Stage,
    sent: u32,
}

/// How it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing of it was sent.
    #[default]
    Editing,
    /// Somebody clicked; the call waits for its turn and can be called off.
    Waiting,
    /// It has left.
    Saving,
    /// Nobody knows what became of it, and the history is looked through.
    Looking,
    /// The endpoint has it.
    Saved,
    /// The endpoint does not want it, and why.
    Refused(Problem),
    /// It never left, or was turned away at the door.
    NotSent(WhyNotSent),
    /// Nobody knows what became of it; whether the history could be looked through.
    Unknown {
        /// It was, and it is not there.
        was_looked: bool,
    },
}

/// Why nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotSent {
    /// Too many calls of the company.
    TooMany,
    /// There was no network.
    Offline,
    /// The session is over.
    SignedOut,
}

/// What became of a call that left.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The endpoint has it, and said under which id.
    Saved,
    /// The endpoint does not want it.
    Refused(Problem),
    /// It was turned away before anybody read it.
    NotSent(WhyNotSent),
    /// No answer, or none that tells.
    Lost,
}

/// What a look into the history found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    Yes,
    /// It is not there.
    No,
    /// The history could not be had.
    Unsure,
}

impl Outcome {
    /// What an answer to the write means, with its HTTP status where there was one. `Ok` is whether it told an
    /// id. `was_offline` is what the browser said before the call left: what it says afterwards tells nothing
    /// of a call that had left by then.
    pub fn of(status: Option<u16>, answer: Result<bool, Problem>, was_offline: bool) -> Self {
        // Whoever fails or gives up in between may have passed it on.
        let is_lost = status.is_some_and(|status| status >= 500 || status == 408);
        match answer {
            Err(Problem::TooManyCalls { .. }) => Self::NotSent(WhyNotSent::TooMany),
            _ if is_lost => Self::Lost,
            Ok(true) => Self::Saved,
            Ok(false) => Self::Lost,
            Err(Problem::SignedOut { .. }) => Self::NotSent(WhyNotSent::SignedOut),
            Err(problem @ (Problem::Refused { .. } | Problem::Status(_))) => Self::Refused(problem),
            Err(Problem::Unreachable { .. }) if was_offline => Self::NotSent(WhyNotSent::Offline),
            Err(_) => Self::Lost,
        }
    }
}

impl Writing {
    /// What was half written before a reload. One that was sent and not heard of since is looked for, as number 0.
    pub fn taken_up(draft: Draft, was_sent: bool) -> Self {
        let stage = if was_sent { Stage::Looking } else { Stage::Editing };
        Self { draft, stage, sent: 0 }
    }

    /// What is written so far.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// How it stands.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Whether a call is made for it, so that nothing may change.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Saving | Stage::Looking)
    }

    /// Whether a click would send it.
    pub fn can_send(&self) -> bool {
        !self.is_busy() && self.draft.is_whole()
    }

    /// Changes what is written, unless it is under way.
    pub fn edit(&mut self, change: impl FnOnce(&mut Draft)) {
        if !self.is_busy() {
            change(&mut self.draft);
            if self.stage == Stage::Saved {
                self.stage = Stage::Editing;
            }
        }
    }

    /// Somebody wants it saved. The number of the one call that this click makes; `None` for no call.
    pub fn click(&mut self) -> Option<u32> {
        if !self.can_send() {
            return None;
        }
        self.sent += 1;
        self.stage = Stage::Waiting;
        Some(self.sent)
    }

    /// Somebody does not want it saved after all: that helps while the call waits.
    pub fn call_off(&mut self) {
        if self.stage == Stage::Waiting {
            self.stage = Stage::Editing;
        }
    }

    /// It is the call's turn. Whether it may leave: one that was called off may not.
    pub fn leave(&mut self, number: u32) -> bool {
        let may = self.stage == Stage::Waiting && number == self.sent;
        if may {
            self.stage = Stage::Saving;
        }
        may
    }

    /// The call is over. Whether the history is to be looked through.
    pub fn end(&mut self, number: u32, outcome: Outcome) -> bool {
        if number != self.sent || !matches!(self.stage, Stage::Saving | Stage::Waiting) {
            return false;
        }
        self.stage = match outcome {
            Outcome::Saved => Stage::Saved,
            Outcome::Refused(problem) => Stage::Refused(problem),
            Outcome::NotSent(why) => Stage::NotSent(why),
            Outcome::Lost => Stage::Looking,
        };
        self.forget_saved();
        self.stage == Stage::Looking
    }

    /// Somebody wants the history looked through once more; the number of that look.
    pub fn look_again(&mut self) -> Option<u32> {
        let may = matches!(self.stage, Stage::Unknown { .. });
        if may {
            self.stage = Stage::Looking;
        }
        may.then_some(self.sent)
    }

    /// The history was looked through.
    pub fn found(&mut self, number: u32, found: Found) {
        if number != self.sent || self.stage != Stage::Looking {
            return;
        }
        self.stage = match found {
            Found::Yes => Stage::Saved,
            Found::No => Stage::Unknown { was_looked: true },
            Found::Unsure => Stage::Unknown { was_looked: false },
        };
        self.forget_saved();
    }

    fn forget_saved(&mut self) {
        if self.stage == Stage::Saved {
            self.draft = Draft::default();
        }
    }
}

#[cfg(test)]
mod tests;
