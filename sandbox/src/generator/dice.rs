//! Chance, in the few forms the generator needs.

use fastrand::Rng;

/// A die that always rolls the same for the same seed.
pub struct Dice(Rng);

impl Dice {
    /// The die of one customer, so that a customer does not depend on those made before it.
    pub fn new(seed: u64, customer: u64) -> Self {
        Self(Rng::with_seed(
            seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ customer.wrapping_mul(0xd1b5_4a32_d192_ed03),
        ))
    }

    /// True in `percent` of a hundred rolls.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.u32(0..100) < percent
    }

    /// A number in `low..high`.
    pub fn number(&mut self, low: i64, high: i64) -> i64 {
        self.0.i64(low..high)
    }

    /// One of the list, each as likely.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.0.usize(0..list.len())]
    }

    /// Up to `most` different ones of the list, at least one, in the list's order.
    pub fn several<'a, T>(&mut self, list: &'a [T], most: usize) -> Vec<&'a T> {
        let count = self.0.usize(1..=most.min(list.len()));
        let mut places: Vec<usize> = (0..count).map(|_| self.0.usize(0..list.len())).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &list[at]).collect()
    }
}
