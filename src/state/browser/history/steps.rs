//! Which operations bring the browser's history to what it should hold. It knows no browser: the step on
//! which that stands is passed in, and the operations come back.
//!
//! What is open over the list (a preview, a sheet, a card) has steps of its own above the list's step, with
//! the same address: to go back from one closes something and leaves the list as it is.
use super::ScrollPosition;
use super::note::Note;

/// What is still to be done to the history, and what was found of it last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    pending: Option<Step>,
    /// How many things are open over the list.
    open: u32,
    /// How many steps above the list's the browser stood when it was looked at last.
    known: u32,
    /// The step to which the browser is on its way back because something was closed.
    leaving: Option<Leaving>,
    /// How often it went on such a way.
    ways: u32,
    /// The list's own step still has the address of before a change in its place: the change was made
    /// while something was open.
    is_stale: bool,
}

/// A step that is still to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// `None` where only the scroll position is to be noted.
    pub address: Option<String>,
    /// Whether it takes the place of the present one.
    pub in_place: bool,
    pub scroll_position: ScrollPosition,
}

/// A way back to a lower step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaving {
    /// A number that no other way has.
    pub way: u32,
    /// How many steps above the list's it ends.
    pub target: u32,
}

/// What the browser is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// Rewrite the present step; without an address its address stays.
    Replace(Note, Option<String>),
    /// Add a step behind the present one; without an address it has the same.
    Push(Note, Option<String>),
    /// Go so many steps back. The way is given up where the browser does not say soon that it went.
    GoBack(u32, Leaving),
    /// Go to the step before, as the user meant.
    Back,
}

/// What follows when the browser has come to another step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Arrived {
    pub ops: Vec<Op>,
    /// Whether the address of the step is to be read: it is not where a newer one was just written.
    pub is_followed: bool,
    /// Somebody went back: only so many things stay open.
    pub close_to: Option<u32>,
}

impl Steps {
    /// At the start of the page, on a step `over` steps above the list's: a reload closes what was open and
    /// leaves its steps.
    pub fn new(over: u32) -> Self {
        Self { known: over, ..Self::default() }
    }

    /// A step is to be written: now, or where it may lag (a turned page) by the next [`Steps::write`].
    pub fn ask(&mut self, step: Step, may_lag: bool, mut here: Note) -> Vec<Op> {
        let mut ops = self.write(here);
        here.replay(&ops);
        self.pending = Some(step);
        if !may_lag {
            ops.extend(self.write(here));
        }
        ops
    }

    /// Writes the pending step, if there is one and the browser is not on its way elsewhere.
    pub fn write(&mut self, here: Note) -> Vec<Op> {
        if self.leaving.is_some() {
            return Vec::new();
        }
        // A new step among those of what is open would be in the way of who goes forward: the browser
        // first goes back to the lowest of them.
        let is_new = self.pending.as_ref().is_some_and(|step| !step.in_place);
        if is_new && here.over > 1 { self.leave(here, 1) } else { self.put(here) }
    }

    /// Whether nothing is to be written and the browser stays where it is.
    pub fn is_settled(&self) -> bool {
        self.pending.is_none() && self.leaving.is_none()
    }

    /// The address has changed otherwise: whoever went elsewhere does not want the pending step any more.
    pub fn drop_pending(&mut self) {
        self.pending = None;
    }

    /// So many things are open now. New ones get their steps at once; those of closed ones are taken away
    /// by [`Steps::settle`] a moment later, since where one thing gives way to another their steps are the
    /// same.
    pub fn set_open(&mut self, open: u32, here: Note) -> Vec<Op> {
        self.open = open;
        if open > here.over { self.settle(here) } else { Vec::new() }
    }

    /// Gives what is open its steps above the list's, and takes away those of what was closed.
    pub fn settle(&mut self, mut here: Note) -> Vec<Op> {
        if self.leaving.is_some() || self.open == here.over {
            return Vec::new();
        }
        if self.open < here.over {
            return self.leave(here, self.open);
        }
        let mut ops = self.write(here);
        here.replay(&ops);
        ops.extend((here.over + 1..=self.open).map(|over| Op::Push(Note { over, ..here }, None)));
        self.known = self.open;
        ops
    }

    /// The browser has come to another step; `address` is that of the present question.
    pub fn arrive(&mut self, here: Note, address: impl FnOnce() -> String) -> Arrived {
        let (known, leaving) = (self.known, self.leaving.take());
        self.known = here.over;
        let mut ops = Vec::new();
        if self.is_stale && here.over < known && self.pending.is_none() {
            let scroll_position = here.scroll_position;
            self.pending = Some(Step { address: Some(address()), in_place: true, scroll_position });
            ops = self.put(here);
        }
        if leaving.is_some() {
            let is_followed = self.pending.is_none();
            ops.extend(self.put(here));
            return Arrived { ops, is_followed, close_to: None };
        }
        let close_to = (here.over < known).then_some(here.over);
        if close_to.is_some() {
            self.open = self.open.min(here.over);
        }
        Arrived { ops, is_followed: true, close_to }
    }

    /// So many things were closed because somebody went back. A step whose thing had gone without a word
    /// closes nothing: then the user means the step before.
    pub fn closed(count: u32) -> Vec<Op> {
        if count == 0 { vec![Op::Back] } else { Vec::new() }
    }

    /// A browser that does not go back says nothing of it. A later way is another one's to give up: taken for
    /// the user's own step back, its end would lead out of the page.
    pub fn give_up(&mut self, way: Leaving, here: Note) -> Vec<Op> {
        if self.leaving != Some(way) {
            return Vec::new();
        }
        self.leaving = None;
        self.known = way.target;
        self.put(here)
    }

    /// The browser forbade the last operation: it may stand lower than was meant.
    pub fn failed(&mut self, here: Note) {
        self.known = self.known.min(here.over);
    }

    fn leave(&mut self, here: Note, target: u32) -> Vec<Op> {
        self.ways = self.ways.wrapping_add(1);
        let leaving = Leaving { way: self.ways, target };
        self.leaving = Some(leaving);
        vec![Op::GoBack(here.over.saturating_sub(target), leaving)]
    }

    fn put(&mut self, here: Note) -> Vec<Op> {
        let Some(Step { address, in_place, scroll_position }) = self.pending.take() else {
            return Vec::new();
        };
        if address.is_some() {
            self.is_stale = in_place && here.over > 0;
        }
        let note = |over| Note { scroll_position, over };
        if in_place {
            return vec![Op::Replace(note(here.over), address)];
        }
        if here.over == 0 {
            return vec![Op::Push(note(0), address)];
        }
        // What is open stays on top: its lowest step becomes the new list's, and it gets new ones.
        let list = Op::Replace(note(0), address);
        std::iter::once(list).chain((1..=here.over).map(|over| Op::Push(note(over), None))).collect()
    }
}

impl Note {
    /// The step on which the browser stands after these operations.
    fn replay(&mut self, ops: &[Op]) {
        for op in ops {
            if let Op::Replace(note, _) | Op::Push(note, _) = op {
                *self = *note;
            }
        }
    }
}

#[cfg(test)]
mod tests;
