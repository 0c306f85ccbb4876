/// So many steps are kept.
const MOST: usize = 100;

/// Steps of something that a person goes back and on again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo<T> {
    past: Vec<T>,
    present: Option<T>,
    future: Vec<T>,
}

impl<T> Default for Undo<T> {
    fn default() -> Self {
        Self { past: Vec::new(), present: None, future: Vec::new() }
    }
}

impl<T: Clone + PartialEq> Undo<T> {
    /// It is so now. What is as before is no step, and neither is what only goes on with the last one: a word
    /// that is typed further. A new step forgets those that were gone back.
    pub fn note(&mut self, now: T, goes_on: bool) {
        if self.present.as_ref() == Some(&now) {
            return;
        }
        self.future.clear();
        if let Some(before) = self.present.replace(now).filter(|_| !goes_on) {
            self.past.push(before);
            if self.past.len() > MOST {
                self.past.remove(0);
            }
        }
    }

    /// How it is now.
    pub fn present(&self) -> Option<&T> {
        self.present.as_ref()
    }

    /// Goes a step back (`true`) or on again, and says how it is then; `None` where there is no such step.
    pub fn step(&mut self, is_back: bool) -> Option<T> {
        let (from, to) = match is_back {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        let next = from.pop()?;
        to.extend(self.present.replace(next.clone()));
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(steps: &[u32]) -> Undo<u32> {
        let mut undo = Undo::default();
        steps.iter().for_each(|step| undo.note(*step, false));
        undo
    }

    #[test]
    fn each_step_is_gone_back_and_on_once() {
        let mut undo = noted(&[1, 2, 2, 3]);
        assert_eq!([undo.step(true), undo.step(true), undo.step(true)], [Some(2), Some(1), None]);
        assert_eq!(undo.present(), Some(&1));
        // What comes of a step is told as any other change is, and is none.
        undo.note(1, false);
        assert_eq!([undo.step(false), undo.step(false), undo.step(false)], [Some(2), Some(3), None]);
        assert_eq!((undo.step(false), Undo::<u32>::default().step(true)), (None, None));
    }

    #[test]
    fn a_new_step_forgets_those_that_were_gone_back() {
        let mut undo = noted(&[1, 2, 3]);
        undo.step(true);
        undo.note(4, false);
        assert_eq!([undo.step(false), undo.step(true), undo.step(true)], [None, Some(2), Some(1)]);
    }

    #[test]
    fn what_goes_on_is_one_step_with_what_it_goes_on_with() {
        let mut undo = noted(&[1, 2]);
        undo.note(3, true);
        undo.note(4, true);
        assert_eq!([undo.step(true), undo.step(false)], [Some(1), Some(4)]);
    }

    #[test]
    fn only_so_many_are_kept() {
        let mut undo = noted(&(0..=200).collect::<Vec<_>>());
        let back = std::iter::from_fn(|| undo.step(true)).count();
        assert_eq!((back, undo.present()), (100, Some(&100)));
    }
}
