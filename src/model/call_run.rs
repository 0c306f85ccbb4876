use super::CustomerId;
use std::collections::BTreeMap;

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallMark {
    /// Somebody answered.
    Reached,
    /// Nobody did.
    NoAnswer,
    /// To be called once more.
    Later,
}

impl CallMark {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Reached, Self::NoAnswer, Self::Later];

    /// The word that is stored and that style sheets know.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NoAnswer => "no-answer",
            Self::Later => "later",
        }
    }

    /// The mark of a word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.as_str() == name)
    }
}

/// Customers who are called one after the other: in which order, where the caller is, and what came of it.
/// Only ids are known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRun {
    /// Nobody stands here twice, and it is never empty.
    order: Vec<CustomerId>,
    /// Where each of them stands.
    places: BTreeMap<CustomerId, usize>,
    at: usize,
    marks: BTreeMap<CustomerId, CallMark>,
    is_over: bool,
}

impl CallRun {
    /// A run through these customers, each of them once; `None` where there are none.
    pub fn new(ids: impl IntoIterator<Item = CustomerId>) -> Option<Self> {
        let mut run = Self {
            order: Vec::new(),
            places: BTreeMap::new(),
            at: 0,
            marks: BTreeMap::new(),
            is_over: false,
        };
        run.extend(ids);
        (!run.order.is_empty()).then_some(run)
    }

    /// The customer whose turn it is; nobody's when it is over.
    pub fn current(&self) -> Option<&CustomerId> {
        self.order.get(self.at).filter(|_| !self.is_over)
    }

    /// The place of that customer, from 1, and how many there are.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.order.len())
    }

    /// All customers, in their order.
    pub fn order(&self) -> &[CustomerId] {
        &self.order
    }

    /// Whether a customer is among them.
    pub fn contains(&self, id: &CustomerId) -> bool {
        self.places.contains_key(id)
    }

    /// Whether a step on (`true`) or back leads to somebody.
    pub fn has(&self, is_next: bool) -> bool {
        if is_next { self.at + 1 < self.order.len() } else { self.at > 0 }
    }

    /// Goes to the next customer (`true`) or to the previous one, if there is one.
    pub fn step(&mut self, is_next: bool) {
        if self.has(is_next) {
            self.at = if is_next { self.at + 1 } else { self.at - 1 };
        }
    }

    /// Goes to a customer of the run, also when it was over; `false` where it is none of them.
    pub fn go_to(&mut self, id: &CustomerId) -> bool {
        let place = self.places.get(id).copied();
        if let Some(at) = place {
            (self.at, self.is_over) = (at, false);
        }
        place.is_some()
    }

    /// Further customers, behind all others; those that are among them already stay where they are.
    pub fn extend(&mut self, ids: impl IntoIterator<Item = CustomerId>) {
        for id in ids {
            if !self.contains(&id) {
                self.places.insert(id.clone(), self.order.len());
                self.order.push(id);
            }
        }
    }

    /// Notes what came of the call of the present customer, or takes that back.
    pub fn mark(&mut self, mark: Option<CallMark>) {
        if let Some(id) = self.current().cloned() {
            self.set_mark(id, mark);
        }
    }

    /// The same of any customer.
    pub fn set_mark(&mut self, id: CustomerId, mark: Option<CallMark>) {
        match mark.filter(|_| self.contains(&id)) {
            Some(mark) => self.marks.insert(id, mark),
            None => self.marks.remove(&id),
        };
    }

    /// What came of a call.
    pub fn mark_of(&self, id: &CustomerId) -> Option<CallMark> {
        self.marks.get(id).copied()
    }

    /// The customers with a mark, in their order.
    pub fn marked(&self, mark: CallMark) -> impl Iterator<Item = &CustomerId> {
        self.order.iter().filter(move |id| self.mark_of(id) == Some(mark))
    }

    /// Whether anything was noted.
    pub fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Nobody's turn any more.
    pub fn end(&mut self) {
        self.is_over = true;
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// A new run through those who are to be called later, if there are any.
    pub fn again(&self) -> Option<Self> {
        Self::new(self.marked(CallMark::Later).cloned())
    }
}

#[cfg(test)]
mod tests;
